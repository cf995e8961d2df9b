import { plural } from './common';

export const n = (count: number): string => count.toLocaleString('ru-RU');

/** «612 учеников» */
export const counted = (count: number, one: string, few: string, many: string): string =>
  `${n(count)} ${plural(count, one, few, many)}`;
