import type { MovementItem } from '#contract/movement';
import type { YearEnd } from '#contract/year-opening';
import { orderFor } from '#db/queries/movements';
import { findMembershipsOfPupil, findSchoolOfMovements } from '#db/queries/pupil-memberships';
import { findSubjects } from '#db/queries/subjects';
import {
  findGroupsOfYear,
  findYearClasses,
  findYearEndPupils,
  findYearMarks,
} from '#db/queries/year-opening';
import type { ReadableDb } from '#db/statement';
import type { IsoDate } from '#domain/calendar/iso-date';
import { leadsToClass } from '#domain/movement/kinds';
import { effectsBetween } from '#domain/movement/memberships';
import { planMovement } from '#domain/movement/plan-movement';
import { suggestGroups } from '#domain/movement/suggest-groups';
import { formatClassName } from '#domain/people/class-name';
import { compareNames, fullName } from '#domain/people/name';
import { suggestDecision, targetOf, type YearEndKind } from '#domain/year-opening/pupil-decisions';
import { storeItem } from '../movement/enter-order';
import { refuse } from '../refuse';
import type { Reading, Writing } from '../unit-of-work';
import { findOpening, noteStep, openingFor } from './opening';

/** Every class of the year that ends with its pupils and what most likely becomes of each. */
export function yearEndPupils({ db, today }: Reading): YearEnd {
  const { from, to } = findOpening(db, today);
  const targets = to === undefined ? [] : findYearClasses(db, to.id);
  const names = new Map(targets.map((one) => [one.id, formatClassName(one)]));
  const pupils = Map.groupBy(findYearEndPupils(db, from.id, to?.id ?? 0), ({ classId }) => classId);
  const marks = Map.groupBy(findYearMarks(db, from.id), ([pupilId]) => pupilId);
  return {
    classes: findYearClasses(db, from.id).map((one) => ({
      id: one.id,
      name: formatClassName(one),
      grade: one.grade,
      pupils: (pupils.get(one.id) ?? []).sort(compareNames).map((pupil) => {
        const { kind: likely, subjectIds } = suggestDecision(
          one.grade,
          (marks.get(pupil.id) ?? []).map(([, subjectId, value]) => ({ subjectId, value })),
        );
        const target = targetOf(likely, one, targets);
        // Where no class follows, the ninth grade is the last one here.
        const kind = target === undefined && one.grade === 9 ? 'graduation' : likely;
        return {
          id: pupil.id,
          name: fullName(pupil),
          kind,
          subjectIds: kind === 'conditionalPromotion' ? subjectIds : [],
          toClassId: target?.id ?? null,
          newClass: pupil.newClassId === null ? null : (names.get(pupil.newClassId) ?? null),
        };
      }),
    })),
    targets: targets.map((one) => ({ id: one.id, name: formatClassName(one), grade: one.grade })),
    subjects: findSubjects(db).map(({ id, name }) => ({ id, name })),
  };
}

type Input = {
  readonly classId: number;
  readonly order: { readonly number: string; readonly date: IsoDate };
  readonly graduationOn: IsoDate;
  readonly debtsDueOn: IsoDate;
  readonly pupils: readonly {
    readonly pupilId: number;
    readonly kind: YearEndKind;
    readonly toClassId: number | null;
    readonly subjectIds: readonly number[];
  }[];
};

function groupNamesOf(db: ReadableDb, fromYearId: number): ReadonlyMap<number, string> {
  return new Map(findGroupsOfYear(db, fromYearId, true).map(({ id, name }) => [id, name]));
}

/**
 * Moves the pupils of one class by the director's order (КИА 4.1.12): the order, its movements and
 * the stays from the first day of the new year, groups by their names. Who is in a class of the new
 * year already, or has left meanwhile, is passed over: a second run moves nobody twice.
 */
export function moveClass(writing: Writing, input: Input): { readonly moved: number } {
  const { db, record } = writing;
  const opening = openingFor(writing, 'pupils');
  const { from, to } = opening;
  const waiting = new Map(
    findYearEndPupils(db, from.id, to.id)
      .filter(({ classId, newClassId }) => classId === input.classId && newClassId === null)
      .map((pupil) => [pupil.id, pupil]),
  );
  const school = findSchoolOfMovements(db);
  const names = groupNamesOf(db, from.id);
  const newGroups = findGroupsOfYear(db, to.id, false).filter(
    ({ name, kind }) => name !== '' && kind !== 'individual',
  );
  const subjects = new Set(findSubjects(db).map(({ id }) => id));
  let moved = 0;
  for (const [index, { pupilId, kind, toClassId, subjectIds }] of input.pupils.entries()) {
    if (!waiting.delete(pupilId)) continue;
    if (leadsToClass(kind) && school.classes.get(toClassId ?? 0)?.yearId !== to.id) {
      refuse('NOT_FOUND', { what: 'class' });
    }
    const owes = kind === 'conditionalPromotion';
    if (owes !== subjectIds.length > 0 || subjectIds.some((id) => !subjects.has(id))) {
      refuse('INVALID', { why: 'debts' });
    }
    const rows = findMembershipsOfPupil(db, pupilId);
    const on = leadsToClass(kind) ? to.startsOn : input.graduationOn;
    const groupNames = rows.flatMap((row) =>
      row.of === 'group' && (row.to === null || row.to >= from.endsOn)
        ? (names.get(row.ownerId) ?? [])
        : [],
    );
    const possible = newGroups.filter(
      ({ id }) => toClassId !== null && school.classesOfGroup.get(id)?.includes(toClassId),
    );
    const groupIds = [...suggestGroups({ sex: null, groupNames }, possible)];
    const item: MovementItem = {
      pupilId,
      kind,
      on,
      toClassId: leadsToClass(kind) ? toClassId : null,
      groupIds: leadsToClass(kind) ? groupIds : [],
      place: '',
      reason: '',
      debts: owes
        ? [...new Set(subjectIds)].map((subjectId) => ({ subjectId, dueOn: input.debtsDueOn }))
        : [],
    };
    const planned = planMovement(rows, item, school);
    if ('problem' in planned) {
      refuse('MOVEMENT_REFUSED', { line: index + 1, problem: planned.problem });
    }
    const order = { ...input.order, title: 'О переводе обучающихся' };
    const { id: orderId, isNew } = orderFor(db, order);
    if (isNew) record('movementOrder', String(orderId), null, order);
    storeItem(writing, orderId, item, {
      fromClassId: planned.fromClassId,
      dropped: planned.dropped,
      effects: effectsBetween(rows, planned.rows),
      outside: [],
    });
    moved += 1;
  }
  return { moved };
}

/** Closes the assistant; refuses while somebody of the old year is still undecided. */
export function finishOpening(writing: Writing): void {
  const opening = openingFor(writing, 'pupils');
  const left = findYearEndPupils(writing.db, opening.from.id, opening.to.id);
  if (left.some(({ newClassId }) => newClassId === null)) refuse('INVALID', { why: 'pupilsLeft' });
  noteStep(writing, opening, 'pupils');
}
