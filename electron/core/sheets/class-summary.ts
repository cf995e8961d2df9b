import { findBroughtPeriodMarks, findFormerSchool } from '#db/queries/brought-marks';
import {
  findClass,
  findMarksOfClass,
  findPersonOfRole,
  findPupilsOfClass,
  findSubjectsOfClass,
  studiesOfClass,
  type ClassDetails,
} from '#db/queries/class-sheet';
import { findFinalMarksOfClass } from '#db/queries/final-marks';
import { findPeriod, findPeriods, findSchool, type PeriodRow } from '#db/queries/school';
import type { IsoDate } from '#domain/calendar/iso-date';
import type { MarkValue } from '#domain/marks/mark-value';
import { formatClassName } from '#domain/people/class-name';
import { fullName, shortName } from '#domain/people/name';
import { hasRole } from '#domain/people/roles';
import { FINAL_KINDS, finalKindsOf, type FinalKind } from '#domain/periods/finals';
import { periodName } from '#domain/periods/period-name';
import { periodScaleOf } from '#domain/marks/point-scale';
import { summarySheet, type SheetCell, type SummarySheet } from '#domain/sheets/summary-sheet';
import { refuse } from '../refuse';
import type { Reading } from '../unit-of-work';

type Asked = { readonly classId: number; readonly periodId: number };

/** The class, if the one who asks may read its sheets: the administration, or its class teacher. */
function classToSee({ db, actor }: Reading, classId: number): ClassDetails {
  const found = findClass(db, classId) ?? refuse('NOT_FOUND', { what: 'class' });
  const seesAll = hasRole(actor, 'administrator', 'director', 'deputy');
  if (!seesAll && found.homeroomTeacherId !== actor.staffId) {
    refuse('FORBIDDEN', { why: 'notYourClass' });
  }
  return found;
}

/** The day whose list of pupils the sheet shows: the period's last, or today while it goes on. */
export const dayOfList = (
  period: Pick<PeriodRow, 'startsOn' | 'endsOn'>,
  today: IsoDate,
): IsoDate => {
  if (today >= period.endsOn) return period.endsOn;
  return today < period.startsOn ? period.startsOn : today;
};

const nameOf = (person: { lastName: string; firstName: string; middleName: string } | undefined) =>
  person === undefined ? undefined : shortName(person);

const FINAL_LABELS: Readonly<Record<FinalKind, string>> = {
  exam: 'Экзамен',
  final: 'Итоговая',
};

/** The class and the period of a sheet, if the one who asks may see it. */
export function sheetToSee(
  reading: Reading,
  { classId, periodId }: Asked,
): { readonly found: ClassDetails; readonly period: PeriodRow } {
  const found = classToSee(reading, classId);
  const period = findPeriod(reading.db, periodId);
  if (
    period === undefined ||
    period.yearId !== found.yearId ||
    found.grade < period.gradeFrom ||
    found.grade > period.gradeTo
  ) {
    refuse('NOT_FOUND', { what: 'period' });
  }
  return { found, period };
}

