import type { AttendanceCell, AttendanceLesson, AttendanceSheet } from '#contract/attendance';
import { ATTENDANCE_LETTERS, type Attendance } from '#domain/attendance/attendance';
import { formatDate, weekdayOf, type IsoDate } from '#domain/calendar/iso-date';
import { attendanceTexts as words } from '../../text/attendance';
import { placesOf, type Range } from '../../ui/sheet-grid/range';
import type { FootRow, SheetCell, SheetColumn, SheetRow } from '../../ui/sheet-grid/sheet-parts';

export type Reason = 'absent' | 'ill' | 'excused';
export const isReason = (attendance: Attendance): attendance is Reason => attendance !== 'late';

/** An hour of a day with the lessons of the class's groups in it. */
export type Hour = {
  readonly date: IsoDate;
  readonly number: number;
  readonly lessons: readonly AttendanceLesson[];
};
export type Cells = ReadonlyMap<string, AttendanceCell>;
export const cellKey = (lessonId: number, pupilId: number): string => `${lessonId}:${pupilId}`;

export const hoursOf = ({ lessons }: AttendanceSheet): readonly Hour[] =>
  [...Map.groupBy(lessons, ({ date, number }) => `${date} ${number}`).values()].flatMap((own) => {
    const [first] = own;
    return first === undefined ? [] : [{ date: first.date, number: first.number, lessons: own }];
  });
export const cellsOf = ({ cells }: AttendanceSheet): Cells =>
  new Map(cells.map((cell) => [cellKey(cell[0], cell[1]), cell]));

const subjectsOf = ({ lessons }: Hour) => [
  ...new Set(lessons.map(({ subjectName }) => subjectName)),
];
const dayName = (date: IsoDate) => words.dayShort[weekdayOf(date) - 1] ?? '';

/** The columns: first the whole, then every hour. */
export function columnsOf(hours: readonly Hour[], view: 'day' | 'week'): readonly SheetColumn[] {
  return [
    { key: 'whole', name: words.whole[view], title: words.wholeTitle },
    ...hours.map((hour, index): SheetColumn => {
      const { date, number } = hour;
      const fresh = hours[index - 1]?.date !== date;
      const subjects = subjectsOf(hour).join(', ');
      return {
        key: `${date} ${number}`,
        name: view === 'day' ? `${number}\n${subjects}` : String(number),
        ...(view === 'week' && { over: `${dayName(date)}, ${formatDate(date).slice(0, 5)}` }),
        ...(fresh && { starts: true }),
        title: `${dayName(date)} ${formatDate(date).slice(0, 5)}, ${words.lesson(number)}: ${subjects}`,
      };
    }),
  ];
}

/** The pupil's own lesson of an hour and what is noted there. */
const ownOf = (pupilId: number, { lessons }: Hour) =>
  lessons.filter(({ pupilIds }) => pupilIds.includes(pupilId));
const notedOf = (pupilId: number, hour: Hour, cells: Cells): AttendanceCell[] =>
  ownOf(pupilId, hour).flatMap(({ id }) => {
    const cell = cells.get(cellKey(id, pupilId));
    return cell === undefined ? [] : [cell];
  });

export const letterOf = (attendance: Attendance, lateMinutes: number | null): string =>
  `${ATTENDANCE_LETTERS[attendance]}${attendance === 'late' && lateMinutes !== null ? lateMinutes : ''}`;

function hourCell(
  pupilId: number,
  hour: Hour,
  cells: Cells,
  nameOf: (id: number) => string,
): SheetCell {
  if (ownOf(pupilId, hour).length === 0) return { text: '', tone: 'off', title: words.notHere };
  const noted = notedOf(pupilId, hour, cells);
  const [first] = noted;
  if (first === undefined) return { text: '' };
  const [, , , attendance, lateMinutes, turnedBy] = first;
  const said = attendance === 'late' ? words.late(lateMinutes) : words.letters[attendance];
  return {
    text: noted.map(([, , , one, late]) => letterOf(one, late)).join(' '),
    title: turnedBy === null ? said : `${said}, ${words.byDocument(nameOf(turnedBy))}`,
    ...(turnedBy !== null && { sign: words.documentSign }),
    ...(attendance === 'absent' && { tone: 'other' as const }),
    ...((attendance === 'ill' || attendance === 'excused') && { tone: 'soft' as const }),
  };
}

