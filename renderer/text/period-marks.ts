import type { NoteReason } from '#domain/regulation/period-rules';
import type { Finals } from '#domain/periods/finals';
import { plural } from './common';

const NOTE_REASONS: Readonly<Record<NoteReason, string>> = {
  differsFromAverage: 'не та, что предложена',
  belowMinimum: 'отметок меньше, чем требует регламент',
};

/** What is told of setting every proposed mark. */
type ProposedNames = {
  readonly marks: readonly { readonly name: string; readonly value: string }[];
  readonly waiting: readonly string[];
  readonly nothing: readonly string[];
};
const NAMED = 5;
const someOf = (names: readonly string[]): string =>
  names.length <= NAMED
    ? names.join(', ')
    : `${names.slice(0, NAMED).join(', ')} и ещё ${names.length - NAMED}`;
const leftNames = ({ waiting, nothing }: ProposedNames): readonly string[] => [
  ...(waiting.length === 0 ? [] : [`Мало отметок, нужна причина: ${someOf(waiting)}.`]),
  ...(nothing.length === 0 ? [] : [`Предложить не по чему: ${someOf(nothing)}.`]),
];

/** The marks of periods and of the year on the journal page. */
export const periodMarkTexts = {
  proposed: (mark: string) => `предложено ${mark}`,
  ofYear: (mark: string, parts: string) =>
    `предложено ${mark} — среднее отметок за периоды: ${parts}`,
  exam: 'Отметка за экзамен: н — не явился (н/а), о — освобождён (осв)',
  ofFinal: (mark: string, parts: string) =>
    parts.includes(',')
      ? `предложено ${mark} — среднее годовой и экзаменационной, половина вверх: ${parts}`
      : `предложено ${mark} — по годовой: ${parts}`,
  noFinal: (finals: Finals) =>
    finals === 'exam'
      ? 'Итоговая предлагается, когда стоят годовая и отметка за экзамен'
      : 'Итоговая предлагается, когда стоит годовая',
  none: 'Нет отметок, по которым можно предложить',
  marks: (count: number) => `${count} ${plural(count, 'отметка', 'отметки', 'отметок')}`,
  note: 'Пояснение',
  noteHint: 'Почему не предложенная',
  asks: (proposed: string, set: string, demanded: boolean) =>
    `Предложено ${proposed}, поставлено ${set}. Почему${demanded ? '' : ' (можно не писать)'}:`,
  whyNeeded: (mark: string, reasons: readonly NoteReason[]) =>
    `${mark}: ${reasons.map((reason) => NOTE_REASONS[reason]).join(', ')}. Напишите почему:`,
  noteEmpty: 'Без пояснения отметка не ставится.',
  setWithNote: (mark: string) => `Поставить ${mark} (Enter)`,
  dontSet: 'Не ставить (Esc)',
  explain: {
    marks: (marks: readonly { readonly value: string; readonly weight: number }[]) =>
      `Отметки: ${marks.map(({ value, weight }) => (weight === 1 ? value : `${value} (вес ${weight})`)).join(', ')}.`,
    sum: (sum: number, weights: number, average: string, mark: string) =>
      `Сумма с весами ${sum}, сумма весов ${weights}, среднее ${average} → ${mark}:`,
    passed: (passed: number, all: number, mark: string) =>
      `Зачтено ${passed} из ${all} по весу → ${mark}.`,
    rounded: {
      up: (threshold: string) => `дробная часть ${threshold} и больше — вверх.`,
      down: (threshold: string) => `дробная часть меньше ${threshold} — вниз.`,
      exact: () => 'ровно.',
    },
    left: (marks: string) => `Не считаются: ${marks}.`,
    few: (count: number, minimum: number) =>
      `Отметок ${count}, регламент требует не меньше ${minimum}: нужна причина или «н/а».`,
  },
  all: {
    button: 'Поставить все предложенные (Ctrl+Enter)',
    ask: (period: string, plan: ProposedNames) =>
      [
        `${period}: будет поставлено ${plan.marks.length} ${plural(plan.marks.length, 'отметка', 'отметки', 'отметок')} — ${someOf(plan.marks.map(({ name, value }) => `${name} ${value}`))}.`,
        ...leftNames(plan),
      ].join(' '),
    yes: (count: number) => `Поставить ${count} (Enter)`,
    no: 'Не ставить (Esc)',
    nothing: (period: string, plan: ProposedNames) =>
      [`${period}: поставить нечего — всё предложенное уже стоит.`, ...leftNames(plan)].join(' '),
    done: (plan: ProposedNames) =>
      [`Поставлено: ${plan.marks.length}.`, ...leftNames(plan), 'Ctrl+Z — вернуть.'].join(' '),
  },
} as const;
