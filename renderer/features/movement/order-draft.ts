import type {
  MovementItem,
  MovementOrderInput,
  MovementPerson,
  MovementStart,
} from '#contract/movement';
import type { IsoDate } from '#domain/calendar/iso-date';
import { leadsToClass, type MovementKind } from '#domain/movement/kinds';
import { suggestGroups } from '#domain/movement/suggest-groups';

export type NewPupil = {
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string;
  readonly sex: 'male' | 'female' | null;
  readonly birthDate: IsoDate | null;
};
/** A line of an order as it is being written. */
export type DraftLine = {
  readonly key: number;
  /** Null: `newPupil` comes for the first time. */
  readonly person: MovementPerson | null;
  readonly newPupil: NewPupil;
  readonly toClassId: number | null;
  readonly groupIds: readonly number[];
  readonly on: IsoDate | null;
  readonly place: string;
  readonly reason: string;
  readonly subjectIds: readonly number[];
  readonly dueOn: IsoDate | null;
};
export type OrderDraft = {
  readonly kind: MovementKind;
  readonly number: string;
  readonly date: IsoDate | null;
  readonly title: string;
  /** The day every new line begins with. */
  readonly on: IsoDate | null;
  readonly lines: readonly DraftLine[];
};

type ClassOption = MovementStart['classes'][number];
const NOBODY: NewPupil = {
  lastName: '',
  firstName: '',
  middleName: '',
  sex: null,
  birthDate: null,
};

export const emptyDraft = (kind: MovementKind, today: IsoDate): OrderDraft => ({
  kind,
  number: '',
  date: today,
  title: '',
  on: today,
  lines: [],
});

const crossesYears = (kind: MovementKind) =>
  kind === 'promotion' || kind === 'conditionalPromotion' || kind === 'repeat';

/** The classes a pupil can come to by such an order. */
export function classesFor(
  kind: MovementKind,
  person: MovementPerson | null,
  classes: readonly ClassOption[],
): readonly ClassOption[] {
  if (!leadsToClass(kind)) return [];
  if (kind === 'arrival') return classes;
  if (kind === 'transfer') {
    return classes.filter(({ yearId, id }) => yearId === person?.yearId && id !== person.classId);
  }
  const grade = (person?.grade ?? 0) + (kind === 'repeat' ? 0 : 1);
  return classes.filter((one) => one.yearId !== person?.yearId && one.grade === grade);
}

/** A line for a pupil; where only one class can be meant, it is taken. */
export function newLine(
  draft: OrderDraft,
  person: MovementPerson | null,
  { classes }: Pick<MovementStart, 'classes'>,
): DraftLine {
  const possible = classesFor(draft.kind, person, classes);
  const sameLetter = possible.find(
    ({ name }) => name.split('-')[1] === person?.className.split('-')[1],
  );
  const target =
    possible.length === 1 ? possible[0] : crossesYears(draft.kind) ? sameLetter : undefined;
  const line: DraftLine = {
    key: Math.max(0, ...draft.lines.map(({ key }) => key)) + 1,
    person,
    newPupil: NOBODY,
    toClassId: null,
    groupIds: [],
    on: draft.on,
    place: '',
    reason: draft.lines.at(-1)?.reason ?? '',
    subjectIds: [],
    dueOn: draft.lines.at(-1)?.dueOn ?? null,
  };
  return target === undefined ? line : withClass(line, target);
}

/** The line with another class, and the groups of it the pupil most likely goes to. */
export const withClass = (line: DraftLine, target: ClassOption): DraftLine => ({
  ...line,
  toClassId: target.id,
  groupIds: suggestGroups(
    {
      sex: line.person?.sex ?? line.newPupil.sex,
      groupNames: line.person?.to === null ? line.person.groupNames : [],
    },
    target.groups,
  ),
});

function itemOf(kind: MovementKind, line: DraftLine): MovementItem | undefined {
  const { person, newPupil, on, toClassId, groupIds, place, reason, subjectIds, dueOn } = line;
  if (on === null || leadsToClass(kind) !== (toClassId !== null)) return undefined;
  const isNamed = newPupil.lastName.trim() !== '' && newPupil.firstName.trim() !== '';
  if (person === null && !isNamed) return undefined;
  const owes = kind === 'conditionalPromotion';
  if (owes && (subjectIds.length === 0 || dueOn === null)) return undefined;
  return {
    kind,
    on,
    ...(person === null ? { newPupil } : { pupilId: person.id }),
    toClassId,
    groupIds: [...groupIds],
    place,
    reason,
    debts: owes && dueOn !== null ? subjectIds.map((subjectId) => ({ subjectId, dueOn })) : [],
  };
}

/** The order as the core takes it, or undefined while something is missing. */
export function orderInput(draft: OrderDraft): MovementOrderInput | undefined {
  const items = draft.lines.flatMap((line) => itemOf(draft.kind, line) ?? []);
  if (draft.number.trim() === '' || draft.date === null || items.length === 0) return undefined;
  if (items.length !== draft.lines.length) return undefined;
  return { number: draft.number, date: draft.date, title: draft.title, items };
}

/** The order with another kind: pupils stay where that makes sense, classes are chosen anew. */
export function withKind(
  draft: OrderDraft,
  kind: MovementKind,
  start: Pick<MovementStart, 'classes'>,
): OrderDraft {
  const empty: OrderDraft = { ...draft, kind, lines: [] };
  const keeps = kind !== 'arrival' && draft.kind !== 'arrival';
  const people = keeps ? draft.lines.map(({ person }) => person) : [];
  return people.reduce<OrderDraft>(
    (made, person) => ({ ...made, lines: [...made.lines, newLine(made, person, start)] }),
    empty,
  );
}
