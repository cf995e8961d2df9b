import { findRooms } from '#db/queries/rooms';
import { findClasses, findSchool } from '#db/queries/school';
import { assertNever } from '#domain/assert-never';
import { formatDate, type IsoDate } from '#domain/calendar/iso-date';
import { changeOnPaper } from '#domain/timetable/change-words';
import type { DocumentPart, TableDocument } from '#domain/documents/table-document';
import { formatClassName } from '#domain/people/class-name';
import { compareText } from '#domain/text/compare-text';
import {
  schoolParts,
  WEEK_NAMES,
  weekPart,
  type PaperLesson,
} from '#domain/timetable/timetable-paper';
import { refuse } from '../refuse';
import type { Reading } from '../unit-of-work';
import { weekAsHeld } from './held-week';
import { weekOf } from './week';

type Asked = {
  readonly yearId?: number | undefined;
  readonly versionId?: number | undefined;
  readonly day?: IsoDate | undefined;
  readonly withChanges: boolean;
  readonly of: 'class' | 'teacher' | 'room' | 'school';
  readonly id?: number | undefined;
  readonly paper: 'A4' | 'A3';
};

const TITLES = {
  class: 'Расписание уроков',
  teacher: 'Расписание учителей',
  room: 'Расписание кабинетов',
  school: 'Расписание уроков школы',
} as const;

/** Teachers of the lessons with their names, by the alphabet. */
function teachersOf(lessons: readonly PaperLesson[]) {
  const names = new Map<number, string>();
  for (const { teacherIds, teachers } of lessons) {
    for (const [index, id] of teacherIds.entries()) names.set(id, teachers[index] ?? '');
  }
  return [...names].map(([id, name]) => ({ id, name })).sort((a, b) => compareText(a.name, b.name));
}

/** What is printed, and the line that says which: a version, or one week with its changes. */
function weekToPrint(reading: Reading, asked: Asked) {
  if (!asked.withChanges) {
    const week = weekOf(reading, asked) ?? refuse('NOT_FOUND', { what: 'timetable' });
    const { lessons, version, year } = week;
    const state = 'state' in version && version.state === 'draft' ? 'черновик, с' : 'с';
    const which = `${version.name}, ${year.name} учебный год, ${state} ${formatDate(version.validFrom)}`;
    return { year, which, lessons: lessons as readonly PaperLesson[] };
  }
  const held = weekAsHeld(reading, asked) ?? refuse('NOT_FOUND', { what: 'timetable' });
  const { from, to, versions, lessons } = held.week;
  const names = versions.map(({ name, cycleWeek }) =>
    cycleWeek === null ? name : `${name}, ${WEEK_NAMES[cycleWeek]}`,
  );
  return {
    year: held.year,
    which: [
      `Неделя с ${formatDate(from)} по ${formatDate(to)}, с заменами и переносами на ${formatDate(reading.today)}`,
      ...names,
    ].join('; '),
    lessons: lessons.map((lesson): PaperLesson => ({
      ...lesson,
      room: lesson.off ? '' : lesson.room,
      change: changeOnPaper(lesson),
    })),
  };
}

/** The timetable on paper (T4): of a class, a teacher, a room, of all of them, or the wall sheet. */
export function timetablePaper(reading: Reading, asked: Asked): TableDocument {
  const { db } = reading;
  const { lessons, which, year } = weekToPrint(reading, asked);
  const only = <T extends { readonly id: number }>(all: readonly T[]) =>
    asked.id === undefined ? all : all.filter(({ id }) => id === asked.id);
  const classes = findClasses(db, year.id, year.startsOn).map((row) => ({
    id: row.id,
    name: formatClassName(row),
  }));
  const partsOf = (): readonly DocumentPart[] => {
    switch (asked.of) {
      case 'class':
        return only(classes).map(({ id, name }, index) => ({
          ...weekPart(
            name,
            lessons.filter((one) => one.classIds.includes(id)),
            'class',
          ),
          newPage: index > 0,
        }));
      case 'teacher':
        return only(teachersOf(lessons)).map(({ id, name }) =>
          weekPart(
            name,
            lessons.filter(
              (one) => one.teacherIds.includes(id) || one.ownTeacherIds?.includes(id) === true,
            ),
            'teacher',
          ),
        );
      case 'room':
        return only(findRooms(db))
          .map(({ id, name }) => ({ name, own: lessons.filter((one) => one.roomId === id) }))
          .filter(({ own }) => own.length > 0 || asked.id !== undefined)
          .map(({ name, own }) => weekPart(name, own, 'room'));
      case 'school':
        return schoolParts(classes, lessons, asked.paper);
      default:
        return assertNever(asked.of);
    }
  };
  const parts = partsOf();
  const [first] = parts;
  if (first === undefined) refuse('NOT_FOUND', { what: 'timetable' });
  const alone = parts.length === 1 && first.heading !== undefined ? `, ${first.heading}` : '';
  return {
    title: `${TITLES[asked.of]}${alone}`,
    school: findSchool(db)?.name ?? '',
    heading: [TITLES[asked.of], which],
    orientation: 'landscape',
    paper: asked.of === 'school' ? asked.paper : 'A4',
    fontSize: asked.of === 'school' ? 7 : 9,
    parts,
  };
}
