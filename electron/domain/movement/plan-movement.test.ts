import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysFromTo, type IsoDate } from '../calendar/iso-date';
import { isOn } from '../groups/membership';
import { MOVEMENT_KINDS } from './kinds';
import { cellsLeftOutside } from './marks-outside';
import { effectsBetween, reversed, withEffects, type Membership } from './memberships';
import { planMovement, type ClassOfYear, type Ordered, type School } from './plan-movement';

const year = (yearId: number, start: number) => ({
  yearId,
  yearStartsOn: `${start}-09-01` as IsoDate,
  yearEndsOn: `${start + 1}-05-31` as IsoDate,
});
const classes: readonly ClassOfYear[] = [
  { id: 1, grade: 6, ...year(1, 2026) },
  { id: 2, grade: 6, ...year(1, 2026) },
  { id: 3, grade: 7, ...year(2, 2027) },
  { id: 4, grade: 6, ...year(2, 2027) },
];
/** 12 is a stream of both sixth grades. */
const groups = new Map<number, readonly number[]>([
  [10, [1]],
  [11, [1]],
  [12, [1, 2]],
  [20, [2]],
  [30, [3]],
  [40, [4]],
]);
const school: School = {
  classes: new Map(classes.map((one) => [one.id, one])),
  classesOfGroup: groups,
};
const stay = (ownerId: number, from: IsoDate, to: IsoDate | null = null): Membership => ({
  of: 'class',
  ownerId,
  from,
  to,
});
const inGroup = (ownerId: number, from: IsoDate, to: IsoDate | null = null): Membership => ({
  of: 'group',
  ownerId,
  from,
  to,
});
const order = (one: Partial<Ordered> & Pick<Ordered, 'kind' | 'on'>): Ordered => ({
  toClassId: null,
  groupIds: [],
  ...one,
});
const after = (rows: readonly Membership[], ordered: Ordered) => {
  const planned = planMovement(rows, ordered, school);
  if ('problem' in planned) throw new Error(planned.problem);
  return planned;
};
const problem = (rows: readonly Membership[], ordered: Ordered) => {
  const planned = planMovement(rows, ordered, school);
  return 'problem' in planned ? planned.problem : undefined;
};
const sorted = (rows: readonly Membership[]) =>
  rows.map((row) => JSON.stringify([row.of, row.ownerId, row.from, row.to])).toSorted();

