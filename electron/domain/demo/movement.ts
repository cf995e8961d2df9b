import type { IsoDate } from '../calendar/iso-date';
import type { DefaultYear } from '../school/default-periods';
import type { Random } from './random';
import type { DemoRows } from './rows';

/** The last id given out in each table of movement; they go on through the years. */
export type LastMovementIds = { order: number; movement: number };

type Stays = DemoRows['memberships'];
type MovementRows = Pick<DemoRows, 'movementOrders' | 'movements' | 'movementEffects'>;

const PLACES = [
  'МБОУ «СОШ № 5» г. Энска',
  'МАОУ «Лицей № 1» г. Заречного',
  'МБОУ «Гимназия № 3» г. Энска',
  'МБОУ «СОШ № 12» п. Сосновка',
] as const;
const REASONS = ['переезд семьи', 'заявление родителей', 'смена места жительства'] as const;

type Step = {
  readonly on: IsoDate;
  readonly kind: 'arrival' | 'leaving' | 'transfer';
  readonly pupilId: number;
  readonly from: number | null;
  readonly to: number | null;
  readonly effects: readonly (readonly [
    of: 'class' | 'group',
    ownerId: number,
    from: IsoDate,
    wasThere: 0 | 1,
    toBefore: IsoDate | null,
    isThere: 0 | 1,
    toAfter: IsoDate | null,
  ])[];
};

/** What happened to a pupil within a year, told from the stays in classes and groups. */
function stepsOf(
  classes: Stays,
  groups: Stays,
  year: { readonly startsOn: IsoDate; readonly endsOn: IsoDate | null },
): readonly Step[] {
  const all = [
    ...classes.map((row) => ['class', row] as const),
    ...groups.map((row) => ['group', row] as const),
  ];
  const pupilId = classes[0]?.[2] ?? 0;
  const begun = (day: IsoDate) =>
    all
      .filter(([, row]) => row[3] === day)
      .map(([of, row]) => [of, row[1], row[3], 0, null, 1, row[4]] as const);
  const ended = (day: IsoDate) =>
    all
      .filter(([, row]) => row[4] === day)
      .map(([of, row]) => [of, row[1], row[3], 1, year.endsOn, 1, row[4]] as const);
  return classes.flatMap((row, index): Step[] => {
    const [, classId, , from, to] = row;
    const [before, next] = [classes[index - 1], classes[index + 1]];
    const steps: Step[] = [];
    if (before !== undefined) {
      const effects = [...ended(before[4] ?? from), ...begun(from)];
      steps.push({ on: from, kind: 'transfer', pupilId, from: before[1], to: classId, effects });
    } else if (from > year.startsOn) {
      const effects = begun(from);
      steps.push({ on: from, kind: 'arrival', pupilId, from: null, to: classId, effects });
    }
    if (next === undefined && to !== null && to !== year.endsOn) {
      const effects = ended(to);
      steps.push({ on: to, kind: 'leaving', pupilId, from: classId, to: null, effects });
    }
    return steps;
  });
}

/** An order for each arrival, leaving and move of a year, as the secretary would have entered them. */
export function movementRowsOf(
  year: {
    readonly calendar: Pick<DefaultYear, 'startsOn'>;
    /** Where the year is over: the day its memberships end. */
    readonly endsOn: IsoDate | null;
    readonly memberships: Stays;
    readonly groupMemberships: Stays;
  },
  last: LastMovementIds,
  random: Random,
): MovementRows {
  const classes = Map.groupBy(year.memberships, ([, , pupilId]) => pupilId);
  const groups = Map.groupBy(year.groupMemberships, ([, , pupilId]) => pupilId);
  const span = { startsOn: year.calendar.startsOn, endsOn: year.endsOn };
  const steps = [...classes]
    .flatMap(([pupilId, own]) =>
      stepsOf(
        own.toSorted((a, b) => a[3].localeCompare(b[3])),
        groups.get(pupilId) ?? [],
        span,
      ),
    )
    .toSorted((a, b) => a.on.localeCompare(b.on) || a.pupilId - b.pupilId);
  const orders = new Map<IsoDate, number>();
  const rows = {
    movementOrders: [] as DemoRows['movementOrders'][number][],
    movements: [] as DemoRows['movements'][number][],
    movementEffects: [] as DemoRows['movementEffects'][number][],
  };
  for (const [index, { on, kind, pupilId, from, to, effects }] of steps.entries()) {
    let order = orders.get(on);
    if (order === undefined) {
      order = last.order += 1;
      orders.set(on, order);
      rows.movementOrders.push([order, `${orders.size}-у`, on, 'О движении обучающихся']);
    }
    const id = (last.movement += 1);
    const place = kind === 'transfer' ? '' : (PLACES[random.between(0, PLACES.length - 1)] ?? '');
    const reason = REASONS[(index + pupilId) % REASONS.length] ?? '';
    rows.movements.push([id, pupilId, order, kind, on, from, to, place, reason]);
    for (const [position, effect] of effects.entries()) {
      rows.movementEffects.push([id, position + 1, ...effect]);
    }
  }
  return rows;
}
