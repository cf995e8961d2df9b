import { replaceBrought } from '#db/queries/brought-marks';
import { findMarksOfClass, findSubjectsOfClass, studiesOfClass } from '#db/queries/class-sheet';
import { findMovementsOfYear } from '#db/queries/movements';
import { classesOfPupil } from '#db/queries/pupil-card';
import { findYear } from '#db/queries/school';
import type { WritableDb } from '#db/statement';
import { addDays, formatDate, type IsoDate } from '#domain/calendar/iso-date';
import { mayBring } from '#domain/marks/brought';
import { broughtYear } from '../brought/ground';

/** Marks whose average is the mark that was set: what was brought leaves the demonstration's marks right. */
function marksAround(value: string | undefined): readonly string[] {
  if (value === 'зач' || value === '5') return [value, value, value];
  const mark = Number(value);
  if (mark === 3 || mark === 4) return [mark, mark + 1, mark, mark - 1].map(String);
  return value === undefined ? ['4', '5', '4'] : [];
}

/** What the pupil who came last within the year brought from the school before. */
export function insertDemoBrought(db: WritableDb, today: IsoDate): void {
  const year = findYear(db, today);
  if (year === undefined) return;
  const arrival = findMovementsOfYear(db, year.id)
    .filter(
      ({ kind, effectiveOn, toGrade }) =>
        kind === 'arrival' && effectiveOn <= today && toGrade !== null && toGrade > 1,
    )
    .toSorted((a, b) => a.effectiveOn.localeCompare(b.effectiveOn))
    .at(-1);
  if (arrival === undefined) return;
  const { pupilId } = arrival;
  const { ofClass, periods, stays } = broughtYear(db, pupilId, classesOfPupil(db, pupilId), today);
  if (ofClass === undefined) return;
  const document = `ведомость текущих отметок от ${formatDate(addDays(arrival.effectiveOn, -1))}`;
  const subjects = findSubjectsOfClass(db, ofClass.classId);
  for (const period of periods) {
    const may = mayBring(period, stays);
    const set = new Map(
      findMarksOfClass(db, ofClass.classId, period.id)
        .filter(([id]) => id === pupilId)
        .map(([, subjectId, value]) => [subjectId, value]),
    );
    const klass = { id: ofClass.classId, yearId: year.id };
    const studies = studiesOfClass(db, klass, period.startsOn, period.endsOn);
    for (const { id: subjectId, grading } of subjects) {
      const marks = marksAround(set.get(subjectId) ?? (grading === 'credit' ? 'зач' : undefined));
      const [first] = marks;
      if (!studies(pupilId, subjectId) || first === undefined) continue;
      const row = (value: string) => ({ value, weight: 1, date: null });
      const key = { pupilId, subjectId, periodId: period.id };
      if (may.period) {
        replaceBrought(db, { ...key, kind: 'period' }, [row(first)], document);
      } else if (may.current) {
        replaceBrought(db, { ...key, kind: 'current' }, marks.map(row), document);
      }
    }
  }
}