describe('an order', () => {
  const here = [stay(1, '2026-09-01'), inGroup(10, '2026-09-01'), inGroup(12, '2026-09-01')];

  test('of leaving: the last day is still a day in the school', () => {
    const { rows, fromClassId } = after(here, order({ kind: 'leaving', on: '2027-03-12' }));
    expect(fromClassId).toBe(1);
    expect(sorted(rows)).toEqual(
      sorted([
        stay(1, '2026-09-01', '2027-03-12'),
        inGroup(10, '2026-09-01', '2027-03-12'),
        inGroup(12, '2026-09-01', '2027-03-12'),
      ]),
    );
  });

  test('of transfer: the old class ends the day before, a common stream goes on', () => {
    const ordered = order({ kind: 'transfer', on: '2026-11-02', toClassId: 2, groupIds: [20, 12] });
    expect(sorted(after(here, ordered).rows)).toEqual(
      sorted([
        stay(1, '2026-09-01', '2026-11-01'),
        inGroup(10, '2026-09-01', '2026-11-01'),
        inGroup(12, '2026-09-01'),
        stay(2, '2026-11-02'),
        inGroup(20, '2026-11-02'),
      ]),
    );
  });

  test('of transfer, backdated before a later one, only takes the days between', () => {
    const rows = [stay(1, '2026-09-01', '2026-11-30'), stay(2, '2026-12-01')];
    const ordered = order({ kind: 'transfer', on: '2026-10-01', toClassId: 2 });
    expect(sorted(after(rows, ordered).rows)).toEqual(
      sorted([
        stay(1, '2026-09-01', '2026-09-30'),
        stay(2, '2026-10-01', '2026-11-30'),
        stay(2, '2026-12-01'),
      ]),
    );
  });

  test('of promotion: from the first day of the next year', () => {
    const ordered = order({
      kind: 'promotion',
      on: '2027-09-01',
      toClassId: 3,
      groupIds: [30],
    });
    expect(sorted(after(here, ordered).rows)).toEqual(
      sorted([
        stay(1, '2026-09-01', '2027-08-31'),
        inGroup(10, '2026-09-01', '2027-08-31'),
        inGroup(12, '2026-09-01', '2027-08-31'),
        stay(3, '2027-09-01'),
        inGroup(30, '2027-09-01'),
      ]),
    );
  });

  test('of leaving in summer takes back the class that was to come', () => {
    const promoted = [stay(1, '2026-09-01', '2027-08-31'), stay(3, '2027-09-01')];
    const planned = after(promoted, order({ kind: 'leaving', on: '2027-08-20' }));
    expect(planned.rows).toEqual([stay(1, '2026-09-01', '2027-08-20')]);
    expect(planned.dropped).toEqual([stay(3, '2027-09-01')]);
  });

  test('of leaving ends an individual plan; one that is still to begin is not touched', () => {
    const plan = (from: IsoDate, to: IsoDate | null = null): Membership => ({
      of: 'plan',
      ownerId: 1,
      from,
      to,
    });
    const rows = [stay(1, '2026-09-01'), plan('2026-10-01', '2026-12-31'), plan('2027-04-01')];
    const left = after(rows, order({ kind: 'leaving', on: '2026-11-20' })).rows;
    expect(sorted(left)).toEqual(
      sorted([
        stay(1, '2026-09-01', '2026-11-20'),
        plan('2026-10-01', '2026-11-20'),
        plan('2027-04-01'),
      ]),
    );
    const moved = after(rows, order({ kind: 'transfer', on: '2026-11-20', toClassId: 2 })).rows;
    expect(moved).toContainEqual(plan('2026-10-01', '2026-12-31'));
  });

  test.each([
    ['alreadyInClass', here, order({ kind: 'arrival', on: '2026-10-01', toClassId: 2 })],
    ['noClass', [], order({ kind: 'arrival', on: '2026-10-01', toClassId: 99 })],
    ['outsideYear', [], order({ kind: 'arrival', on: '2026-08-31', toClassId: 1 })],
    ['notInClass', [], order({ kind: 'leaving', on: '2026-10-01' })],
    ['sameClass', here, order({ kind: 'transfer', on: '2026-10-01', toClassId: 1 })],
    ['otherYear', here, order({ kind: 'transfer', on: '2026-10-01', toClassId: 3 })],
    ['wrongGrade', here, order({ kind: 'promotion', on: '2027-09-01', toClassId: 4 })],
    ['wrongGrade', here, order({ kind: 'repeat', on: '2027-09-01', toClassId: 3 })],
    [
      'groupOfOtherClass',
      here,
      order({ kind: 'transfer', on: '2026-10-01', toClassId: 2, groupIds: [10] }),
    ],
    [
      'notInClass',
      [stay(1, '2026-09-01', '2027-03-12')],
      order({ kind: 'promotion', on: '2027-09-01', toClassId: 3 }),
    ],
  ] as const)('is refused: %s', (why, rows, ordered) => {
    expect(problem(rows, ordered)).toBe(why);
  });
});

test('entries left outside are those that were inside before', () => {
  const before = [stay(1, '2026-09-01'), inGroup(10, '2026-09-01')];
  const { rows } = after(before, order({ kind: 'leaving', on: '2026-11-10' }));
  const cell = (date: IsoDate, groupId: number | null) => ({
    date,
    pageId: 1,
    classIds: [1],
    groupId,
  });
  const cells = [
    cell('2026-11-10', null),
    cell('2026-11-11', null),
    cell('2026-11-12', 10),
    cell('2026-11-12', 11),
  ];
  expect(cellsLeftOutside(cells, before, rows)).toEqual([
    cell('2026-11-11', null),
    cell('2026-11-12', 10),
  ]);
});

const someDay = fc.integer({ min: 0, max: 700 }).map((days) => addDays('2026-08-20', days));
const someOrder: fc.Arbitrary<Ordered> = fc
  .record({
    kind: fc.constantFrom(...MOVEMENT_KINDS),
    on: fc.oneof(someDay, fc.constantFrom<IsoDate>('2026-09-01', '2027-09-01')),
    toClassId: fc.constantFrom(1, 2, 3, 4),
    groupIds: fc.subarray([10, 12, 20, 30, 40]),
  })
  .map((ordered) => {
    const leads = ordered.kind !== 'leaving' && ordered.kind !== 'graduation';
    const toClassId = leads ? ordered.toClassId : null;
    const groupIds = ordered.groupIds.filter((id) => groups.get(id)?.includes(toClassId ?? 0));
    return { ...ordered, toClassId, groupIds };
  });
