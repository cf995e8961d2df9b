import type { IsoDate } from '#domain/calendar/iso-date';
import { setUpTexts } from '../../text/school-set-up';
import { parseDateText } from '../../ui/date-field/date-text';

/** Why a typed text is not taken, in words; undefined where it is. */
export type Check = (text: string) => string | undefined;

export const required: Check = (text) => (text === '' ? setUpTexts.required : undefined);

/** A whole number within the limits; `words` say what is wanted. */
export const whole =
  (least: number, most: number, words: string = setUpTexts.wrongNumber): Check =>
  (text) =>
    /^\d{1,4}$/.test(text) && Number(text) >= least && Number(text) <= most ? undefined : words;

/** As `whole`, or nothing at all. */
export const wholeOrNone =
  (least: number, most: number): Check =>
  (text) =>
    text === '' ? undefined : whole(least, most)(text);

export const gradeCheck = whole(1, 12, setUpTexts.wrongGrade);

export const day: Check = (text) =>
  parseDateText(text) === undefined ? setUpTexts.calendar.wrongDate : undefined;
export const dayOrNone: Check = (text) => (text === '' ? undefined : day(text));

/** The day of a text that `day` has let through. */
export const dayOf = (text: string): IsoDate | null => parseDateText(text) ?? null;
