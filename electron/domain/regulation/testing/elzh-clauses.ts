import { byDay, may, value, type ClauseRow } from './clause-table';

/** Обязанности рабочей группы «ЭлЖур», clause by clause. */
export const ELZH_CLAUSES: readonly ClauseRow[] = [
  {
    clause: '1.1.5',
    situation: 'журналы хранят 5 лет',
    words: 'журналов успеваемости, обучающихся на электронных и бумажных носителях - 5 лет',
    decide: value('journalYears'),
    expected: 5,
  },
  {
    clause: '1.1.5',
    situation: 'сводные ведомости хранят 25 лет',
    words: 'сводных ведомостей успеваемости на электронных и бумажных носителях - 25 лет',
    decide: value('summaryYears'),
    expected: 25,
  },
  {
    clause: '1.1.5',
    situation: 'журналы и ведомости печатают и прошивают до 30 июня',
    words: 'но не позднее 30 июня выводить на печать электронную версию журнала успеваемости',
    decide: (one) => [byDay('archivePrinted')(one), byDay('summarySheets')(one)],
    expected: [['2027-06-30'], ['2027-06-30']],
  },
  {
    clause: '1.1.10',
    situation: 'всё к учебному году, и планы тоже, — до 5 сентября',
    words: 'Контролирует формирование в срок до 5 сентября учебного года в ИС разделов',
    decide: (one) => [byDay('setUpComplete')(one), byDay('plansReady')(one)],
    expected: [['2026-09-05'], ['2026-09-05']],
  },
  {
    clause: '1.2.5',
    situation: 'разделы заполняет заместитель директора, до 5 сентября (D3)',
    words:
      'В срок до 5 сентября каждого учебного года осуществляет в Системе формирование разделов',
    decide: (one) => [byDay('setUpComplete')(one), may('deputy', 'changeTimetable')(one)],
    expected: [['2026-09-05'], true],
  },
  {
    clause: '1.2.4',
    situation: 'замены отмечает заместитель директора',
    words: 'Отмечает факты замены уроков.',
    decide: (one) => [
      may('deputy', 'registerSubstitutions')(one),
      may('administrator', 'registerSubstitutions')(one),
    ],
    expected: [true, false],
  },
  {
    clause: '1.2.6',
    situation: 'отметка — с видом работы (J2)',
    words: 'фиксация текущих оценок (отметок) в соответствии с видом выполненных работ',
    decide: value('assignedKind'),
    expected: true,
  },
  {
    clause: '1.3.5',
    situation: 'данные нового ученика вносит системный администратор',
    words: 'При зачислении в ОУ вновь прибывшего учащегося вносит в систему персональные данные',
    decide: (one) => [
      may('administrator', 'correctPupilData')(one),
      may('classTeacher', 'correctPupilData')(one),
    ],
    expected: [true, false],
  },
];
