import { addDays, isIsoDate, isoDateOf, type IsoDate } from '../../calendar/iso-date';
import { cellText, type Cell } from '../table';
import { textKey } from '../text-key';
import type { PersonName, RowProblem, Sex, StaffRole } from './person-row';

/** A value of a cell, or why it is none. */
export type ReadValue<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: RowProblem };

const months = ['янв', 'фев', 'мар', 'апр', 'мая', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'];

/** Excel counts days from the end of 1899; what is not a day of a living person is no day here. */
function dateOfSerial(serial: number): IsoDate | undefined {
  if (serial < 7_000 || serial >= 80_000) return undefined;
  return addDays('1899-12-30', Math.floor(serial));
}

function dateOfText(text: string, today: IsoDate): IsoDate | undefined {
  const plain = text.replace(/\s*(?:года|год|г)\.?$/iu, '').trim();
  const iso = plain.slice(0, 10);
  if (isIsoDate(iso) && /^.{10}(?:[T ][\d:.Z+]*)?$/u.test(plain)) return iso;
  if (/^\d{5}$/u.test(plain)) return dateOfSerial(Number(plain));
  const numbers = /^(\d{1,2})\s*[./\- ]\s*(\d{1,2})\s*[./\- ]\s*(\d{4}|\d{2})(?: [\d:]+)?$/u.exec(
    plain,
  );
  const words = /^(\d{1,2})\s+([а-яё]{3,8})\.?\s+(\d{4})$/iu.exec(plain);
  const [, day, monthText, yearText] = numbers ?? words ?? [];
  if (day === undefined || monthText === undefined || yearText === undefined) return undefined;
  const month =
    numbers === null
      ? months.indexOf(monthText.toLowerCase().slice(0, 3).replace('май', 'мая')) + 1
      : Number(monthText);
  const short = yearText.length === 2;
  const year = short ? 2000 + Number(yearText) : Number(yearText);
  // Two digits mean the last such year that is not ahead of us.
  const full = short && year > Number(today.slice(0, 4)) ? year - 100 : year;
  return isoDateOf(full, month, Number(day));
}

/**
 * A birth date as a date cell, a serial number of Excel, ДД.ММ.ГГГГ, Д.М.ГГ, ISO or «5 мая 2012».
 * An empty cell is null; an impossible day, a day to come and an age above 110 are problems.
 */
export function readBirthDate(cell: Cell | undefined, today: IsoDate): ReadValue<IsoDate | null> {
  const text = cellText(cell);
  if (text === '' || /^[-–—]$/u.test(text)) return { ok: true, value: null };
  let date: IsoDate | undefined;
  if (typeof cell === 'object' && cell !== null) date = cell.date;
  else if (typeof cell === 'number') date = dateOfSerial(cell);
  else date = dateOfText(text, today);
  if (date === undefined) return { ok: false, problem: { code: 'badDate', text } };
  const age = Number(today.slice(0, 4)) - Number(date.slice(0, 4));
  return date > today || age > 110
    ? { ok: false, problem: { code: 'unlikelyBirthDate', date } }
    : { ok: true, value: date };
}

const sexes: Readonly<Record<string, Sex>> = {
  м: 'male',
  муж: 'male',
  мужской: 'male',
  мальчик: 'male',
  m: 'male',
  ж: 'female',
  жен: 'female',
  женский: 'female',
  девочка: 'female',
  f: 'female',
};

/** «м», «Ж», «муж.», «женский»; an empty cell is null. */
export function readSex(cell: Cell | undefined): ReadValue<Sex | null> {
  const text = cellText(cell);
  if (text === '') return { ok: true, value: null };
  const value = sexes[textKey(text)];
  return value === undefined
    ? { ok: false, problem: { code: 'badSex', text } }
    : { ok: true, value };
}

const roles: readonly (readonly [StaffRole, RegExp])[] = [
  ['administrator', /^(?:администратор|админ|системный администратор|администратор эж)/u],
  ['deputy', /^(?:зам|заместитель|завуч)/u],
  ['director', /^(?:директор|руководитель(?: оо)?$)/u],
  ['classTeacher', /^(?:классный руководитель|кл рук)/u],
  ['subjectTeacher', /^(?:учитель|педагог|преподаватель|психолог|социальный педагог|логопед)/u],
  ['secretary', /^(?:секретарь|делопроизводитель)/u],
];

/** Roles in the journal, several parted by commas, semicolons or «+». */
export function readRoles(cell: Cell | undefined): ReadValue<readonly StaffRole[]> {
  const found = new Set<StaffRole>();
  for (const text of cellText(cell).split(/[,;+/]/u)) {
    const key = textKey(text);
    if (key === '') continue;
    const role = roles.find(([, pattern]) => pattern.test(key))?.[0];
    if (role === undefined)
      return { ok: false, problem: { code: 'unknownRole', text: text.trim() } };
    found.add(role);
  }
  return { ok: true, value: [...found] };
}

/** «ИВАНОВА-ПЕТРОВА» and «иванова» become «Иванова-Петрова» and «Иванова»; else as written. */
function properCase(name: string): string {
  const letters = name.replace(/\P{L}/gu, '');
  const shouted = letters.length > 1 && letters === letters.toUpperCase();
  if (!shouted && letters !== letters.toLowerCase()) return name;
  return name
    .toLowerCase()
    .replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase())
    .replace(/(?<=[\s-])(?:Кызы|Оглы|Заде)(?!\p{L})/gu, (word) => word.toLowerCase());
}