/** Of several orders the first that can be is carried out, so that most steps do something. */
const someLife = fc.array(fc.array(someOrder, { minLength: 20, maxLength: 20 }), {
  minLength: 3,
  maxLength: 10,
});
type Life = readonly (readonly Ordered[])[];

function live(life: Life, step: (one: Step) => void): readonly Membership[] {
  let rows: readonly Membership[] = [];
  for (const orders of life) {
    for (const ordered of orders) {
      const planned = planMovement(rows, ordered, school);
      if ('problem' in planned) continue;
      step({ ordered, before: rows, rows: planned.rows });
      ({ rows } = planned);
      break;
    }
  }
  return rows;
}
type Step = {
  readonly ordered: Ordered;
  readonly before: readonly Membership[];
  readonly rows: readonly Membership[];
};
const DAYS = daysFromTo('2026-08-20', '2028-08-01').filter((_, index) => index % 3 === 0);
const classesOn = (rows: readonly Membership[], day: IsoDate) =>
  rows.filter((row) => row.of === 'class' && isOn(row, day)).map(({ ownerId }) => ownerId);

describe('whatever is ordered one after another (ЭЛЖ 22, КИА 4.1.12)', () => {
  test('a pupil is in at most one class on any day, in groups only of that class', () => {
    const kinds = new Set<string>();
    fc.assert(
      fc.property(someLife, (orders) => {
        live(orders, ({ rows, ordered }) => {
          kinds.add(ordered.kind);
          for (const day of DAYS) {
            const own = classesOn(rows, day);
            expect(own.length).toBeLessThanOrEqual(1);
            for (const row of rows.filter((one) => one.of === 'group' && isOn(one, day))) {
              expect(groups.get(row.ownerId)).toContain(own[0]);
            }
          }
        });
      }),
      { numRuns: 60 },
    );
    expect(kinds.size).toBeGreaterThan(4);
  });

  test('no stay is doubled, none ends before it begins', () => {
    fc.assert(
      fc.property(someLife, (orders) => {
        const rows = live(orders, () => undefined);
        const keys = rows.map(({ of, ownerId, from }) => `${of} ${ownerId} ${from}`);
        expect(new Set(keys).size).toBe(keys.length);
        for (const { from, to } of rows) expect(to === null || from <= to).toBe(true);
      }),
    );
  });

  test('only a leaving makes days without a class, only an arrival ends them', () => {
    fc.assert(
      fc.property(someLife, (orders) => {
        live(orders, ({ ordered, before, rows }) => {
          for (const day of DAYS) {
            const [was, is] = [classesOn(before, day).length, classesOn(rows, day).length];
            if (ordered.kind === 'transfer') expect(is).toBe(was);
            else if (ordered.toClassId === null) expect(is).toBe(day <= ordered.on ? was : 0);
            else expect(is).toBe(day >= ordered.on ? 1 : was);
          }
        });
      }),
      { numRuns: 60 },
    );
  });

  test('an order and its revoking leave every row as it was, one and all backwards', () => {
    fc.assert(
      fc.property(someLife, (orders) => {
        const done: ReturnType<typeof effectsBetween>[] = [];
        const end = live(orders, ({ before, rows }) => {
          const effects = effectsBetween(before, rows);
          done.push(effects);
          expect(sorted(withEffects(before, effects) ?? [])).toEqual(sorted(rows));
          expect(sorted(withEffects(rows, reversed(effects)) ?? [])).toEqual(sorted(before));
        });
        const start = done
          .toReversed()
          .reduce<readonly Membership[]>(
            (rows, one) => withEffects(rows, reversed(one)) ?? [],
            end,
          );
        expect(start).toEqual([]);
      }),
    );
  });

  test('an order is not revoked over what was changed since', () => {
    const first = [stay(1, '2026-09-01')];
    const { rows } = after(first, order({ kind: 'transfer', on: '2026-11-02', toClassId: 2 }));
    const effects = effectsBetween(first, rows);
    const { rows: gone } = after(rows, order({ kind: 'leaving', on: '2027-02-01' }));
    expect(withEffects(gone, reversed(effects))).toBeUndefined();
  });
});
