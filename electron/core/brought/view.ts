import type { BroughtOfPupil } from '#contract/brought';
import { findSubjectAssessments } from '#db/queries/assessment';
import { findBroughtOfPupil, findFormerSchool, type BroughtRow } from '#db/queries/brought-marks';
import { findSubjectsOfClass } from '#db/queries/class-sheet';
import type { ReadableDb } from '#db/statement';
import { marksInGrade } from '#domain/regulation/deadlines';
import { mayBring } from '#domain/marks/brought';
import type { MarkValue } from '#domain/marks/mark-value';
import { formatClassName } from '#domain/people/class-name';
import { fullName } from '#domain/people/name';
import { regulationOn } from '../regulation/versions';
import { cardToSee } from '../pupils/card-access';
import type { Reading } from '../unit-of-work';
import { broughtYear, type BroughtYear } from './ground';

/** The class's subjects, and after them those that marks were brought of and the class has not. */
function subjectsOf(db: ReadableDb, { ofClass }: BroughtYear, rows: readonly BroughtRow[]) {
  const ours = ofClass === undefined ? [] : findSubjectsOfClass(db, ofClass.classId);
  const known = new Set(ours.map(({ id }) => id));
  const brought = new Set(rows.map(({ subjectId }) => subjectId));
  const others = findSubjectAssessments(db, ofClass?.classId).filter(
    ({ id }) => brought.has(id) && !known.has(id),
  );
  return [...ours, ...others].map(({ id, name, grading, scale }) => ({ id, name, grading, scale }));
}

const cellsOf = (rows: readonly BroughtRow[]): BroughtOfPupil['cells'] =>
  [
    ...Map.groupBy(
      rows,
      ({ subjectId, periodId, kind }) => `${subjectId}:${periodId}:${kind}`,
    ).values(),
  ].flatMap((marks) => {
    const [first] = marks;
    if (first === undefined) return [];
    const { subjectId, periodId, kind } = first;
    return [
      {
        subjectId,
        periodId,
        kind,
        marks: marks.map(({ value, weight, date }) => ({
          value: value as MarkValue,
          weight,
          date,
        })),
      },
    ];
  });

/** The marks a pupil brought from another school, with what may be written down of which period. */
export function broughtOfPupil(
  reading: Reading,
  { pupilId }: { readonly pupilId: number },
): BroughtOfPupil {
  const { db, today } = reading;
  const card = cardToSee(reading, pupilId);
  const year = broughtYear(db, pupilId, card.classes, today);
  const { ofClass, yearId, stays } = year;
  const rows = yearId === undefined ? [] : findBroughtOfPupil(db, pupilId, yearId);
  const withoutMarks =
    ofClass !== undefined && !marksInGrade(regulationOn(db, today), ofClass.grade);
  const has = (periodId: number, kind: BroughtRow['kind']) =>
    rows.some((row) => row.periodId === periodId && row.kind === kind);
  return {
    name: fullName(card.pupil),
    className: ofClass === undefined ? null : formatClassName(ofClass),
    withoutMarks,
    mayEdit: card.mayBring && ofClass !== undefined && !withoutMarks,
    school: findFormerSchool(db, pupilId),
    document: rows.find(({ document }) => document !== '')?.document ?? '',
    subjects: subjectsOf(db, year, rows),
    periods: year.periods
      .map(({ id, kind, number, startsOn, endsOn }) => {
        const may = mayBring({ startsOn, endsOn }, stays);
        return {
          id,
          kind,
          number,
          startsOn,
          endsOn,
          current: may.current || has(id, 'current'),
          period: may.period || has(id, 'period'),
        };
      })
      .filter(({ current, period }) => current || period),
    stays,
    cells: cellsOf(rows),
  };
}
