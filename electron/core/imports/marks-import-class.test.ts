import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readTableFile } from '../tables/read-table-file';
import { smallSchool, type Client } from '../testing/school';
import { chosenFile, journalOf, storedSymbols } from './testing/chosen';
import { attendanceReport } from './testing/sample-files';

let school: Awaited<ReturnType<typeof smallSchool>>;
let client: Client;
beforeEach(async () => {
  school = await smallSchool();
  ({ client } = school.administrator);
});
afterEach(() => school.remove());

/** Loads reports with everything unknown made new; how long applying took, in milliseconds. */
async function loadAll(files: readonly Uint8Array[]) {
  const grants = files.map((bytes, index) => chosenFile(school, `отчёт-${index}.xlsx`, bytes));
  const plain = { grants, subjects: {}, pupils: {}, addYear: true };
  const first = await client.imports.previewMarks(plain);
  const open = (names: typeof first.subjects) =>
    Object.fromEntries(
      names.flatMap(({ name, decided }) => (decided ? [] : [[name, 'create' as const]])),
    );
  const asked = { ...plain, subjects: open(first.subjects), pupils: open(first.pupils) };
  const preview = await client.imports.previewMarks(asked);
  const started = performance.now();
  const request = { ...asked, requestId: randomUUID(), sha256: preview.sha256 };
  const result = await client.imports.applyMarks(request);
  return { preview, result, took: performance.now() - started };
}

/** What the journal holds with what it keeps in remarks: all of a file must be there. */
function symbolsOfJournal(): string[] {
  const db = journalOf(school.core);
  const remarks = db.connection
    .prepare(`SELECT remark FROM journal_cell WHERE remark <> ''`)
    .all() as { remark: string }[];
  return [
    ...storedSymbols(db),
    ...remarks.flatMap(({ remark }) => remark.match(/\d/gu) ?? []),
  ].sort();
}

const symbolsOf = (texts: readonly string[]) =>
  texts.join('').replace(/[\s/]/gu, '').split('').sort();

test('an invented class of 28: every mark and code of the file, none doubled', async () => {
  const shapes = ['4', 'Н', '3/5', 'О', '4 3', 'О 4', 'Н Н', 'Б Б 4', '0', 'О 2/3', '', null, null];
  const rows = fc.array(fc.constantFrom(...shapes), { minLength: 5, maxLength: 5 });
  const [table = []] = fc.sample(fc.array(rows, { minLength: 28 * 12, maxLength: 28 * 12 }), {
    numRuns: 1,
    seed: 11,
  });
  const pupils = Array.from({ length: 28 }, (_, pupil) => ({
    name: `Фамилия${String.fromCodePoint(1072 + pupil)} Имя Отчество`,
    subjects: Array.from({ length: 12 }, (_, subject) => ({
      name: `Предмет ${subject + 1}`,
      cells: table[pupil * 12 + subject] ?? [],
    })),
  }));
  const head = { className: '9А', year: '2026/2027', period: 'с 09.11.26 по 30.12.26' };
  const { result, took } = await loadAll([await attendanceReport(pupils, head)]);
  expect(symbolsOfJournal()).toEqual(symbolsOf(table.flat().map((cell) => cell ?? '')));
  expect(result).toMatchObject({ newPupils: 28, conflicts: 0, same: 0 });
  expect(took).toBeLessThan(3000);
});

const samples = ['otchet-ob-uspevaemosti-i-poseshchaemosti', 'tabel-uspevaemosti'].map(
  (name) => new URL(`../../../../shared/samples/netschool/${name}.xlsx`, import.meta.url),
);

test.skipIf(!samples.every((file) => existsSync(file)))(
  'a real class: every mark and code of the file',
  async () => {
    const files = samples.map((file) => readFileSync(file));
    const { preview, result, took } = await loadAll(files);
    expect(preview.reports).toEqual(['attendance', 'grades']);
    expect(took).toBeLessThan(3000);

    // Counted anew: every text of marks and codes that stands left of a pupil's averages.
    const read = await readTableFile(files[0] ?? Buffer.alloc(0), 'отчёт.xlsx');
    if (!read.ok) throw new Error(read.problem.code);
    const written: string[] = [];
    let last = 0;
    for (const row of read.file.sheets[0]?.rows ?? []) {
      if (row[0] === 'Предмет') last = row.indexOf('Средняя оценка');
      const [label] = row;
      if (typeof label !== 'string' || label.length < 3 || label.includes(':')) continue;
      for (const cell of row.slice(1, last)) {
        if (typeof cell === 'string' && /^[\dНБУО /]+$/u.test(cell)) written.push(cell);
      }
    }
    expect(symbolsOfJournal()).toEqual(symbolsOf(written));
    expect(result.marks + result.absences).toBeGreaterThan(3300);
    // Somebody of the file may bear the name of one of the small school's.
    const known = preview.pupils.filter(({ decided }) => typeof decided === 'object');
    expect(result.newPupils + known.length).toBe(28);
  },
);
