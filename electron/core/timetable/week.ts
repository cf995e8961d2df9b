import type { TimetableLesson, TimetableView } from '#contract/school';
import { findClassesOfPupil } from '#db/queries/memberships';
import { findPagesOfYear, findTeachersOfYear, type PageRow } from '#db/queries/journal-page';
import { findYearOr, type YearRow } from '#db/queries/school';
import { findTimetableEntries, findTimetableVersion } from '#db/queries/timetable';
import type { ReadableDb } from '#db/statement';
import type { IsoDate } from '#domain/calendar/iso-date';
import { isOn } from '#domain/groups/membership';
import { formatClassNames } from '#domain/people/class-name';
import { shortName } from '#domain/people/name';
import { hasRole } from '#domain/people/roles';
import { refuse } from '../refuse';
import type { Reading } from '../unit-of-work';
import { groundOfYear } from './ground-of-year';
import { makesTimetables, versionToSee } from './versions';

type Asked = {
  readonly yearId?: number | undefined;
  /** The version in force on this day; today where neither a day nor a version is named. */
  readonly day?: IsoDate | undefined;
  readonly versionId?: number | undefined;
};

/** The version asked for, and the day on which teachers and pupils are looked at. */
function versionAsked({ db, actor, today }: Reading, asked: Asked) {
  if (asked.versionId !== undefined) {
    const { version, year } = versionToSee(db, asked.versionId, today);
    if (version.state === 'draft' && !makesTimetables(actor)) refuse('FORBIDDEN', { why: 'role' });
    const last = version.until ?? year.endsOn;
    const day = asked.day ?? today;
    return {
      year,
      version,
      day: day < version.validFrom ? version.validFrom : day > last ? last : day,
    };
  }
  const year = findYearOr(db, asked.yearId, today);
  if (year === undefined) return undefined;
  const day = asked.day ?? (today < year.startsOn ? year.startsOn : today);
  const version = findTimetableVersion(db, year.id, day);
  return version === undefined ? undefined : { year, version, day };
}

/** Every hour of the version, with the names of that day. */
function lessonsOf(
  db: ReadableDb,
  {
    year,
    versionId,
    day,
  }: { readonly year: YearRow; readonly versionId: number; readonly day: IsoDate },
): readonly TimetableLesson[] {
  const pages = new Map(findPagesOfYear(db, year.id).map((page) => [page.id, page]));
  const teachers = Map.groupBy(findTeachersOfYear(db, year.id), ({ pageId }) => pageId);
  return findTimetableEntries(db, versionId).flatMap((entry): TimetableLesson[] => {
    const page: PageRow | undefined = pages.get(entry.pageId);
    if (page === undefined) return [];
    const all = teachers.get(page.id) ?? [];
    const now = all.filter(({ fromDate, toDate }) => isOn({ from: fromDate, to: toDate }, day));
    const staff = now.length > 0 ? now : all.filter(({ fromDate }) => fromDate > day);
    return [
      {
        weekday: entry.weekday,
        lessonNumber: entry.lessonNumber,
        week: entry.week,
        pageId: page.id,
        className: formatClassNames([page, ...page.otherClasses]),
        groupName: page.groupName,
        subjectName: page.subjectName,
        teachers: staff.map((teacher) => shortName(teacher)),
        room: entry.room,
        classIds: [page.classId, ...page.otherClasses.map(({ id }) => id)],
        teacherIds: staff.map(({ staffId }) => staffId),
        roomId: entry.roomId,
      },
    ];
  });
}

/** Refuses who may not look at this pupil: a class teacher sees the own class only. */
function checkPupil({ db, actor }: Reading, yearId: number, pupilId: number, day: IsoDate): void {
  if (hasRole(actor, 'administrator', 'director', 'deputy', 'secretary')) return;
  const classes = findClassesOfPupil(db, yearId, pupilId, day);
  const own = classes.some(({ homeroomTeacherId }) => homeroomTeacherId === actor.staffId);
  if (!own) refuse('FORBIDDEN', { why: 'notYourClass' });
}

/** The pages a pupil learns on, individual plans too; refuses who may not look at the pupil. */
export function pagesOfPupil(
  reading: Reading,
  yearId: number,
  pupilId: number,
  day: IsoDate,
): ReadonlySet<number> {
  checkPupil(reading, yearId, pupilId, day);
  const { pages, audiences } = groundOfYear(reading.db, yearId, day);
  const own = pages.filter(({ audience }) => audiences[audience]?.includes(pupilId) === true);
  return new Set(own.map(({ id }) => id));
}

/** The whole week of a version, for papers; undefined where there is none. */
export function weekOf(reading: Reading, asked: Asked) {
  const found = versionAsked(reading, asked);
  if (found === undefined) return undefined;
  const { year, version, day } = found;
  return {
    year,
    version,
    lessons: lessonsOf(reading.db, { year, versionId: version.id, day }),
  };
}

/**
 * The week of one class, teacher, room or pupil (with an individual plan: in the groups the plan
 * names), or of all where nobody is named; of a version, or of the one in force on a day (T1).
 */
export function timetable(
  reading: Reading,
  input: Asked & {
    readonly classId?: number | undefined;
    readonly staffId?: number | undefined;
    readonly roomId?: number | undefined;
    readonly pupilId?: number | undefined;
  },
): TimetableView {
  const { db } = reading;
  const found = versionAsked(reading, input);
  if (found === undefined) return { version: null, lessons: [] };
  const { year, day } = found;
  const { id, name, validFrom, cycleFrom } = found.version;
  const { classId, staffId, roomId, pupilId } = input;
  let lessons = lessonsOf(db, { year, versionId: id, day });
  if (classId !== undefined) lessons = lessons.filter((one) => one.classIds.includes(classId));
  if (staffId !== undefined) lessons = lessons.filter((one) => one.teacherIds.includes(staffId));
  if (roomId !== undefined) lessons = lessons.filter((one) => one.roomId === roomId);
  if (pupilId !== undefined) {
    const own = pagesOfPupil(reading, year.id, pupilId, day);
    lessons = lessons.filter(({ pageId }) => own.has(pageId));
  }
  return { version: { id, name, validFrom, cycleFrom }, lessons };
}
