import { addDays, weekdayOf, type IsoDate } from '../calendar/iso-date';

export type DefaultPeriod = {
  readonly kind: 'quarter' | 'half' | 'year';
  readonly number: number;
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
  readonly gradeFrom: number;
  readonly gradeTo: number;
};

/** Days without lessons, both included: school holidays and public ones. */
type DefaultHoliday = {
  readonly name: string;
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
};

export type DefaultYear = {
  /** «2026/2027» */
  readonly name: string;
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
  readonly periods: readonly DefaultPeriod[];
  readonly holidays: readonly DefaultHoliday[];
};

const SATURDAY = 6;
const SUNDAY = 7;

/** The school year a day belongs to, by the calendar year it starts in; summer belongs to the past one. */
export function startYearOf(day: IsoDate): number {
  const year = Number(day.slice(0, 4));
  return Number(day.slice(5, 7)) >= 9 ? year : year - 1;
}

function forwardToWorkday(day: IsoDate): IsoDate {
  const weekday = weekdayOf(day);
  return weekday < SATURDAY ? day : addDays(day, 8 - weekday);
}

function backToWorkday(day: IsoDate): IsoDate {
  const weekday = weekdayOf(day);
  return weekday < SATURDAY ? day : addDays(day, SATURDAY - 1 - weekday);
}

/** The Saturday that ends the given number of school weeks; the first may be a part of one. */
function saturdayAfterWeeks(firstDay: IsoDate, weeks: number): IsoDate {
  return addDays(firstDay, SATURDAY - weekdayOf(firstDay) + (weeks - 1) * 7);
}

/** A public holiday on a day off moves to the next working day (Labour Code, article 112). */
function publicHoliday(name: string, day: IsoDate): DefaultHoliday {
  return { name, startsOn: day, endsOn: forwardToWorkday(day) };
}

/** From 31 December to 8 January, and on to the Sunday where only Thursday or later is left of the week. */
function lastDayOfWinterHolidays(year: number): IsoDate {
  const eighth: IsoDate = `${year}-01-08`;
  const weekday = weekdayOf(eighth);
  return weekday <= 3 ? eighth : addDays(eighth, SUNDAY - weekday);
}

/**
 * The periods and holidays a school that starts on 1 September of `startYear` most likely has:
 * quarters of 8, 8, 11 and 7 weeks in grades 1–9, halves in 10–11, nine days of holidays between,
 * lessons until 26 May, as the federal calendar schedule counts them. A suggestion that the
 * assistant lets people change (S2, S8).
 */
export function defaultPeriods(startYear: number): DefaultYear {
  const endYear = startYear + 1;
  const first = forwardToWorkday(`${startYear}-09-01`);
  const last = backToWorkday(`${endYear}-05-26`);
  const autumn = saturdayAfterWeeks(first, 8);
  const second = addDays(autumn, 9);
  const winterEnds = lastDayOfWinterHolidays(endYear);
  const third = addDays(winterEnds, 1);
  const spring = saturdayAfterWeeks(third, 11);
  const fourth = addDays(spring, 9);
  const beforeWinter: IsoDate = `${startYear}-12-30`;

  const quarter = (number: number, startsOn: IsoDate, endsOn: IsoDate): DefaultPeriod => ({
    kind: 'quarter',
    number,
    startsOn,
    endsOn,
    gradeFrom: 1,
    gradeTo: 9,
  });
  const half = (number: number, startsOn: IsoDate, endsOn: IsoDate): DefaultPeriod => ({
    kind: 'half',
    number,
    startsOn,
    endsOn,
    gradeFrom: 10,
    gradeTo: 11,
  });

  return {
    name: `${startYear}/${endYear}`,
    startsOn: `${startYear}-09-01`,
    endsOn: `${endYear}-05-31`,
    periods: [
      quarter(1, first, addDays(autumn, -1)),
      quarter(2, second, beforeWinter),
      quarter(3, third, addDays(spring, -1)),
      quarter(4, fourth, last),
      half(1, first, beforeWinter),
      half(2, third, last),
      { kind: 'year', number: 1, startsOn: first, endsOn: last, gradeFrom: 1, gradeTo: 11 },
    ],
    holidays: [
      { name: 'Осенние каникулы', startsOn: autumn, endsOn: addDays(autumn, 8) },
      publicHoliday('День народного единства', `${startYear}-11-04`),
      { name: 'Зимние каникулы', startsOn: `${startYear}-12-31`, endsOn: winterEnds },
      {
        name: 'Новогодние праздники и Рождество',
        startsOn: `${endYear}-01-01`,
        endsOn: `${endYear}-01-08`,
      },
      publicHoliday('День защитника Отечества', `${endYear}-02-23`),
      publicHoliday('Международный женский день', `${endYear}-03-08`),
      { name: 'Весенние каникулы', startsOn: spring, endsOn: addDays(spring, 8) },
      publicHoliday('Праздник Весны и Труда', `${endYear}-05-01`),
      publicHoliday('День Победы', `${endYear}-05-09`),
    ],
  };
}
