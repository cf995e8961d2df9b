import { insertTimetableEntry } from '#db/queries/import-timetable';
import { replaceRoomSubjects } from '#db/queries/rooms';
import { findPeriods, findYear, type YearRow } from '#db/queries/school';
import { findTimetableVersion } from '#db/queries/timetable';
import {
  deleteTimetableEntry,
  findPlaced,
  insertDraft,
  setBusyHour,
} from '#db/queries/timetable-editor';
import type { WritableDb } from '#db/statement';
import type { IsoDate, Weekday } from '#domain/calendar/iso-date';
import { applyEdit, clashesOfEdit, type TimetableEdit } from '#domain/timetable/clashes';
import {
  placementKey,
  timetableGround,
  type Placement,
  type TimetablePage,
} from '#domain/timetable/ground';
import { groundOfYear } from '../timetable/ground-of-year';

const WORKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5];
const HOURS = [1, 2, 3, 4, 5, 6, 7];
/** A part-time teacher has no more lessons a week than that. */
const PART_TIME = 12;

type Known = readonly [Placement, TimetablePage];

/** Two lessons of a class that change places every other week. */
function swapped([one]: Known, [other]: Known): TimetableEdit {
  const at = (place: Placement, slot: Placement, week: 1 | 2): Placement => ({
    ...place,
    weekday: slot.weekday,
    lessonNumber: slot.lessonNumber,
    week,
  });
  return {
    take: [one, other],
    put: [at(one, one, 1), at(one, other, 2), at(other, other, 1), at(other, one, 2)],
  };
}

/** The first exchange of two single lessons of a class by which nobody is in two places. */
function alternation(
  ground: ReturnType<typeof timetableGround>,
  placements: readonly Placement[],
): TimetableEdit | undefined {
  const before = new Map(placements.map((place) => [placementKey(place), place]));
  const single = placements.flatMap((place): Known[] => {
    const page = ground.pages.get(place.pageId);
    const alone = page?.whole === true && page.hours === 1 && page.classIds.length === 1;
    return page !== undefined && alone && place.lessonNumber > 1 ? [[place, page]] : [];
  });
  for (const [index, one] of single.entries()) {
    for (const other of single.slice(index + 1)) {
      if (one[1].classIds[0] !== other[1].classIds[0]) continue;
      if (one[0].weekday === other[0].weekday) continue;
      const edit = swapped(one, other);
      const after = applyEdit(before, edit);
      if (after !== undefined && clashesOfEdit(ground, after, edit).length === 0) return edit;
    }
  }
  return undefined;
}

/** The first day of the period after this day's. */
function nextPeriod(db: WritableDb, year: YearRow, today: IsoDate): IsoDate {
  const later = findPeriods(db, year.id)
    .filter(({ kind, startsOn }) => kind !== 'year' && startsOn > today)
    .map(({ startsOn }) => startsOn)
    .sort();
  return later[0] ?? year.endsOn;
}

/**
 * What a deputy finds in the demonstration school's timetable besides the one in force: a draft for the
 * next period in which two lessons of a class change places every other week, hours in which two
 * part-time teachers do not teach, and which subjects each room is for. Nothing here is random.
 * `but` are those people log in as.
 */
export function insertDemoTimetable(db: WritableDb, today: IsoDate, but: readonly number[]): void {
  const year = findYear(db, today);
  const version = year === undefined ? undefined : findTimetableVersion(db, year.id, today);
  if (year === undefined || version === undefined) return;
  const parts = groundOfYear(db, year.id, today);
  const ground = timetableGround(parts);
  const placements = findPlaced(db, version.id);
  const known = placements.flatMap((place): Known[] => {
    const page = ground.pages.get(place.pageId);
    return page === undefined ? [] : [[place, page]];
  });

  for (const [roomId, inRoom] of Map.groupBy(known, ([{ roomId: id }]) => id)) {
    if (roomId === null) continue;
    replaceRoomSubjects(
      db,
      roomId,
      inRoom.map(([, page]) => page.subjectId),
    );
  }

  const ofTeacher = Map.groupBy(
    known.flatMap(([place, page]) => page.teacherIds.map((id) => ({ id, place }))),
    ({ id }) => id,
  );
  const partTime = [...ofTeacher]
    .filter(([id, own]) => own.length <= PART_TIME && !but.includes(id))
    .sort(([a, own], [b, others]) => own.length - others.length || a - b)
    .slice(0, 2);
  for (const [index, [staffId, own]] of partTime.entries()) {
    const hasLesson = (weekday: Weekday, number?: number) =>
      own.some(
        ({ place }) =>
          place.weekday === weekday && (number === undefined || place.lessonNumber === number),
      );
    // The one works elsewhere on a whole day, the other would rather begin later.
    const day = WORKDAYS.find((weekday) => !hasLesson(weekday)) ?? 5;
    const hours =
      index === 0
        ? HOURS.map((lessonNumber) => ({ weekday: day, lessonNumber }))
        : WORKDAYS.map((weekday) => ({ weekday, lessonNumber: 1 }));
    for (const { weekday, lessonNumber } of hours) {
      if (hasLesson(weekday, lessonNumber)) continue;
      setBusyHour(db, { staffId, weekday, lessonNumber }, index === 0);
    }
  }

  const validFrom = nextPeriod(db, year, today);
  const draftId = insertDraft(db, {
    yearId: year.id,
    name: 'На следующую четверть',
    validFrom,
    cycleFrom: validFrom,
    copyOf: version.id,
  });
  const edit = alternation(ground, placements);
  for (const place of edit?.take ?? []) deleteTimetableEntry(db, draftId, place);
  for (const place of edit?.put ?? []) insertTimetableEntry(db, draftId, place);
}
