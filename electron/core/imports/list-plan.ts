import type { GoodPersonRow, PeoplePreview, PreviewParent } from '#contract/import-people';
import { findAllPupils, findAllTies } from '#db/queries/import-people';
import type { PupilCardRow } from '#db/queries/pupil-card';
import { allRepresentatives, type RepresentativeRow } from '#db/queries/representatives';
import { findClasses, findYear } from '#db/queries/school';
import type { ReadableDb } from '#db/statement';
import { formatDate, type IsoDate } from '#domain/calendar/iso-date';
import type { PupilRow } from '#domain/import/people/person-row';
import {
  changesOfRow,
  planList,
  type ListPlan,
  type RowPlan,
} from '#domain/import/people/plan-list';
import { tieText, type ChildRef, type ParentPlan } from '#domain/import/people/plan-parents';
import { missingClasses, type Answers } from '#domain/import/people/plan-people';
import {
  describeContradiction,
  describeElsewhere,
  describeRowProblem,
  describeUnusable,
} from '#domain/import/people/problem-text';
import { formatClassName, type ClassName } from '#domain/people/class-name';
import { fullName, listName } from '#domain/people/name';
import { refuse } from '../refuse';
import { badRowOf, shownChange, stampOf, type PeopleFile } from './people-file';

export type PlannedList = {
  readonly year: { readonly id: number; readonly startsOn: IsoDate; readonly endsOn: IsoDate };
  readonly classIds: ReadonlyMap<string, number>;
  /** Rows the journal has a place for. */
  readonly rows: readonly RowPlan[];
  /** Rows of children that are not in the journal: of a list of parents only. */
  readonly unknown: readonly RowPlan[];
  readonly people: ListPlan['people'];
  readonly newClasses: readonly ClassName[];
  readonly cards: ReadonlyMap<number, PupilCardRow & { readonly className: string }>;
  readonly representatives: ReadonlyMap<number, RepresentativeRow>;
  readonly stamps: readonly string[];
  readonly seen: string;
  readonly asks: number;
};

/** Plans a list of pupils or parents against the journal as it is now (C4); nothing changes. */
export function planOfList(
  db: ReadableDb,
  rows: readonly PupilRow[],
  list: 'pupils' | 'parents',
  answers: Answers,
  today: IsoDate,
): PlannedList {
  const year = findYear(db, today) ?? refuse('NOT_FOUND', { what: 'period' });
  const classes = findClasses(db, year.id, today);
  const pupils = findAllPupils(db, year.id, today).map(({ grade, letter, ...card }) => ({
    ...card,
    className: grade === null ? '' : formatClassName({ grade, letter: letter ?? '' }),
  }));
  const parents = allRepresentatives(db);
  const plan = planList(rows, { pupils, parents, ties: findAllTies(db) }, list, answers);
  const isUnknown = ({ decision }: RowPlan) => list === 'parents' && decision.kind === 'new';
  const planned = plan.rows.filter((row) => !isUnknown(row));
  const joining = planned.flatMap(({ row, decision }) =>
    row.className !== null && (decision.kind === 'new' || decision.kind === 'joins')
      ? [row.className]
      : [],
  );
  const newClasses = missingClasses(joining, classes);
  const stamps = plan.rows.map(stampOf);
  return {
    year,
    classIds: new Map(classes.map((one) => [formatClassName(one), one.id])),
    rows: planned,
    unknown: plan.rows.filter(isUnknown),
    people: plan.people,
    newClasses,
    cards: new Map(pupils.map((one) => [one.id, one])),
    representatives: new Map(parents.map((one) => [one.id, one])),
    stamps: stamps.filter((_, index) => !isUnknown(plan.rows[index] as RowPlan)),
    seen: stampOf([stamps, newClasses, [...plan.people]]),
    asks: planned.filter(({ decision }) => decision.kind === 'asks').length,
  };
}

const nameOf = ({ name }: Pick<PupilRow, 'name'>) => ({
  lastName: name.last,
  firstName: name.first,
  middleName: name.middle,
});

function childText({ cards, rows }: PlannedList, ref: ChildRef | null): string {
  if (ref === null) return '';
  if (ref.pupilId !== undefined) {
    const card = cards.get(ref.pupilId);
    return card === undefined
      ? ''
      : [listName(card), card.className].filter((part) => part !== '').join(', ');
  }
  const found = rows.find(({ row }) => row.key === ref.rowKey)?.row;
  if (found === undefined) return '';
  const className = found.className === null ? '' : formatClassName(found.className);
  return [listName(nameOf(found)), className].filter((part) => part !== '').join(', ');
}

const parentText = ({ row, relation }: ParentPlan): string =>
  [
    tieText({ ...nameOf(row), phone: '', email: '', address: '', note: '' }, relation),
    row.phone,
    row.email,
  ]
    .filter((part) => part !== '')
    .join(', ');

const candidatesOf = ({ cards }: PlannedList, { decision }: RowPlan): GoodPersonRow['candidates'] =>
  (decision.asked ?? []).flatMap((id) => {
    const card = cards.get(id);
    if (card === undefined) return [];
    const born = card.birthDate === null ? [] : [formatDate(card.birthDate)];
    const where = card.className === '' ? [] : [card.className];
    return [{ id, label: [fullName(card), ...where, ...born].join(', ') }];
  });

/** The rows of a preview. */
export function shownRows(
  file: PeopleFile<PupilRow>,
  planned: PlannedList,
): Pick<PeoplePreview, 'good' | 'newClasses' | 'seen'> & {
  readonly unknown: PeoplePreview['bad'];
} {
  const byKey = new Map(planned.rows.map((one) => [one.row.key, one]));
  const refText = (ref: ChildRef | null) =>
    childText(
      { ...planned, rows: ref?.rowKey === undefined ? [] : [byKey.get(ref.rowKey) as RowPlan] },
      ref,
    );
  return {
    good: planned.rows.map((plan, index): GoodPersonRow => {
      const { row, elsewhere } = plan;
      const ofList = row.className === null ? '' : formatClassName(row.className);
      return {
        key: row.key,
        rowNumber: row.rowNumber,
        ...nameOf(row),
        className: ofList,
        birthDate: row.birthDate,
        detail: row.personalFile,
        leftOut: row.unusable.map(describeUnusable),
        told: [
          ...(elsewhere === null ? [] : [describeElsewhere(elsewhere)]),
          ...plan.parents.flatMap(({ row: parent, contradicted }) =>
            contradicted.length === 0
              ? []
              : [describeContradiction(fullName(nameOf(parent)), contradicted)],
          ),
        ],
        changes: changesOfRow(plan).map(shownChange),
        parents: plan.parents.map((parent): PreviewParent => ({
          key: parent.key,
          text: parentText(parent),
          sharedWith: refText(parent.sharedWith),
          byName: parent.byName,
          namesakeOf: refText(parent.namesakeOf),
        })),
        stamp: planned.stamps[index] ?? '',
        candidates: candidatesOf(planned, plan),
        outcome:
          plan.decision.kind === 'exists'
            ? { kind: 'exists', where: plan.decision.where }
            : { kind: plan.decision.kind },
      };
    }),
    newClasses: planned.newClasses.map(formatClassName),
    seen: planned.seen,
    unknown: planned.unknown.map(({ row }) => {
      const className = row.className === null ? [] : [formatClassName(row.className)];
      const name = [fullName(nameOf(row)), ...className].join(', ');
      return badRowOf(file, row.rowNumber, describeRowProblem({ code: 'childUnknown', name }));
    }),
  };
}
