import type { ConsentDecision, ConsentKind, ConsentState } from '#domain/consents/consents';
import { plural } from './common';

export const consentKinds = {
  processing: 'Обработка данных',
  electronicForm: 'Электронная форма',
  photo: 'Фотосъёмка',
  publication: 'Публикация',
} satisfies Record<ConsentKind, string>;

export const consentDecisions = {
  given: 'согласие',
  refused: 'отказ',
} satisfies Record<ConsentDecision, string>;

export const consentStates = {
  none: 'нет',
  given: 'есть',
  refused: 'отказ',
  withdrawn: 'отозвано',
  expired: 'истекло',
} satisfies Record<ConsentState, string>;

export const consentsTexts = {
  tab: 'Согласия',
  title: 'Согласия и отказы',
  hint: 'Без согласия на обработку данные не выдаются посторонним. Пробел отмечает строки для общей записи, Enter открывает карточку.',
  table: 'Согласия',
  columns: { name: 'Ученик', className: 'Класс' },
  filters: {
    all: 'Все',
    missing: 'Нет согласия',
    paper: 'Отказ от электронной формы',
    withdrawn: 'Отозвано',
    soon: 'Истекает',
  },
  filter: 'Показать',
  class: 'Класс',
  allClasses: 'Все классы',
  until: (day: string) => `до ${day}`,
  empty: 'Учеников пока нет',
  emptyText: 'Реестр появится, когда в классах будут ученики.',
  nothing: 'Таких записей нет',
  nothingText: {
    all: 'В этом классе учеников нет.',
    missing: 'Согласие на обработку данных есть у всех.',
    paper: 'От электронной формы никто не отказался: выписки на бумаге не нужны.',
    withdrawn: 'Отозванных согласий нет.',
    soon: 'В ближайший месяц ничего не истекает.',
  },
  form: {
    title: (count: number) =>
      `Внести для ${count} ${plural(count, 'ученика', 'учеников', 'учеников')}`,
    kind: 'Что подписано',
    decision: 'Решение',
    datedOn: 'Дата',
    document: '№ документа',
    validUntil: 'Действует до',
    note: 'Примечание',
    signedBy: 'Кто подписал',
    nobody: 'не указано',
    add: 'Внести',
    added: (count: number) => `Внесено: ${count} ${plural(count, 'запись', 'записи', 'записей')}.`,
    undo: 'Отменить внесение',
    undone: 'Внесённое отменено.',
  },
  card: {
    title: 'Согласия',
    none: 'Ничего не подписано.',
    document: (number: string) => `№ ${number}`,
    signed: (name: string) => `подписал(а) ${name}`,
    withdrawn: (day: string) => `отозвано ${day}`,
    withdraw: 'Отозвать…',
    withdrawOn: 'Отозвано с',
    withdrawDeed: 'Отозвать',
    takeBack: 'Вернуть',
    remove: 'Убрать запись',
    add: 'Внести решение',
    cancel: 'Отмена',
    kept: 'запись о согласии',
  },
} as const;