const tidy = (text: string) =>
  text
    .replace(/\s*([-–—])\s*/gu, '-')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s,]+|[\s,]+$/gu, '');

/** Splits «Иванова-Петрова Анна Мария кызы»: surname, first name, the rest. */
function splitName(text: string): PersonName {
  const spaced = tidy(text)
    .replace(/,/gu, ' ')
    .replace(/\.(?=\p{L})/gu, '. ');
  const [last = '', first = '', ...rest] = spaced.split(' ').filter((word) => word !== '');
  return nameOf(last, first, rest.join(' '));
}

function nameOf(last: string, first: string, middle: string): PersonName {
  const [whole, given] = [properCase(last), properCase(first)];
  const rest = tidy(middle);
  return {
    last: whole,
    first: given,
    // «кызы» alone in small letters is right, a whole name in capitals is not.
    middle: rest === rest.toLowerCase() && rest.includes(' ') ? rest : properCase(rest),
  };
}

/** A name from one cell or from three; initials are enough for staff, not for pupils. */
export function readName(
  cells: {
    readonly full: string;
    readonly last: string;
    readonly first: string;
    readonly middle: string;
  },
  initialsAllowed: boolean,
): ReadValue<PersonName> {
  const inParts = cells.first !== '' || cells.middle !== '' || cells.full === '';
  const name = inParts
    ? nameOf(tidy(cells.last), tidy(cells.first), cells.middle)
    : splitName(cells.full);
  // Three columns, but the whole name typed into the first.
  const whole =
    inParts && name.first === '' && name.last.includes(' ') ? splitName(name.last) : name;
  const text = `${whole.last} ${whole.first} ${whole.middle}`.trim();
  if (text === '') return { ok: false, problem: { code: 'noName' } };
  if (!/^[\p{L}][\p{L}'’ʼ`.\- ]*$/u.test(text)) {
    return { ok: false, problem: { code: 'oddName', name: text } };
  }
  if (whole.last === '' || whole.first === '') {
    return { ok: false, problem: { code: 'noFirstName', name: text } };
  }
  if (!initialsAllowed && /^\p{L}\.?$/u.test(whole.first)) {
    return { ok: false, problem: { code: 'initialsOnly', name: text } };
  }
  return { ok: true, value: whole };
}
