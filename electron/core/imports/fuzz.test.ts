import { randomUUID } from 'node:crypto';
import { writeOds } from 'hucre/ods';
import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { hashOfAllRows } from '#db/testing/row-hash';
import { refusalOf } from '../testing/refusal-of';
import { smallSchool } from '../testing/school';
import { ascFile, ascSchool, ascXml } from './testing/asc-files';
import { chosenFile, journalOf } from './testing/chosen';
import {
  familiesCsv,
  familiesOds,
  familiesXlsx,
  parentsCsv,
  parentsOds,
  parentsXlsx,
} from './testing/family-files';
import { mutatedFiles } from './testing/mutate';
import {
  attendanceReport,
  fetCsv,
  fetFile,
  gradeSheet,
  pupilRows,
  pupilsCsv,
  pupilsOds,
  pupilsXlsx,
  staffCsv,
} from './testing/sample-files';

type School = Awaited<ReturnType<typeof smallSchool>>;
type Names = readonly { readonly name: string; readonly decided: unknown }[];

const FILES = 2_000;
/** As many of those that are read are taken over, too. */
const APPLIED = 50;
const SLOWEST = 5_000;
const agreed = () => ({ requestId: randomUUID() });
/** Everything undecided is made new: the most an import can do. */
const creating = (names: Names) =>
  Object.fromEntries(
    names.flatMap(({ name, decided }) => (decided === null ? [[name, 'create' as const]] : [])),
  );

/** What a list of people brought is taken out again, so that the next one finds the school as it was. */
const AS_BEFORE = `
  DELETE FROM pupil_representative; DELETE FROM representative;
  DELETE FROM class_membership WHERE pupil_id > 4; DELETE FROM pupil WHERE id > 4;
  DELETE FROM school_class WHERE id > 2; DELETE FROM staff_member WHERE id > 6;
  UPDATE school_class SET homeroom_teacher_id = NULL WHERE id = 2;
  UPDATE pupil SET birth_date = NULL, snils = '', address = '', version = 0;`;

/** The trail only grows: a school is built anew before comparing it takes longer than building. */
const REBUILT_AFTER = 40;

type Importer = {
  /** All that are read are taken over, not only the first, each into the school as it was. */
  readonly applyAll?: true;
  readonly files: () => Promise<readonly Uint8Array[]> | readonly Uint8Array[];
  readonly fileName: string;
  /** Answers how to take the file, as a person would who agrees to everything. */
  readonly preview: (school: School, grant: string) => Promise<() => Promise<unknown>>;
};

const people = (kind: 'Pupils' | 'Parents' | 'Staff'): Importer['preview'] => {
  return async ({ administrator: { client } }, grant) => {
    const first = await client.imports[`preview${kind}`]({ grant });
    const asking = first.good.filter(({ outcome }) => outcome.kind === 'asks');
    const answers = Object.fromEntries(
      asking.map(({ key, candidates: [one] }, index) => [
        key,
        index % 2 === 0 ? String(one?.id) : 'new',
      ]),
    );
    const { sha256, seen, good } = await client.imports[`preview${kind}`]({ grant, answers });
    const keys = good.flatMap(({ changes }) => changes.map(({ key }) => key));
    const input = { grant, answers, sha256, seen, agreed: keys, withoutBadRows: true };
    return () =>
      kind === 'Pupils'
        ? client.imports.applyPupils({ ...agreed(), ...input, from: '2026-09-01' })
        : client.imports[`apply${kind}`]({ ...agreed(), ...input });
  };
};

const timetable: Importer['preview'] = async ({ administrator: { client } }, grant) => {
  // Near the end of the year: the lessons of a few weeks tell as much as those of many.
  const asked = { grant, validFrom: '2027-05-10' as const };
  const none = { teachers: {}, subjects: {}, classes: {}, rooms: {} };
  const first = await client.imports.previewTimetable({ ...asked, ...none });
  const choices = {
    teachers: creating(first.teachers),
    subjects: creating(first.subjects),
    classes: creating(first.classes),
    rooms: creating(first.rooms),
  };
  return async () => {
    await client.imports.previewTimetable({ ...asked, ...choices });
    const { sha256 } = first;
    return client.imports.applyTimetable({
      ...agreed(),
      ...asked,
      ...choices,
      sha256,
      name: 'Новое',
    });
  };
};

const marks: Importer['preview'] = async ({ administrator: { client } }, grant) => {
  const asked = { grants: [grant], addYear: true };
  const first = await client.imports.previewMarks({ ...asked, subjects: {}, pupils: {} });
  const choices = { subjects: creating(first.subjects), pupils: creating(first.pupils) };
  const input = { ...asked, ...choices, sha256: first.sha256 };
  return () => client.imports.applyMarks({ ...agreed(), ...input });
};

const reportPupils = [
  {
    name: 'Абрамов Илья',
    subjects: [{ name: 'Алгебра', cells: ['5', 'Н', null, '4/5', 'О 3'], mark: '4' }],
  },
  { name: 'Ёлкина Мария', subjects: [{ name: 'Физика', cells: [5, null, 'Б', '3', ''] }] },
];
const sheetPupils = reportPupils.map(({ name }) => ({
  name,
  subjects: [{ name: 'Алгебра', marks: ['4', '5', '5'] as [string, string, string] }],
}));
const of8A = { className: '8А', year: '2026/2027', period: 'с 09.11.26 по 30.12.26' };

const hourOf = (inside: string) =>
  `<Day name="Понедельник"><Hour name="1 урок">${inside}</Hour><Hour name="2 урок">${inside}</Hour></Day>`;
