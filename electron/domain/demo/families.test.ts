import { expect, test } from 'vitest';
import { parseSnils } from '../people/snils';
import { SMALL_SCHOOL, FULL_SCHOOL } from './classes';
import { makeDemoSchool } from './demo-school';
import { fatherName } from './names';
import type { DemoRows } from './rows';

type AllRows = { -readonly [Name in keyof DemoRows]: DemoRows[Name][number][] };
function rowsOf(classes: typeof SMALL_SCHOOL): AllRows {
  const all: Partial<Record<keyof DemoRows, unknown[]>> = {};
  for (const { rows } of makeDemoSchool({ seed: 1, today: '2026-11-22', years: 1, classes })) {
    for (const [name, some] of Object.entries(rows)) {
      (all[name as keyof DemoRows] ??= []).push(...some);
    }
  }
  return all as AllRows;
}

test.each([
  ['Сергеевич', 'Сергей'],
  ['Юрьевна', 'Юрий'],
  ['Геннадьевич', 'Геннадий'],
  ['Ильинична', 'Илья'],
  ['Павловна', 'Павел'],
  ['Георгиевич', 'Георгий'],
  ['Рустамовна', 'Рустам'],
])('the father of a %s is %s', (patronymic, name) => expect(fatherName(patronymic)).toBe(name));

test('every child has a parent to call first, brothers and sisters share one', () => {
  const rows = rowsOf(FULL_SCHOOL);
  const main = rows.pupilRepresentatives.filter(([, , , , first]) => first === 1);
  expect(new Set(main.map(([pupil]) => pupil)).size).toBe(rows.pupils.length);
  const children = Map.groupBy(main, ([, representative]) => representative);
  const families = [...children.values()].filter((links) => links.length > 1);
  expect(families.length).toBeGreaterThan(3);
  for (const pupil of rows.pupils) expect(parseSnils(pupil[7])).toBe(pupil[7]);
});

test('consents as in a school: most given, some refused, one missing, one withdrawn, one with a term', () => {
  const { consents, pupils } = rowsOf(FULL_SCHOOL);
  const of = (kind: string, decision: string) =>
    consents.filter((row) => row[2] === kind && row[3] === decision).length / pupils.length;
  expect(of('processing', 'given')).toBeGreaterThan(0.9);
  expect(of('processing', 'given') + of('processing', 'refused')).toBeLessThan(1);
  expect(of('electronicForm', 'refused')).toBeGreaterThan(0.03);
  expect(consents.some((row) => row[7] !== null)).toBe(true);
  expect(consents.some((row) => row[6] !== null)).toBe(true);
});

test('a check of this month is on its way', () => {
  const { dataChecks, dataCheckPupils } = rowsOf(SMALL_SCHOOL);
  expect(dataChecks[0]).toEqual([1, 1, 'ноябрь 2026', '2026-11-16']);
  expect(new Set(dataCheckPupils.map(([, , , result]) => result))).toEqual(
    new Set(['confirmed', 'changed']),
  );
});
