import type { DaySpan } from './report-head';
import type { IsoDate } from '../../calendar/iso-date';
import { daysBetween } from '../../calendar/iso-date';
import { marksForbidden } from '../../journal/marks-allowed';
import type { Regulation } from '../../regulation/regulation';
import { fits, ofPeriods, type Assessment } from '../../marks/assessment';
import { parseMark, type MarkValue } from '../../marks/mark-value';
import { periodName } from '../../periods/period-name';
import { textKey } from '../text-key';
import type { AttendanceReport } from './attendance-report';
import type { GradeSheet } from './grade-sheet';

export interface KnownPeriod {
  readonly id: number;
  readonly kind: 'quarter' | 'trimester' | 'half' | 'year';
  readonly number: number;
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
}

/** A mark for a period as the file has it, under our ids. */
export interface ReportedPeriodMark {
  readonly pupil: string;
  readonly pupilId: number;
  readonly subjectId: number;
  readonly period: KnownPeriod;
  readonly text: string;
}

export interface PeriodMarkToWrite {
  readonly pupilId: number;
  readonly subjectId: number;
  readonly periodId: number;
  readonly value: MarkValue;
  readonly version: number;
  readonly before: {
    readonly version: number;
    readonly value: string;
    readonly note: string;
  } | null;
}

const romans = ['i', 'ii', 'iii', 'iv'];

/** «1 Четверть», «II полугодие», «3 триместр». */
function periodOfName(name: string, periods: readonly KnownPeriod[]): KnownPeriod | undefined {
  const key = textKey(name);
  const kind = /четверт/u.test(key)
    ? 'quarter'
    : /триместр/u.test(key)
      ? 'trimester'
      : /полугод/u.test(key)
        ? 'half'
        : undefined;
  const [first = ''] = key.split(' ');
  const number = /^\d$/u.test(first) ? Number(first) : romans.indexOf(first) + 1;
  return periods.find((period) => period.kind === kind && period.number === number);
}

/** The period a report's days are of: they share most of their days. */
function periodOfSpan(
  span: DaySpan | undefined,
  periods: readonly KnownPeriod[],
): KnownPeriod | undefined {
  if (span === undefined) return undefined;
  const length = (from: IsoDate, to: IsoDate) => Math.max(0, daysBetween(from, to) + 1);
  return periods.find(({ startsOn, endsOn }) => {
    const from = startsOn > span.from ? startsOn : span.from;
    const to = endsOn < span.to ? endsOn : span.to;
    const common = from > to ? 0 : length(from, to);
    const all = length(startsOn, endsOn) + length(span.from, span.to) - common;
    return common / all >= 0.7;
  });
}

type Names = {
  readonly pupils: ReadonlyMap<string, number>;
  readonly subjects: ReadonlyMap<string, number>;
};

/**
 * The period marks of both reports under our ids: those of the grade sheet with the year's mark, and
 * the last column of the attendance report where its days are one of our periods. `untaken` says
 * what of them has no place here.
 */
export function reportedPeriodMarks(
  sheet: GradeSheet | undefined,
  report: AttendanceReport | undefined,
  periods: readonly KnownPeriod[],
  names: Names,
): { readonly marks: readonly ReportedPeriodMark[]; readonly untaken: readonly string[] } {
  const marks: ReportedPeriodMark[] = [];
  const untaken = new Set<string>();
  const add = (
    pupil: string,
    subject: string,
    period: KnownPeriod | undefined,
    text: string | null,
    periodWords: string,
  ) => {
    const pupilId = names.pupils.get(pupil);
    const subjectId = names.subjects.get(subject);
    if (text === null || pupilId === undefined || subjectId === undefined) return;
    if (period === undefined) {
      untaken.add(`Отметки «${periodWords}» не загружены: такого периода у класса нет`);
    } else marks.push({ pupil, pupilId, subjectId, period, text });
  };
  const year = periods.find(({ kind }) => kind === 'year');
  for (const { name, subjects } of sheet?.pupils ?? []) {
    for (const one of subjects) {
      const { subject, periods: graded, yearMark, examMark, stateExamMark, finalMark } = one;
      for (const { period, mark } of graded) {
        add(name, subject, periodOfName(period, periods), mark, period);
      }
      add(name, subject, year, yearMark, 'Год');
      if (examMark !== null || stateExamMark !== null) {
        untaken.add('Отметки за экзамены не загружены: внесите их на странице года');
      }
      if (finalMark !== null) {
        untaken.add('Итоговые отметки не загружены: внесите их на странице года');
      }
    }
  }
  const whole = periodOfSpan(report?.period, periods);
  for (const { name, subjects } of report?.pupils ?? []) {
    for (const { subject, periodMark } of subjects) {
      add(name, subject, whole, periodMark, 'за период отчёта');
    }
  }
  return { marks, untaken: [...untaken] };
}

/** What of the period marks is written, stands so already, or differs from ours. */
export function planPeriodMarks(
  marks: readonly ReportedPeriodMark[],
  ground: {
    readonly grade: number;
    readonly regulation: Regulation;
    readonly subjects: ReadonlyMap<number, Assessment & { readonly name: string }>;
    /** By `period:subject:pupil`. */
    readonly present: ReadonlyMap<
      string,
      { readonly version: number; readonly value: string; readonly note: string }
    >;
  },
): {
  readonly write: readonly PeriodMarkToWrite[];
  readonly same: number;
  /** Sentences without a full stop. */
  readonly conflicts: readonly string[];
  readonly problems: readonly string[];
} {
  const write = new Map<string, PeriodMarkToWrite>();
  const conflicts: string[] = [];
  const problems = new Set<string>();
  let same = 0;
  for (const { pupil, pupilId, subjectId, period, text } of marks) {
    const subject = ground.subjects.get(subjectId);
    if (subject === undefined) continue;
    const place = `${pupil}, ${subject.name}, ${periodName(period)}`;
    const value = parseMark(text);
    const page = { grade: ground.grade, grading: subject.grading };
    if (
      value === undefined ||
      value === '.' ||
      !fits(value, ofPeriods(subject)) ||
      marksForbidden(page, ground.regulation) !== undefined
    ) {
      problems.add(`${place}: отметка «${text}» не загружена, такой по этому предмету не бывает`);
      continue;
    }
    const key = `${period.id}:${subjectId}:${pupilId}`;
    const earlier = write.get(key);
    const present = ground.present.get(key);
    const ours = earlier?.value ?? present?.value ?? '';
    if (ours === value) same += earlier === undefined ? 1 : 0;
    else if (ours !== '') {
      const where = earlier === undefined ? 'в журнале' : 'в табеле';
      conflicts.push(`${place}: ${where} «${ours}», в файле «${value}», оставлено «${ours}»`);
    } else {
      write.set(key, {
        pupilId,
        subjectId,
        periodId: period.id,
        value,
        version: (present?.version ?? 0) + 1,
        before: present ?? null,
      });
    }
  }
  return { write: [...write.values()], same, conflicts, problems: [...problems] };
}
