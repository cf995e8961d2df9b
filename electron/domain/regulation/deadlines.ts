import { assertNever } from '../assert-never';
import { addDays, weekdayOf, type IsoDate } from '../calendar/iso-date';
import { schoolDaysOf, type SchoolCalendar } from '../calendar/school-days';
import { addHours, at, earlier, endOf, later, type ClockTime, type LocalInstant } from './instant';
import { ruleOf, valueOf, type Regulation } from './regulation';
import type { RuleOf } from './rules';
import type { Deadline } from './values';

/** What of a lesson has a deadline (R1). */
export type EntryKind =
  | 'attendance'
  | 'topic'
  | 'homework'
  | 'oralMark'
  | 'writtenMark'
  | 'substitution';

/** What the deadlines of a lesson depend on; the times are known where bells are set. */
export type LessonFacts = {
  readonly date: IsoDate;
  readonly grade: number;
  readonly shift: number;
  readonly studyDays: number;
  readonly startsAt?: ClockTime | undefined;
  readonly endsAt?: ClockTime | undefined;
  /** When the class's last lesson of the day ends. */
  readonly classesEndAt?: ClockTime | undefined;
  /** A technical failure met it: what was noted on paper is in time until then (J10). */
  readonly enteredUntil?: LocalInstant | undefined;
};

/** Until when, and by which clauses. */
export type EntryDeadline = { readonly at: LocalInstant; readonly clauses: readonly string[] };

const RULE_OF_KIND = {
  attendance: 'attendanceEntry',
  topic: 'topicEntry',
  homework: 'homeworkEntry',
  oralMark: 'oralMarkEntry',
  writtenMark: 'writtenMarkEntry',
  substitution: 'substitutionEntry',
} as const satisfies Record<EntryKind, RuleOf<'deadline'> | RuleOf<'gradedDeadline'>>;

const SATURDAY = 6;

/** A school day on which the class learns: Sundays, and Saturdays of a five-day week, only as special days. */
function learnsOn(day: IsoDate, lesson: LessonFacts, calendar: SchoolCalendar): boolean {
  const [school] = schoolDaysOf(lesson.grade, { from: day, to: day }, calendar);
  if (school === undefined) return false;
  const own = weekdayOf(day);
  return own <= lesson.studyDays || (own === SATURDAY && school.weekday <= lesson.studyDays);
}

/** The last school day of the lesson's week, the lesson's own at the earliest (СГО). */
function endOfWorkingWeek(lesson: LessonFacts, calendar: SchoolCalendar): IsoDate {
  const sunday = addDays(lesson.date, 7 - weekdayOf(lesson.date));
  for (let day = sunday; day > lesson.date; day = addDays(day, -1)) {
    if (learnsOn(day, lesson, calendar)) return day;
  }
  return lesson.date;
}

const LONGEST_BREAK = 150;

/** The day so many school days later; calendar days where the calendar ends before. */
function schoolDaysLater(lesson: LessonFacts, days: number, calendar: SchoolCalendar): IsoDate {
  let left = days;
  for (let offset = 1; offset <= LONGEST_BREAK; offset += 1) {
    const day = addDays(lesson.date, offset);
    if (learnsOn(day, lesson, calendar)) left -= 1;
    if (left === 0) return day;
  }
  return addDays(lesson.date, days);
}

function instantOf(
  deadline: Deadline,
  lesson: LessonFacts,
  calendar: SchoolCalendar,
): LocalInstant | undefined {
  const { date } = lesson;
  switch (deadline.by) {
    case 'none':
      return undefined;
    case 'beforeLesson':
      return lesson.startsAt === undefined ? endOf(date) : at(date, lesson.startsAt);
    case 'lessonDay':
      return endOf(date);
    case 'hoursAfterLesson':
      return addHours(at(date, lesson.endsAt ?? '23:59'), deadline.hours);
    case 'hoursAfterClasses': {
      const last = lesson.classesEndAt ?? lesson.endsAt;
      // «В день проведения занятия»: an evening's hours do not reach into the night.
      return last === undefined
        ? endOf(date)
        : earlier(addHours(at(date, last), deadline.hours), endOf(date));
    }
    case 'clock':
      return at(date, lesson.shift === 1 ? deadline.firstShift : deadline.secondShift);
    case 'workingWeek':
      return endOf(endOfWorkingWeek(lesson, calendar));
    case 'days':
      return endOf(
        deadline.counted === 'school'
          ? schoolDaysLater(lesson, deadline.days, calendar)
          : addDays(date, deadline.days),
      );
    case 'whenChecked':
      return endOf(addDays(date, deadline.days));
    default:
      return assertNever(deadline);
  }
}

/** Whether marks are given to a grade at all, and homework (R7, КИА 3.7, 4.4.5). */
export const marksInGrade = (regulation: Regulation, grade: number): boolean =>
  grade !== 1 || valueOf(regulation, 'gradeOneMarks');
export const homeworkInGrade = (regulation: Regulation, grade: number): boolean =>
  grade !== 1 || valueOf(regulation, 'gradeOneHomework');

/** The last minute in which something of a lesson is entered in time; none where nothing limits it (R1). */
export function deadlineOf(
  regulation: Regulation,
  kind: EntryKind,
  lesson: LessonFacts,
  calendar: SchoolCalendar,
): EntryDeadline | undefined {
  const { grade } = lesson;
  if (kind === 'homework' && !homeworkInGrade(regulation, grade)) return undefined;
  const isMark = kind === 'oralMark' || kind === 'writtenMark';
  if (isMark && !marksInGrade(regulation, grade)) return undefined;
  const { value, clauses } = ruleOf(regulation, RULE_OF_KIND[kind]);
  const deadline = Array.isArray(value)
    ? value.find(({ gradeFrom, gradeTo }) => gradeFrom <= grade && grade <= gradeTo)?.deadline
    : value;
  const instant = deadline && instantOf(deadline, lesson, calendar);
  const { enteredUntil } = lesson;
  const moved = kind !== 'substitution' && enteredUntil !== undefined;
  return instant && { at: moved ? later(instant, enteredUntil) : instant, clauses };
}