const fetResults = [
  `<Students_Timetable><Subgroup name="8А Automatic Subgroup">${hourOf('<Activity id="1"/><Teacher name="Галкина В. Л."/><Subject name="Алгебра"/><Room name="21"/>')}</Subgroup></Students_Timetable>`,
  `<Teachers_Timetable><Teacher name="Галкина В. Л.">${hourOf('<Subject name="Физика"/><Students name="8А"/>')}</Teacher></Teachers_Timetable>`,
].map((text) => Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${text}`));
const gridRows: (string | number | null)[][] = [
  ['Расписание уроков'],
  ['День', '№', '8А', '1А'],
  ['Понедельник', 1, 'Алгебра / 21', 'Чтение, Галкина В. Л., 4'],
  [null, 2, 'Англ. яз. / Информатика 33', 'Письмо'],
  ['Вторник', 1, 'Физкультура / с/з', null],
];
const gridMerges = [
  { startRow: 2, startCol: 0, endRow: 3, endCol: 0 },
  { startRow: 4, startCol: 2, endRow: 4, endCol: 3 },
];
const gridCsv = (rows: readonly (readonly (string | number | null)[])[]) =>
  Buffer.from(rows.map((row) => row.map((cell) => `"${cell ?? ''}"`).join(';')).join('\n'));

const importers: Readonly<Record<string, Importer>> = {
  pupils: {
    files: async () => [
      pupilsCsv(pupilRows(6)),
      await pupilsXlsx(pupilRows(6)),
      await pupilsOds(pupilRows(6)),
    ],
    fileName: 'список.xlsx',
    preview: people('Pupils'),
    applyAll: true,
  },
  'pupils with parents': {
    files: async () => [
      familiesCsv('utf8'),
      familiesCsv('win1251'),
      await familiesXlsx(),
      await familiesOds(),
    ],
    fileName: 'список.xlsx',
    preview: people('Pupils'),
    applyAll: true,
  },
  'a list of parents': {
    files: async () => [parentsCsv(), await parentsXlsx(), await parentsOds()],
    fileName: 'родители.xlsx',
    preview: people('Parents'),
    applyAll: true,
  },
  staff: {
    files: () => [staffCsv()],
    fileName: 'список.csv',
    preview: people('Staff'),
    applyAll: true,
  },
  marks: {
    files: async () => [
      await attendanceReport(reportPupils, of8A),
      await gradeSheet(sheetPupils, of8A),
    ],
    fileName: 'отчёт.xlsx',
    preview: marks,
  },
  'FET, CSV': { files: () => [fetCsv()], fileName: 'timetable.csv', preview: timetable },
  'FET, results': {
    files: () => fetResults,
    fileName: 'results.xml',
    preview: timetable,
  },
  'aSc Timetables': {
    files: () => [ascFile(), Buffer.from(ascXml(ascSchool()))],
    fileName: 'school.xml',
    preview: timetable,
  },
  'a table of days and classes': {
    files: async () => [
      gridCsv(gridRows),
      await writeXlsx({ sheets: [{ name: 'Лист', rows: gridRows, merges: gridMerges }] }),
      await writeOds({ sheets: [{ name: '8А', rows: gridRows }] }),
    ],
    fileName: 'расписание.xlsx',
    preview: timetable,
  },
  'FET, .fet': { files: () => [fetFile()], fileName: 'school.fet', preview: timetable },
};

test.each(Object.entries(importers))(
  '%s: thousands of damaged files are read or refused, and none comes in by half',
  { timeout: 600_000 },
  async (name, { files, fileName, preview, applyAll }) => {
    let school = await smallSchool();
    try {
      let db = journalOf(school.core);
      const seen = new Map<string, number>();
      const count = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1);
      let slowest = { ms: 0, how: '' };
      let hash = hashOfAllRows(db);
      let applied = 0;
      for (const { bytes, how } of mutatedFiles(await files(), FILES, 20_261_123)) {
        const started = performance.now();
        const grant = chosenFile(school, fileName, bytes);
        let apply: (() => Promise<unknown>) | undefined;
        const refused = await refusalOf(
          preview(school, grant).then((found) => {
            apply = found;
          }),
        );
        expect(refused?.code, how).not.toBe('INTERNAL');
        count(refused === undefined ? 'read' : refused.code);
        if (apply !== undefined && (applyAll === true || applied < APPLIED)) {
          applied += 1;
          const answer = await refusalOf(apply());
          expect(answer?.code, how).not.toBe('INTERNAL');
          count(answer === undefined ? 'applied' : `apply: ${answer.code}`);
          const now = hashOfAllRows(db);
          if (answer !== undefined) expect(now, how).toBe(hash);
          hash = now;
        }
        const ms = performance.now() - started;
        if (ms > slowest.ms) slowest = { ms, how };
        if (applyAll === true && apply !== undefined) {
          if (applied % REBUILT_AFTER === 0) {
            school.remove();
            school = await smallSchool();
            db = journalOf(school.core);
          } else db.connection.exec(AS_BEFORE);
          hash = hashOfAllRows(db);
        }
      }
      expect(hashOfAllRows(db)).toBe(hash);
      expect(slowest.ms, slowest.how).toBeLessThan(SLOWEST);
      expect(seen.get('read')).toBeGreaterThan(0);
      expect(seen.get('applied')).toBeGreaterThan(0);
      if (process.env['SHOW_FIGURES'] === '1') {
        process.stdout.write(`${name}: ${JSON.stringify([...seen])}, ${JSON.stringify(slowest)}\n`);
      }
    } finally {
      school.remove();
    }
  },
);
