import { randomUUID } from 'node:crypto';
import { writeXlsx } from 'hucre/xlsx';
import { chosenFile, journalOf } from '#core/imports/testing/chosen';
import { smallSchool } from '#core/testing/school';
import { ratioRow, timeRow, type Row } from './median';

const PUPILS = 1_500;
const IN_A_CLASS = 25;
const RUNS = 5;
/** A person waits for the whole school's list no longer than that. */
const LIST_MS = 3_000;

const HEAD = [
  'ФИО ученика',
  'Класс',
  'Дата рождения',
  'Пол',
  'Адрес',
  'ФИО матери',
  'Телефон матери',
  'ФИО отца',
  'Телефон отца',
];
const letters = 'абвгдежзик';
/** An invented surname of a family: different ones for different numbers. */
const surname = (number: number) =>
  `Лугов${String(number).replaceAll(/\d/g, (digit) => letters.charAt(Number(digit)))}`;
const phone = (number: number) => `8 900 ${String(1_000_000 + number)}`;

/** A list of a whole school: every tenth pupil has a brother or a sister before them. */
function listOfSchool(moved = 0): (string | null)[][] {
  return Array.from({ length: PUPILS }, (_, index) => {
    const family = index % 10 === 9 ? index - 1 : index;
    const born = new Date(Date.UTC(2010, 0, 1 + index)).toISOString().slice(0, 10);
    const classAt = Math.floor(index / IN_A_CLASS);
    return [
      `${surname(family)} ${index === family ? 'Илья' : 'Пётр'} Олегович`,
      `${(classAt % 11) + 1}-${'АБВГДЕ'.charAt(Math.floor(classAt / 11))}`,
      born.split('-').reverse().join('.'),
      'м',
      `ул. Лесная, ${family + moved}`,
      `${surname(family)}а Ольга Ильинична`,
      phone(family),
      `${surname(family)} Олег Петрович`,
      phone(5_000 + family + moved),
    ];
  });
}

type School = Awaited<ReturnType<typeof smallSchool>>;

async function importList(school: School, bytes: Uint8Array) {
  const { client } = school.administrator;
  const grant = chosenFile(school, 'школа.xlsx', bytes);
  const started = performance.now();
  const { sha256, seen, good } = await client.imports.previewPupils({ grant });
  const seenAt = performance.now();
  const agreed = good.flatMap(({ changes }) => changes.map(({ key }) => key));
  const input = { requestId: randomUUID(), grant, sha256, seen, agreed, withoutBadRows: false };
  const from = '2026-09-01' as const;
  const ready = performance.now();
  await client.imports.applyPupils({ ...input, from });
  return { preview: seenAt - started, apply: performance.now() - ready };
}

/** The same pupils, parents and ties by nothing but prepared statements, in one transaction. */
function rawInserts(school: School, rows: readonly (readonly (string | null)[])[]): number {
  const { connection } = journalOf(school.core);
  const started = performance.now();
  connection.exec('BEGIN IMMEDIATE');
  const pupil = connection.prepare(
    `INSERT INTO pupil (last_name, first_name, middle_name, sex, birth_date, address)
     VALUES (?, 'Илья', 'Олегович', 'male', '2012-09-05', ?)`,
  );
  const member = connection.prepare(
    `INSERT INTO class_membership (class_id, pupil_id, from_date) VALUES (1, ?, '2026-09-01')`,
  );
  const parent = connection.prepare(
    'INSERT INTO representative (last_name, first_name, phone) VALUES (?, ?, ?)',
  );
  const tie = connection.prepare(
    `INSERT INTO pupil_representative (pupil_id, representative_id, relation) VALUES (?, ?, ?)`,
  );
  for (const [name, , , , address, mother, motherPhone, father, fatherPhone] of rows) {
    const id = pupil.run(name, address).lastInsertRowid;
    member.run(id);
    tie.run(id, parent.run(mother, 'Ольга', motherPhone).lastInsertRowid, 'mother');
    tie.run(id, parent.run(father, 'Олег', fatherPhone).lastInsertRowid, 'father');
  }
  connection.exec('COMMIT');
  return performance.now() - started;
}

/** A list of a whole school with parents: seen, taken over, and the changed list a year later. */
export async function peopleRows(): Promise<Row[]> {
  const [first, second] = await Promise.all(
    [0, 1].map((moved) =>
      writeXlsx({ sheets: [{ name: 'Школа', rows: [HEAD, ...listOfSchool(moved)] }] }),
    ),
  );
  const times = {
    preview: [] as number[],
    apply: [] as number[],
    changed: [] as number[],
    update: [] as number[],
    raw: [] as number[],
  };
  for (let run = -1; run < RUNS; run++) {
    const school = await smallSchool();
    const plain = await smallSchool();
    try {
      const came = await importList(school, first!);
      const again = await importList(school, second!);
      const raw = rawInserts(plain, listOfSchool());
      if (run < 0) continue;
      times.preview.push(came.preview);
      times.apply.push(came.apply);
      times.changed.push(again.preview);
      times.update.push(again.apply);
      times.raw.push(raw);
    } finally {
      school.remove();
      plain.remove();
    }
  }
  const list = `${PUPILS} pupils with parents`;
  return [
    timeRow(`Preview of a list: ${list}`, times.preview, LIST_MS),
    timeRow(`List taken over: ${list}`, times.apply, LIST_MS),
    timeRow(`Differences of a changed list: ${list}`, times.changed, LIST_MS),
    timeRow(`Differences taken over: ${list}`, times.update, LIST_MS),
    ratioRow(`List taken over / raw inserts: ${list}`, times.apply, times.raw, null, 'raw SQL'),
  ];
}
