import { again, byDay, inGrade, lock, may, until, value, type ClauseRow } from './clause-table';

/** Инструкция СОШ № 2, clause by clause. */
export const INS_CLAUSES: readonly ClauseRow[] = [
  {
    clause: '2.1',
    situation: 'тему и отсутствующих вносят в день урока: после полуночи уже поздно',
    words:
      'Внесение информации о занятии и об отсутствующих должны производиться по факту в день проведения.',
    decide: (one) => [until('topic')(one), until('attendance')(one)],
    expected: ['2026-11-19T23:59', '2026-11-19T23:59'],
  },
  {
    clause: '2.2',
    situation: 'последний урок класса кончился в 13:40, задание — до 16:40',
    words: 'не позднее, чем через 3 часа после окончания всех учебных занятий класса',
    decide: until('homework'),
    expected: '2026-11-19T16:40',
  },
  {
    clause: '2.2',
    situation: 'вторая смена кончила в 22:00: задание всё равно в день урока',
    words: 'должно производиться в день проведения занятия',
    decide: until('homework', { ...inGrade(8), classesEndAt: '22:00' }),
    expected: '2026-11-19T23:59',
  },
  {
    clause: '2.3',
    situation: 'тему и задание записывают заранее',
    words: 'Разрешается заранее размещать темы занятия и домашние задания',
    decide: value('writingAhead'),
    expected: true,
  },
  {
    clause: '2.4',
    situation: 'устный ответ на уроке до 11:00 — отметка в течение суток',
    words: 'в течение суток за устный ответ для 2-11 классов',
    decide: (one) => [until('oralMark', inGrade(2))(one), until('oralMark', inGrade(11))(one)],
    expected: ['2026-11-20T11:00', '2026-11-20T11:00'],
  },
  {
    clause: '2.4',
    situation: 'контрольная 8 класса в четверг — отметки до конца воскресенья',
    words:
      'в течение 3-х дней за письменные, контрольные, зачетные, тестовые работы для 2-9 классов',
    decide: until('writtenMark', inGrade(9)),
    expected: '2026-11-22T23:59',
  },
  {
    clause: '2.4',
    situation: 'контрольная 10 класса в четверг — отметки до конца вторника',
    words:
      'в течение 5-ти дней за письменные, контрольные, зачетные, тестовые работы для 10-11 классов',
    decide: until('writtenMark', inGrade(10)),
    expected: '2026-11-24T23:59',
  },
  {
    clause: 'Учитель, г',
    situation: 'те же сроки названы в обязанностях учителя',
    words: 'не позднее, чем через 3 дня в 2 - 9 классах',
    decide: until('writtenMark', inGrade(2)),
    expected: '2026-11-22T23:59',
  },
  {
    clause: 'Учитель, ж',
    situation: 'через сутки отметку за устный ответ уже не поставить и не исправить',
    words: 'Запрещается исправление отметок и выставление отметок «задним числом».',
    decide: (one) => [
      lock('oralMark', '2026-11-20T11:00')(one),
      lock('oralMark', '2026-11-20T11:01')(one),
    ],
    expected: ['открыто', 'backdated'],
  },
  {
    clause: 'Учитель, ж',
    situation: 'отметки за контрольную ставят в графу того дня, пока идёт срок проверки',
    words: 'Отметки за письменные работы выставляются в сроки, предусмотренные нормами проверки',
    decide: (one) => [
      lock('writtenMark', '2026-11-22T23:59')(one),
      lock('writtenMark', '2026-11-23T08:00')(one),
    ],
    expected: ['открыто', 'backdated'],
  },
  {
    clause: 'Учитель, ж',
    situation: 'запрет сказан об отметках: тему дописать можно',
    words: 'исправление отметок и выставление отметок',
    decide: lock('topic', '2026-11-23T08:00'),
    expected: 'открыто',
  },
  {
    clause: 'Учитель, ж',
    situation: 'вид работы обязателен (J2)',
    words: 'с указанием вида работы из выпадающего списка',
    decide: value('assignedKind'),
    expected: true,
  },
  {
    clause: 'Классный руководитель, а',
    situation: 'причину пропуска ставит классный руководитель, а не учитель',
    words: 'отражает в электронном журнале причину отсутствия ученика на уроке',
    decide: (one) => [
      may('classTeacher', 'setAbsenceReasons')(one),
      may('teacher', 'setAbsenceReasons')(one),
    ],
    expected: [true, false],
  },
  {
    clause: 'Классный руководитель, б',
    situation: 'классный руководитель сам исправляет данные, сверив их через месяц',
    words:
      'Регулярно, не реже одного раза в месяц, проверяет изменение фактических данных и при наличии таких изменений вносит соответствующие поправки',
    decide: (one) => [may('classTeacher', 'correctPupilData')(one), again('pupilDataChecked')(one)],
    expected: [true, '2027-01-01'],
  },
  {
    clause: '4.7',
    situation: 'родителям без доступа — распечатка через 2 недели',
    words:
      'информирование о результатах обучения не реже, чем один раз в 2 недели с использованием распечатки результатов',
    decide: again('parentsInformed'),
    expected: '2026-12-15',
  },
  {
    clause: 'Классный руководитель, г',
    situation: 'предварительные отчёты — за 2 недели до конца каждой четверти',
    words: 'предоставляет за 2 недели до окончания учебного периода',
    decide: (one) => byDay('preliminaryReports')(one)[1],
    expected: '2026-12-16',
  },
  {
    clause: '6.1',
    situation: 'отчёт об активности — через 2 недели',
    words:
      'Отчет об активности пользователей при работе с электронным журналом создается один раз в 2 недели.',
    decide: again('activityReport'),
    expected: '2026-12-15',
  },
  {
    clause: '6.2',
    situation: 'отчёт о заполнении — каждый месяц и за год',
    words:
      'Отчет о заполнении электронного журнала и накапливаемости отметок создается ежемесячно и по итогам учебного года.',
    decide: (one) => [value('fillingReport')(one), again('fillingReport')(one)],
    expected: [['month', 'year'], '2027-01-01'],
  },
  {
    clause: '6.3',
    situation: 'отчёты об успеваемости — в конце четверти',
    words: 'создаются в конце отчетного учебного периода и учебного года',
    decide: again('progressReports'),
    expected: '2026-12-30',
  },
  {
    clause: '3.4',
    situation: 'архив — на двух носителях в разных помещениях',
    words: 'минимально на двух носителях и храниться в разных помещениях',
    decide: value('archiveCarriers'),
    expected: 2,
  },
];
