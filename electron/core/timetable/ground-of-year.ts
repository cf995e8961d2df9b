import { findAway, findGroupPupils } from '#db/queries/memberships';
import { findRungBells } from '#db/queries/day-lessons';
import { findPagesOfYear } from '#db/queries/journal-page';
import { findBusyHours, findTimetableParts } from '#db/queries/timetable-editor';
import type { ReadableDb } from '#db/statement';
import type { EditorData, EditorPage } from '#contract/timetable';
import type { IsoDate } from '#domain/calendar/iso-date';
import { isOn } from '#domain/groups/membership';
import { formatClassName } from '#domain/people/class-name';
import { shortName } from '#domain/people/name';
import { compareText } from '#domain/text/compare-text';
import { isHardSubject } from '#domain/timetable/hard-subjects';
import { weeklyHoursOf } from '#domain/timetable/unplaced';

type Parts = ReturnType<typeof findTimetableParts>;

/** No flag says so: the name of the subject does, as it stands in the federal curricula. */
const PHYSICAL = /физическ|физкультур/iu;

/** Who teaches the page on this day; where nobody does yet, whoever begins later. */
function teachersOn(rows: Parts['load'], day: IsoDate): Parts['load'] {
  const now = rows.filter((row) => isOn(row, day));
  return now.length > 0 ? now : rows.filter(({ to }) => to === null || to >= day);
}

/** Lists of pupils, each kept once. */
function audienceBook() {
  const audiences: (readonly number[])[] = [];
  const known = new Map<string, number>();
  return {
    audiences,
    placeOf: (pupils: readonly number[]): number => {
      const key = pupils.join();
      const found = known.get(key);
      if (found !== undefined) return found;
      known.set(key, audiences.length);
      audiences.push(pupils);
      return audiences.length - 1;
    },
  };
}

/**
 * Pages, classes, people, rooms and bells of a year as they are on a day: what a timetable is made
 * of and checked by (T1). Pupils who learn a subject on an individual plan or not at all are missing
 * from their class's page of it (S5).
 */
export function groundOfYear(
  db: ReadableDb,
  yearId: number,
  day: IsoDate,
): Omit<EditorData, 'version' | 'placements' | 'pupils'> {
  const parts = findTimetableParts(db, yearId);
  const members = findGroupPupils(db, yearId, day);
  const away = Map.groupBy(
    findAway(db, yearId).filter((row) => isOn(row, day)),
    ({ subjectId }) => subjectId,
  );
  const loads = Map.groupBy(parts.load, ({ pageId }) => pageId);
  const { audiences, placeOf } = audienceBook();
  const pages = findPagesOfYear(db, yearId).map((page): EditorPage => {
    const subject = parts.subjects.get(page.subjectId);
    const kind = subject?.kind ?? 'main';
    const absent = new Set(
      page.groupKind === 'individual'
        ? []
        : (away.get(page.subjectId) ?? []).map(({ pupilId }) => pupilId),
    );
    const pupils = [...(members.get(page.groupId) ?? [])].filter((pupil) => !absent.has(pupil));
    const load = teachersOn(loads.get(page.id) ?? [], day);
    return {
      id: page.id,
      classIds: [page.classId, ...page.otherClasses.map(({ id }) => id)],
      groupId: page.groupId,
      groupName: page.groupName,
      whole: page.groupName === '',
      division: parts.divisions.get(page.groupId) ?? '',
      subjectId: page.subjectId,
      subjectName: page.subjectName,
      shortName: subject?.shortName ?? '',
      kind,
      counted: kind === 'main',
      physical: PHYSICAL.test(page.subjectName),
      hard: isHardSubject(page.subjectName, page.grade),
      teacherIds: [...new Set(load.map(({ staffId }) => staffId))],
      audience: placeOf(pupils.sort((a, b) => a - b)),
      hours: weeklyHoursOf(
        load.map(({ hours }) => hours),
        page.groupKind === 'individual'
          ? undefined
          : parts.curriculum.get(`${page.classId} ${page.subjectId}`),
      ),
    };
  });
  const teaching = new Set(pages.flatMap(({ teacherIds }) => teacherIds));
  const fitted = Map.groupBy(parts.roomSubjects, ([roomId]) => roomId);
  const shifts = new Set(parts.classes.map(({ shift }) => shift));
  return {
    pages,
    classes: parts.classes.map(({ letter, ...row }) => ({
      ...row,
      name: formatClassName({ grade: row.grade, letter }),
    })),
    audiences,
    teachers: parts.staff
      .filter(({ id }) => teaching.has(id))
      .map((row) => ({ id: row.id, name: shortName(row) }))
      .sort((a, b) => compareText(a.name, b.name)),
    rooms: parts.rooms.map((room) => ({
      ...room,
      subjectIds: (fitted.get(room.id) ?? []).map(([, subjectId]) => subjectId),
    })),
    busy: findBusyHours(db),
    bells: shifts.size > 1 ? findRungBells(db, yearId) : [],
  };
}
