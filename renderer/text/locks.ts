import type { Role } from '#domain/people/roles';
import type { LockReason } from '#domain/regulation/locks';
import { ROLE_WORDS } from '#domain/regulation/sentences';

const REASONS: Readonly<Record<LockReason, string>> = {
  yearClosed: 'учебный год закрыт',
  yearOver: 'учебный год прошёл',
  periodMarksSet: 'итоговые отметки за этот период уже выставлены',
  backdated: 'срок внесения прошёл, задним числом отметки не ставят',
  windowOver: 'срок исправления прошёл',
  ahead: 'до дня урока их у нас не записывают',
};

const byClauses = (clauses: readonly string[]) =>
  clauses.length === 0 ? '' : ` (${clauses.join(', ')})`;
const whoOpens = (roles: readonly Role[]) =>
  roles.length === 0 ? '' : ` Открыть может ${roles.map((role) => ROLE_WORDS[role]).join(', ')}.`;

const CLOSED = {
  all: 'Закрыто',
  marks: 'Отметки закрыты (посещаемость вносить можно)',
  records: 'Посещаемость, тема и задание закрыты',
  ahead: 'Тема и задание закрыты',
  periodMark: 'Итоговая отметка закрыта',
} as const;
type ClosedThing = keyof typeof CLOSED;

/** What the regulation has closed on a page, and opening it for a cause. */
export const lockTexts = {
  said(
    what: ClosedThing,
    reason: LockReason,
    clauses: readonly string[],
    mayOpen: readonly Role[],
  ): string {
    const opens = reason === 'yearClosed' ? '' : whoOpens(mayOpen);
    return `${CLOSED[what]}: ${REASONS[reason]}${byClauses(clauses)}.${opens}`;
  },
  refused: (reason: LockReason, mayOpen: readonly Role[]) => ({
    title: `Закрыто: ${REASONS[reason]}.`,
    text: `Ничего не записано.${whoOpens(mayOpen)}`,
  }),
  tool: 'Закрытое: открыть по причине (Alt+O)',
  title: 'Открыть закрытое',
  from: 'Уроки с',
  to: 'по',
  pupil: 'Ученик',
  everybody: 'Все ученики',
  until: 'До конца дня',
  reason: 'Причина',
  reasonHint: 'Например: пересдача, ошибка в отметке, техническая неисправность',
  hint: 'Уроки этих дней можно будет заполнять и исправлять, пока не кончится срок. Открывается и итоговая отметка периода, который кончается в эти дни. Причина и имя остаются в журнале.',
  deed: 'Открыть',
  opened: (until: string) => `Открыто до конца дня ${until}`,
  nothing: 'На этой странице ничего не закрыто.',
  list: 'Что открывали',
  noneYet: 'Закрытое здесь ещё не открывали.',
  days: (from: string, to: string) => (from === to ? from : `${from} – ${to}`),
  untilDay: (day: string) => `до конца ${day}`,
  over: 'срок прошёл',
  closedAgain: (by: string) => `закрыл ${by}`,
  closeAgain: 'Закрыть снова',
  closedNow: 'Закрыто снова. Внесённое осталось.',
  close: 'Отмена',
} as const;