/** «Б» for a whole of one reason, else «Н 2 Б 1»: what the row holds. */
function wholeCell(pupilId: number, hours: readonly Hour[], cells: Cells): SheetCell {
  const own = hours.filter((hour) => ownOf(pupilId, hour).length > 0);
  const noted = own.flatMap((hour) => notedOf(pupilId, hour, cells));
  const counts = (['absent', 'ill', 'excused', 'late'] as const)
    .map((one) => [one, noted.filter(([, , , what]) => what === one).length] as const)
    .filter(([, count]) => count > 0);
  const [only] = counts;
  if (only === undefined) return { text: '', title: words.wholeTitle };
  const whole = counts.length === 1 && only[1] >= own.length && only[0] !== 'late';
  return {
    text: whole
      ? ATTENDANCE_LETTERS[only[0]]
      : counts.map(([one, count]) => `${ATTENDANCE_LETTERS[one]}\u00A0${count}`).join(' '),
    title: words.wholeTitle,
    ...(whole && { tone: only[0] === 'absent' ? ('other' as const) : ('soft' as const) }),
  };
}

export const rowsOf = (
  sheet: AttendanceSheet,
  hours: readonly Hour[],
  cells: Cells,
  nameOf: (id: number) => string,
): readonly SheetRow[] =>
  sheet.pupils.map(({ id, name }, index) => ({
    key: id,
    name: `${index + 1}. ${name}`,
    cells: [
      wholeCell(id, hours, cells),
      ...hours.map((hour, at) => ({
        ...hourCell(id, hour, cells, nameOf),
        ...(hours[at - 1]?.date !== hour.date && { starts: true }),
      })),
    ],
  }));

const isAway = (pupilId: number, hour: Hour, cells: Cells) =>
  notedOf(pupilId, hour, cells).some(([, , , what]) => isReason(what));

/** How many are missing at each lesson. */
export const footOf = (
  sheet: AttendanceSheet,
  hours: readonly Hour[],
  cells: Cells,
): readonly FootRow[] => [
  {
    name: words.missing,
    cells: [
      {
        text: String(
          sheet.pupils.filter(({ id }) => hours.some((hour) => isAway(id, hour, cells))).length,
        ),
      },
      ...hours.map((hour) => ({
        text: String(sheet.pupils.filter(({ id }) => isAway(id, hour, cells)).length),
      })),
    ],
  },
];

/** The absences that a range holds: the first column stands for all of its row. */
export function absencesIn(
  range: Range,
  sheet: AttendanceSheet,
  hours: readonly Hour[],
  cells: Cells,
): readonly AttendanceCell[] {
  const found = new Map<string, AttendanceCell>();
  for (const { row, col } of placesOf(range)) {
    const pupil = sheet.pupils[row];
    if (pupil === undefined) continue;
    const chosen = col === 0 ? hours : hours.slice(col - 1, col);
    for (const hour of chosen) {
      for (const cell of notedOf(pupil.id, hour, cells)) {
        if (isReason(cell[3])) found.set(cellKey(cell[0], cell[1]), cell);
      }
    }
  }
  return [...found.values()];
}

/** From the first to the last day on which the pupil is noted absent among those shown. */
export function absentSpan(
  pupilId: number | undefined,
  { lessons, cells, from, to }: AttendanceSheet,
): { readonly from: IsoDate; readonly to: IsoDate } {
  const away = new Set(
    cells.flatMap(([lessonId, pupil, , what]) =>
      pupil === pupilId && isReason(what) ? [lessonId] : [],
    ),
  );
  const days = lessons.filter(({ id }) => away.has(id)).map(({ date }) => date);
  return { from: days[0] ?? from, to: days.at(-1) ?? to };
}

/** Who is missing on a day, with the letters of the day: «Абрамов Илья (Б)». */
export function absentOn(
  day: IsoDate,
  sheet: AttendanceSheet,
  hours: readonly Hour[],
  cells: Cells,
): readonly string[] {
  const own = hours.filter(({ date }) => date === day);
  return sheet.pupils.flatMap(({ id, name }) => {
    const noted = own
      .flatMap((hour) => notedOf(id, hour, cells))
      .filter(([, , , what]) => isReason(what));
    if (noted.length === 0) return [];
    const letters = [...new Set(noted.map(([, , , what]) => ATTENDANCE_LETTERS[what]))].join(', ');
    return [`${name} (${letters})`];
  });
}

/** Lessons up to today in which nothing was entered: nobody looked who was there. */
export const notFilled = (sheet: AttendanceSheet, today: IsoDate): readonly AttendanceLesson[] =>
  sheet.lessons.filter(({ filled, date }) => !filled && date <= today);
