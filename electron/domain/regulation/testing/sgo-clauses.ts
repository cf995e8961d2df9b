import {
  again,
  byDay,
  may,
  secondQuarter,
  THURSDAY,
  until,
  value,
  type ClauseRow,
} from './clause-table';

/** Положение Панциревской СШ, sentence by sentence (its points have no numbers). */
export const SGO_CLAUSES: readonly ClauseRow[] = [
  {
    clause: 'Администратор',
    situation: 'год открывают в последнюю неделю августа',
    words: 'Открывает учебный год в последнюю неделю августа',
    decide: (one) => [value('yearOpened')(one), byDay('yearOpened')(one)],
    expected: [
      { by: 'date', from: { month: 8, day: 25 }, to: { month: 8, day: 31 } },
      ['2026-08-31'],
    ],
  },
  {
    clause: 'Администратор',
    situation: 'администратор страниц не заполняет',
    words: 'просматривает все электронные журналы классов без права редактирования',
    decide: may('administrator', 'fillAnyPage'),
    expected: false,
  },
  {
    clause: 'Администратор',
    situation: 'списки учеников исправляет администратор',
    words: 'вносит необходимые изменения в списочный состав обучающихся и педагогов',
    decide: may('administrator', 'correctPupilData'),
    expected: true,
  },
  {
    clause: 'Администратор',
    situation: 'копия — раз в четверть',
    words: 'на внешний носитель информации не реже 1 раза в четверть',
    decide: again('backups'),
    expected: '2026-12-30',
  },
  {
    clause: 'Учителя-предметники',
    situation: 'урок в четверг: всё — до конца пятницы; при шестидневке — до конца субботы',
    words:
      'Своевременно (в рамках рабочей недели,) заполняют данные об успеваемости и посещаемости учащихся; домашнее задание.',
    decide: (one) => [
      ...(['attendance', 'homework', 'oralMark', 'writtenMark'] as const).map((kind) =>
        until(kind)(one),
      ),
      until('homework', { ...THURSDAY, studyDays: 6 })(one),
    ],
    expected: [
      '2026-11-20T23:59',
      '2026-11-20T23:59',
      '2026-11-20T23:59',
      '2026-11-20T23:59',
      '2026-11-21T23:59',
    ],
  },
  {
    clause: 'Учителя-предметники',
    situation: 'пятница перед каникулами не учебная: рабочая неделя кончается раньше',
    words: 'в рамках рабочей недели',
    decide: until('attendance', { ...THURSDAY, date: '2026-12-29' }),
    expected: '2026-12-30T23:59',
  },
  {
    clause: 'Учителя-предметники',
    situation: 'темы — как все записи, в рабочую неделю',
    words: 'с обязательным указанием не только тем уроков',
    decide: until('topic'),
    expected: '2026-11-20T23:59',
  },
  {
    clause: 'Учителя-предметники',
    situation: 'план вносит учитель',
    words: 'Своевременно заполняет раздел «Календарно-тематическое планирование».',
    decide: may('teacher', 'enterPlans'),
    expected: true,
  },
  {
    clause: 'Учителя-предметники',
    situation: 'четверть кончается в среду 30 декабря: отметки с понедельника по среду',
    words: 'в течение последней недели каждого учебного периода до начала каникулярного периода',
    decide: secondQuarter,
    expected: '2026-12-28 – 2026-12-30',
  },
  {
    clause: 'Заместитель директора',
    situation: 'журналы проверяют раз в месяц',
    words: 'осуществляет периодический контроль (не реже 1 раза в месяц)',
    decide: again('journalControl'),
    expected: '2027-01-01',
  },
  {
    clause: 'Архивация',
    situation: 'журналы печатают и прошивают до 30 июня',
    words:
      'По окончании учебного года не позднее 30 июня электронные журналы, проходят процедуру архивации',
    decide: byDay('archivePrinted'),
    expected: ['2027-06-30'],
  },
];
