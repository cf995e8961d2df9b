import type {
  CorrectionCount,
  CorrectionRow,
  Corrections,
  CorrectionsWanted,
} from '#contract/corrections';
import {
  findCellChanges,
  findChangeBefore,
  findFinalMarkChanges,
  findHomeworkChanges,
  findLessonChanges,
  findPeriodMarkChanges,
  type CellChange,
  type LessonChange,
  type PeriodMarkChange,
} from '#db/queries/corrections';
import { findYearOr } from '#db/queries/school';
import { formatDate } from '#domain/calendar/iso-date';
import {
  correctionsOfCell,
  correctionsOfHomework,
  correctionsOfLesson,
  correctionsOfPeriodMark,
  isSlip,
  type Correction,
} from '#domain/journal/corrections';
import { formatClassName } from '#domain/people/class-name';
import { shortName } from '#domain/people/name';
import { hasRole } from '#domain/people/roles';
import { periodName } from '#domain/periods/period-name';
import { compareText } from '#domain/text/compare-text';
import { refuse } from '../refuse';
import type { Reading } from '../unit-of-work';

type Changed = CellChange | LessonChange | PeriodMarkChange;
type Found = {
  readonly entity: 'cell' | 'lesson' | 'homework' | 'periodMark' | 'finalMark';
  readonly change: Changed;
  readonly correction: Correction;
};

const whereOf = (change: Changed): string =>
  'lessonDate' in change
    ? `${formatDate(change.lessonDate).slice(0, 5)}, ${change.lessonNumber}-й урок`
    : periodName({ kind: change.periodKind, number: change.periodNumber });

/** What the rows of the trail corrected; their contents are what the commands put there. */
function foundIn<Content>(
  entity: Found['entity'],
  changes: readonly Changed[],
  corrections: (before: Content, after: Content) => readonly Correction[],
): Found[] {
  return changes.flatMap((change) =>
    corrections(JSON.parse(change.before) as Content, JSON.parse(change.after) as Content).map(
      (correction) => ({ entity, change, correction }),
    ),
  );
}

/** What the entry itself was told with: a technical failure (J10). */
const causeOf = ({ after }: Changed): string =>
  (JSON.parse(after) as { readonly cause?: string }).cause ?? '';

function countsOf(
  rows: readonly CorrectionRow[],
  of: (row: CorrectionRow) => { readonly id: number; readonly name: string },
): readonly CorrectionCount[] {
  const groups = Map.groupBy(rows, (row) => `${of(row).id}:${of(row).name}`);
  return [...groups.values()]
    .flatMap((group): CorrectionCount[] => {
      const [first] = group;
      if (first === undefined) return [];
      const count = (kind: CorrectionRow['kind']) =>
        group.filter((row) => row.kind === kind).length;
      const [marks, periodMarks] = [count('mark'), count('periodMark')];
      return [{ ...of(first), marks, periodMarks, others: group.length - marks - periodMarks }];
    })
    .sort(
      (a, b) =>
        b.marks + b.periodMarks + b.others - (a.marks + a.periodMarks + a.others) ||
        compareText(a.name, b.name),
    );
}

/**
 * Corrections of a school year's pages from the audit trail, newest first (J9; ТИП 2.14: who, when,
 * the first mark, the last one). A teacher without another role gets own ones only.
 */
export function corrections(reading: Reading, wanted: CorrectionsWanted): Corrections {
  const { db, actor, today } = reading;
  const { from = null, to = null, classId = null } = wanted;
  if (from !== null && to !== null && to < from) refuse('INVALID', { why: 'dates' });
  const year = findYearOr(db, wanted.yearId, today);
  if (year === undefined) return { rows: [], byTeacher: [], byClass: [] };
  const seesAll = hasRole(actor, 'administrator', 'deputy', 'director');
  const staffId = seesAll ? (wanted.staffId ?? null) : actor.staffId;
  const ask = { startsOn: year.startsOn, endsOn: year.endsOn, from, to, staffId, classId };
  const kinds = new Set(wanted.kinds);
  const any = (...some: readonly CorrectionRow['kind'][]) => some.some((kind) => kinds.has(kind));

  const found = [
    ...(any('mark', 'attendance')
      ? foundIn('cell', findCellChanges(db, ask), correctionsOfCell)
      : []),
    ...(any('topic', 'homework')
      ? foundIn('lesson', findLessonChanges(db, ask), correctionsOfLesson)
      : []),
    ...(any('homework')
      ? foundIn('homework', findHomeworkChanges(db, ask), correctionsOfHomework)
      : []),
    ...(any('periodMark')
      ? [
          ...foundIn('periodMark', findPeriodMarkChanges(db, ask), correctionsOfPeriodMark),
          ...foundIn('finalMark', findFinalMarkChanges(db, ask), correctionsOfPeriodMark),
        ]
      : []),
  ].filter(
    ({ entity, change, correction }) =>
      kinds.has(correction.kind) &&
      (wanted.withSlips || !isSlip(change.accountId, findChangeBefore(db, { entity, ...change }))),
  );
  const rows = found
    .sort((a, b) => b.change.auditId - a.change.auditId)
    .map(({ entity, change, correction }): CorrectionRow => ({
      key: `${change.auditId}:${entity}:${change.entityId}:${correction.kind}`,
      day: change.day,
      time: change.time,
      staffId: change.staffId,
      by: change.actor,
      workstation: change.workstation,
      classId: change.classId,
      className: formatClassName(change),
      subjectName: change.subjectName,
      groupName: change.groupName,
      where: whereOf(change),
      pupil: 'lastName' in change ? shortName(change) : '',
      reason: change.reason || causeOf(change),
      ...correction,
    }));
  return {
    rows,
    byTeacher: countsOf(rows, ({ staffId: who, by }) => ({ id: who ?? 0, name: by })),
    byClass: countsOf(rows, (row) => ({ id: row.classId, name: row.className })),
  };
}