/** A class's summary sheet for a period or the year (A1, A2), from the marks set so far. */
export function classSummary(reading: Reading, { classId, periodId }: Asked): SummarySheet {
  const { db, today } = reading;
  const { found, period } = sheetToSee(reading, { classId, periodId });
  const subjects = findSubjectsOfClass(db, classId);
  const pupils = findPupilsOfClass(db, classId, dayOfList(period, today));
  const studies = studiesOfClass(db, found, period.startsOn, period.endsOn);
  const marksIn = (id: number) => {
    const marks = new Map(
      findMarksOfClass(db, classId, id).map(([pupil, subject, value]) => [
        `${pupil}:${subject}`,
        value as MarkValue,
      ]),
    );
    const brought = new Map(
      findBroughtPeriodMarks(db, classId, id).map(([pupil, subject, value]) => [
        `${pupil}:${subject}`,
        value as MarkValue,
      ]),
    );
    return {
      of: (pupilId: number): SheetCell[] =>
        subjects.map(({ id: subjectId }) => {
          const key = `${pupilId}:${subjectId}`;
          const mark = marks.get(key) ?? brought.get(key);
          return mark ?? (studies(pupilId, subjectId) ? undefined : 'not-studied');
        }),
      /** The columns of what stands there by the paper of another school. */
      brought: (pupilId: number): number[] =>
        subjects.flatMap(({ id: subjectId }, column) => {
          const key = `${pupilId}:${subjectId}`;
          return !marks.has(key) && brought.has(key) ? [column] : [];
        }),
    };
  };
  const broughtIn = (pupilId: number, rows: readonly ReturnType<typeof marksIn>[]) => {
    const cells = rows.flatMap((row, at) =>
      row.brought(pupilId).map((column) => [at, column] as const),
    );
    return cells.length === 0 ? {} : { brought: { school: findFormerSchool(db, pupilId), cells } };
  };
  const head = {
    school: findSchool(db)?.name ?? '',
    className: formatClassName(found),
    schoolYear: found.yearName,
    subjects: subjects.map((subject) => ({ ...subject, scale: periodScaleOf(subject.scale) })),
    ...named('classTeacher', found.lastName === null ? undefined : homeroom(found)),
    ...named('deputy', nameOf(findPersonOfRole(db, 'deputy'))),
    ...named('director', nameOf(findPersonOfRole(db, 'director'))),
  };
  if (period.kind !== 'year') {
    const marks = marksIn(periodId);
    return summarySheet({
      ...head,
      kind: 'period',
      periodName: periodName(period),
      pupils: pupils.map((pupil) => ({
        name: fullName(pupil),
        marks: marks.of(pupil.id),
        ...broughtIn(pupil.id, [marks]),
      })),
    });
  }
  const parts = findPeriods(db, found.yearId).filter(
    ({ kind, gradeFrom, gradeTo }) =>
      kind !== 'year' && gradeFrom <= found.grade && found.grade <= gradeTo,
  );
  const finals = FINAL_KINDS.filter((kind) =>
    subjects.some((subject) => finalKindsOf(subject.finals).includes(kind)),
  );
  const finalsOf = (kind: FinalKind) => {
    const { yearId } = found;
    const set = new Map(
      findFinalMarksOfClass(db, { classId, yearId, kind }).map(([pupil, subject, value]) => [
        `${pupil}:${subject}`,
        value as MarkValue,
      ]),
    );
    return (pupilId: number): SheetCell[] =>
      subjects.map((subject) =>
        finalKindsOf(subject.finals).includes(kind)
          ? (set.get(`${pupilId}:${subject.id}`) ??
            (studies(pupilId, subject.id) ? undefined : 'not-studied'))
          : 'not-studied',
      );
  };
  const marks = [...parts, period].map(({ id }) => marksIn(id));
  const after = finals.map(finalsOf);
  return summarySheet({
    ...head,
    kind: 'year',
    rows: [
      ...parts.map((part) => ({ label: periodName(part), kind: 'period' as const })),
      { label: 'Годовая', kind: 'year' as const },
      ...finals.map((kind) => ({ label: FINAL_LABELS[kind], kind })),
    ],
    pupils: pupils.map((pupil) => ({
      name: fullName(pupil),
      marks: [
        ...marks.map((ofPeriod) => ofPeriod.of(pupil.id)),
        ...after.map((of) => of(pupil.id)),
      ],
      ...broughtIn(pupil.id, marks),
    })),
  });
}

const named = <Key extends string>(key: Key, name: string | undefined) =>
  (name === undefined ? {} : { [key]: name }) as { readonly [K in Key]?: string };

const homeroom = ({ lastName, firstName, middleName }: ClassDetails) =>
  shortName({ lastName: lastName ?? '', firstName: firstName ?? '', middleName: middleName ?? '' });
