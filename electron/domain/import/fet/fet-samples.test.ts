import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readTableFile } from '#core/tables/read-table-file';
import { readXml } from '#core/tables/read-xml';
import type { ImportedLesson } from '../timetable/imported-timetable';
import { parseFetResults } from './parse-fet-results';
import { parseFetFile } from './parse-fet-file';
import { parseTimetableCsv } from './parse-timetable-csv';

const samples = new URL('../../../../../shared/samples/fet/', import.meta.url);

describe.skipIf(!existsSync(samples))('a real timetable', () => {
  const bytesOf = (name: string) => readFileSync(new URL(name, samples));
  const element = (name: string) => {
    const result = readXml(bytesOf(name));
    if (!result.ok) throw new Error(result.problem.code);
    return result.root;
  };

  test('CSV, the solved file and the results give the same 410 lessons', async () => {
    const table = await readTableFile(bytesOf('shkola_timetable.csv'), 'shkola_timetable.csv');
    if (!table.ok) throw new Error(table.problem.code);
    const fromCsv = parseTimetableCsv(table.file.sheets[0]?.rows ?? []);
    const file = element('shkola_data_and_timetable.fet');
    const fromFile = parseFetFile(file);
    const fromResults = parseFetFile(file, element('shkola_activities.xml'));
    const asSet = (lessons: readonly ImportedLesson[] = []) =>
      lessons
        .map(({ teachers, classes, ...rest }) =>
          JSON.stringify(
            { ...rest, teachers: teachers.toSorted(), classes: classes.toSorted() },
            Object.keys({ ...rest, teachers, classes }).sort(),
          ),
        )
        .sort();
    expect(new Set(asSet(fromCsv?.lessons)).size).toBe(410);
    expect(asSet(fromFile?.lessons)).toEqual(asSet(fromCsv?.lessons));
    expect(asSet(fromResults?.lessons)).toEqual(asSet(fromCsv?.lessons));
    // What stands alone tells the same, but for activities without a class or without a teacher.
    const places = (lessons: readonly ImportedLesson[] = []) =>
      new Set(
        lessons.map(({ weekday, lessonNumber, classes, subject, room }) =>
          [weekday, lessonNumber, [...classes].sort().join(), subject, room].join(' '),
        ),
      );
    const subgroups = parseFetResults(element('shkola_subgroups.xml'));
    const teachers = parseFetResults(element('shkola_teachers.xml'));
    expect(places(subgroups?.lessons)).toEqual(places(fromCsv?.lessons));
    expect(places(teachers?.lessons)).toEqual(places(fromCsv?.lessons));
    expect([subgroups?.problems, teachers?.problems]).toEqual([[], []]);
    expect([fromCsv?.problems, fromFile?.problems]).toEqual([[], []]);
    expect(fromFile?.days).toHaveLength(5);
  });
});
