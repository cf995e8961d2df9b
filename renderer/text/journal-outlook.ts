import { MOST_MORE } from '#domain/marks/forecast';
import type { MarksSoFar } from '#domain/marks/minimum-marks';
import { plural } from './common';

type Way = { readonly count: number; readonly value: string; readonly kind: string };

const OF_POINTS = ['', 'одна', 'две', 'три', 'четыре', 'пять', 'шесть'] as const;
const OF_PASSES = ['', 'один', 'два', 'три', 'четыре', 'пять', 'шесть'] as const;

/** «две «5» за К/р» */
function wayText({ count, value, kind }: Way): string {
  const words = /^\d/.test(value) ? OF_POINTS : OF_PASSES;
  return `${words[count] ?? count} «${value}»${kind === '' ? '' : ` за ${kind}`}`;
}

const marks = (count: number) => `${count} ${plural(count, 'отметка', 'отметки', 'отметок')}`;
const lessons = (count: number) => `${count} ${plural(count, 'урок', 'урока', 'уроков')}`;

export const journalOutlook = {
  title: 'Прогноз итоговой отметки',
  now: (weighted: string, proposed: string) =>
    proposed === ''
      ? 'Отметок для итоговой пока нет'
      : `Выходит «${proposed}»${weighted === '' ? '' : `, ср.в. ${weighted}`}`,
  soFar: ({ has, missing, lessonsLeft }: MarksSoFar, needed: number, by: string) =>
    missing === 0
      ? `${marks(has)}, нужно не меньше ${needed}: хватает`
      : `${marks(has)}, к ${by} нужно ${needed}: не хватает ${missing}` +
        (lessonsLeft === 0 ? ', уроков не осталось' : `, впереди ${lessons(lessonsLeft)}`),
  up: (to: string, ways: readonly Way[]) =>
    ways.length === 0
      ? `До «${to}» не хватит и ${MOST_MORE} отметок`
      : `До «${to}» — ${ways.map(wayText).join(' или ')}`,
  fall: (
    fall: { readonly value: string; readonly kind: string; readonly to: string } | undefined,
  ) =>
    fall === undefined
      ? 'Одна плохая отметка ничего не изменит'
      : `«${fall.value}» за ${fall.kind} опустит до «${fall.to}»`,
  column: 'отм.',
  columnFull: 'Сколько отметок есть и сколько нужно',
  filter: (count: number) => `Кому не хватает отметок: ${count}`,
  everybody: 'Показать всех',
} as const;
