import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { temporaryJournal } from '#db/testing/temporary-journal';
import { findYear } from '#db/queries/school';
import { SMALL_SCHOOL } from '#domain/demo/classes';
import { parseFetFile } from '#domain/import/fet/parse-fet-file';
import type { ImportedTimetable } from '#domain/import/timetable/imported-timetable';
import type { XmlElement } from '#domain/import/xml';
import { buildDemo } from '../demo/build-demo';
import { matchTimetable } from '../imports/match-timetable';
import { planOf } from '../imports/plan-timetable-import';
import { readXml } from '../tables/read-xml';
import { fetLoad, type FetExport } from './fet-load';

const DAY = '2026-11-23';
let place: ReturnType<typeof temporaryJournal>;
let file: FetExport;
beforeAll(async () => {
  place = temporaryJournal();
  await buildDemo({
    journal: place.journal,
    journalId: 'fet',
    today: DAY,
    years: 1,
    seed: 5,
    classes: SMALL_SCHOOL,
  });
  const year = findYear(place.journal.db, DAY);
  if (year === undefined) throw new Error('no year');
  file = fetLoad(place.journal.db, { year, day: DAY });
}, 60_000);
afterAll(() => place.remove());

const xml = (text: string | Buffer): XmlElement => {
  const result = readXml(Buffer.from(text));
  if (!result.ok) throw new Error(result.problem.code);
  return result.root;
};

test('every hour of the load is an activity of its class or part, and no name is new to us', () => {
  const { hours } = place.journal.db.connection
    .prepare('SELECT sum(hours_per_week) AS hours FROM page_teacher WHERE to_date IS NULL')
    .get() as { hours: number };
  expect(file.activities).toBe(hours);
  const unplaced = parseFetFile(xml(file.xml));
  expect(unplaced?.lessons).toEqual([]);
  expect(unplaced?.problems).toHaveLength(file.activities);
});

const asked = {
  validFrom: '2026-11-30' as const,
  teachers: {},
  subjects: {},
  classes: {},
  rooms: {},
};

/** Nobody and no part of a class is in two places at once. */
function clashes({ lessons }: ImportedTimetable): string[] {
  const at = new Map<string, { who: string; part: string }[]>();
  for (const lesson of lessons) {
    const hour = `${lesson.weekday}/${lesson.lessonNumber}`;
    const parts = lesson.classes.map((name) => {
      const part = lesson.groupNames.find((group) => group.startsWith(name)) ?? '';
      return { who: name, part };
    });
    const people = lesson.teachers.map((who) => ({ who, part: '' }));
    at.set(hour, [...(at.get(hour) ?? []), ...parts, ...people]);
  }
  return [...at].flatMap(([hour, all]) =>
    [...Map.groupBy(all, ({ who }) => who)].flatMap(([who, same]) => {
      const parts = same.map(({ part }) => part);
      const bad = parts.length > 1 && (parts.includes('') || new Set(parts).size < parts.length);
      return bad ? [`${hour} ${who}: ${parts.join(', ')}`] : [];
    }),
  );
}

const hasFet = spawnSync('fet-cl', ['--version']).status === 0;

describe.skipIf(!hasFet)('with FET itself', () => {
  test(
    'it places everything, and its results come back without a new name or a clash',
    { timeout: 300_000 },
    () => {
      const folder = mkdtempSync(path.join(os.tmpdir(), 'fet-'));
      try {
        const input = path.join(folder, 'school.fet');
        writeFileSync(input, file.xml);
        const run = spawnSync(
          'fet-cl',
          [
            `--inputfile=${input}`,
            `--outputdir=${folder}`,
            '--timelimitseconds=200',
            '--randomseeds10=1',
            '--randomseeds11=2',
            '--randomseeds12=3',
            '--randomseeds20=4',
            '--randomseeds21=5',
            '--randomseeds22=6',
          ],
          { encoding: 'utf8' },
        );
        const results = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find(
          (name) => name.endsWith('activities.xml') && !name.includes('highest'),
        );
        expect(results, `${run.stdout}${run.stderr}`).toBeDefined();
        const solved = parseFetFile(
          xml(file.xml),
          xml(readFileSync(path.join(folder, results ?? ''))),
        );
        if (solved === undefined) throw new Error('not read');
        expect(solved.problems).toEqual([]);
        expect(solved.lessons).toHaveLength(file.activities);
        expect(clashes(solved)).toEqual([]);
        const { db } = place.journal;
        const matched = matchTimetable(db, solved, { grant: '', ...asked });
        const planned = planOf(db, matched, solved, asked);
        expect(planned?.plan).toMatchObject({ groups: [], pages: [], teachers: [] });
        expect(planned?.plan.entries).toHaveLength(file.activities);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  );
});
