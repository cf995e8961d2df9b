import type { FinalKind } from '#domain/periods/finals';
import type { PeriodKind } from '#domain/periods/period-name';
import { MONTH_NAMES, MONTHS_OF } from '#domain/calendar/month-names';
import { weekdayOf, type IsoDate } from '#domain/calendar/iso-date';
import type { CellClosed } from '#domain/journal/cell-closed';
import type { CellTextProblem } from '#domain/journal/cell-text';
import { periodName, periodNumeral } from '#domain/periods/period-name';
import { plural } from './common';
import { periodMarkTexts } from './period-marks';

const partsOf = (date: IsoDate) => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return { year, month, day };
};

/** «ноябрь» */
export const monthName = (date: IsoDate): string => MONTH_NAMES[partsOf(date).month - 1] ?? '';
/** «19» */
export const dayNumber = (date: IsoDate): string => String(partsOf(date).day);
/** «19 ноября» */
export const dayAndMonth = (date: IsoDate): string => {
  const { month, day } = partsOf(date);
  return `${day} ${MONTHS_OF[month - 1] ?? ''}`;
};
/** «21.11» */
export const shortDay = (date: IsoDate): string => `${date.slice(8)}.${date.slice(5, 7)}`;

const WEEKDAYS = ['пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'вс'] as const;
/** «чт» */
export const weekdayName = (date: IsoDate): string => WEEKDAYS[weekdayOf(date) - 1] ?? '';

type Named = { readonly kind: PeriodKind | FinalKind; readonly number: number };

/** «II четверть», «Год», «Экзамен»: as a heading. */
export function periodTitle(period: Named): string {
  if (period.kind === 'exam') return 'Экзамен';
  if (period.kind === 'final') return 'Итоговая отметка';
  return period.kind === 'year' ? periodNumeral(period) : periodName(period);
}
/** «II», «I полугодие», «Год»: the tab of a period. */
export const periodTab = (period: Named): string =>
  period.kind === 'half' ? periodName(period) : periodNumeral(period);
/** «II ч.»: the head of the column of the period's mark. */
export function periodColumn(period: Named): string {
  const short = { quarter: ' ч.', trimester: ' тр.', half: ' п/г', year: '', exam: '', final: '' }[
    period.kind
  ];
  return `${periodNumeral(period)}${short}`;
}

/** «3 ячейки» */
export const cells = (count: number) => `${count} ${plural(count, 'ячейка', 'ячейки', 'ячеек')}`;

export const journalTexts = {
  title: 'Журнал',
  control: {
    planned: (kind: string, { title, fixed }: { title: string; fixed: boolean }): string =>
      `По графику: ${kind.toLowerCase()}${title === '' ? '' : ` — ${title}`}${fixed ? '' : ' (предложение)'}`,
    take: 'Назначить на урок',
  },
  grid: (page: string, period: string) => `${page}, ${period}`,
  choosePage: 'Страница журнала',
  findPage: 'Класс или предмет',
  myPages: 'Мои страницы',
  otherPages: 'Другие страницы',
  periods: 'Учебный период',
  nothingFound: 'Ничего не нашлось.',
  empty: {
    noPages: 'Вам ещё не назначены страницы',
    noPagesText:
      'Страница появится, когда администратор внесёт в расписание, какие классы и предметы вы ведёте.',
    noLessons: 'Расписания ещё нет',
    noLessonsText:
      'В этом периоде у страницы нет ни одного урока. Даты появятся сами, как только администратор загрузит расписание.',
    noPupils: 'В этом классе пока нет учеников',
    noPupilsText: 'Список появится, когда секретарь или администратор внесёт учеников.',
    noPage: 'Такой страницы нет или она вам не открыта',
    noPageText: 'Выберите другую страницу в списке сверху.',
  },
  scroll: { back: 'На неделю назад', forward: 'На неделю вперёд', today: 'Сегодня' },
  find: {
    pupil: 'Ученик: начните фамилию или имя',
    date: 'День: 19.11, 19 ноября или слово из темы',
    elsewhere: (day: string, period: string) => `${day} — открыть: ${period}`,
    pupilTool: 'Найти ученика (Ctrl+F)',
    dateTool: 'Перейти к дате (Ctrl+G)',
  },
  noLessonBeside: {
    next: 'Дальше в расписании ваших уроков нет.',
    previous: 'Раньше в расписании ваших уроков нет.',
  },
  panel: 'Урок',
  showPanel: 'Показать урок',
  hidePanel: 'Скрыть урок',
  head: {
    pupil: 'Фамилия, имя',
    plain: 'ср.',
    plainFull: 'Средний балл',
    weighted: 'ср.в.',
    weightedFull: 'Средневзвешенный балл',
    chooseKind: 'Выбрать вид работы (Alt+K)',
    howToChoose: 'Щелчок под датой или Alt+K — вид работы',
  },
  lesson: (day: string, number: number) => `${day}, ${number}-й урок`,
  today: 'сегодня',
  heldBy: (name: string) => `Замена: ${name}`,
  substituting: 'замена',
  topic: 'Тема',
  topicHint: 'О чём урок',
  plan: {
    key: 'Ctrl+T — из плана',
    take: 'Взять тему из плана (Ctrl+T)',
    lesson: (ordinal: number) => `урок ${ordinal}`,
    lessons: (ordinals: readonly number[]) =>
      ordinals.length === 1
        ? `урок ${ordinals[0]} по плану`
        : `уроки ${ordinals.join(', ')} по плану`,
    other: 'другая тема из плана',
    beside: '+ ещё тема',
    find: 'Тема плана: номер или слово',
    resources: (text: string) => `Ресурсы: ${text}`,
    given: 'дана',
    problem: {
      notYours: 'Тему вносит учитель этой страницы.',
      loading: 'План ещё читается. Нажмите Ctrl+T ещё раз.',
      noPlan: 'У страницы нет плана. Составьте или загрузите его в разделе «Планы (КТП)».',
      topicThere: 'Тема уже записана. Чтобы заменить — «другая тема из плана» справа.',
      planOver: 'В плане не осталось тем для этого урока.',
    },
  },
  works: 'Работы урока',
  noWorks: 'Вид работы не выбран: отметки будут за «Ответ на уроке».',
  addWork: 'Ещё одна работа',
  chooseKind: 'Вид работы',
  findKind: 'Вид работы: начните печатать',
  workChosen: (position: number, work: string) => `Отметки — за ${position}-ю работу: ${work}.`,
  assigned: {
    more: 'форма и сроки',
    form: 'Форма',
    forms: { kind: 'как у вида', written: 'письменная', oral: 'устная' },
    written: 'письменно',
    oral: 'устно',
    given: 'Задана',
    due: 'Сдать до',
    dueShort: (day: string) => `сдать до ${day}`,
    givenShort: (day: string) => `задана ${day}`,
    wrongDates: 'Сдать раньше, чем задано, нельзя: срок не записан.',
    remove: 'убрать работу',
  },
  debts: {
    title: 'Долги',
    ofPupil: 'Долги ученика',
    ofPage: (count: number) => `Долгов на странице: ${count}`,
    nextKey: 'К следующему долгу — Alt+.',
    stands: (days: number) =>
      days === 0 ? 'с сегодняшнего урока' : `стоит ${days} ${plural(days, 'день', 'дня', 'дней')}`,
    overdue: (due: string, days: number) =>
      `до ${due}, просрочен на ${days} ${plural(days, 'день', 'дня', 'дней')}`,
  },
  weight: 'Вес',
  weightShort: 'вес',
  workTitle: 'Название, например «Корни»',
  typeHere: '● цифры идут сюда',
  enterHere: 'ставить сюда',
  cell: {
    late: 'Опоздание, минут',
    remark: 'Замечание или похвала',
    remarkHint: 'Увидят в выписке для родителей',
    history: 'Кто и когда менял',
    showHistory: 'Показать историю',
    noHistory: 'Здесь ещё ничего не вносили.',
    emptyContent: 'пусто',
    by: (actor: string, workstation: string) => `${actor}, ${workstation}`,
  },
  periodMark: periodMarkTexts,
  closed: {
    notYours: (teachers: string) =>
      teachers === ''
        ? 'Вы смотрите: учитель этой странице ещё не назначен'
        : `Смотреть можно, заполняет ${teachers}`,
    future: () =>
      'Урок ещё не прошёл. Тему и задание можно внести заранее, отметки — в день урока.',
    notYetHere: (_: string, from: string) => `Ученик в списке с ${from}`,
    alreadyGone: (_: string, __: string, to: string) => `Ученик выбыл ${to}`,
    awayThen: (_: string, __: string, ___: string, away: string) =>
      `Ученика не было в списке ${away}: он выбывал и вернулся`,
  } satisfies Record<
    Exclude<CellClosed, 'locked'>,
    (teachers: string, from: string, to: string, away: string) => string
  >,
  awayDays: (from: string, to: string) => `с ${from} по ${to}`,
  brought: {
    label: 'Из прежней школы',
    short: 'пр.',
    marks: (marks: string, school: string) =>
      `Из прежней школы${school === '' ? '' : ` (${school})`}: ${marks}`,
    ofClass: (marks: string, className: string) => `Из ${className}: ${marks}`,
    counted: 'Эти отметки входят в средний балл и в предложение.',
    period: (mark: string, school: string) =>
      `Отметка ${mark} выставлена в прежней школе${school === '' ? '' : ` (${school})`} и учитывается в годовой`,
    spoken: (mark: string) => `${mark} пр., из прежней школы`,
    ofParts: (mark: string) => `${mark} (из прежней школы)`,
  },
  problem: {
    creditOnly: 'По этому предмету ставят «зачёт»: + зачтено, − не зачтено.',
    marksOnly: (points: string) => `По этому предмету ставят отметки ${points}.`,
    notForPeriods: (points: string) =>
      `За период ставят ${points}, «н/а» (клавиша Н) или «осв» (клавиша О).`,
    noMarksInThisGrade: 'В первом классе отметки не ставятся. Посещаемость вносить можно.',
    subjectWithoutMarks: 'По этому предмету отметки не ставятся. Посещаемость вносить можно.',
    digit: (points: string) => `Такой отметки нет: здесь ставят ${points}.`,
    unknownKey: (key: string) => `Клавиша «${key}» здесь ничего не вносит. Все клавиши — F1.`,
    nothingToUndo: 'Отменять больше нечего.',
    nothingToRedo: 'Возвращать больше нечего.',
    noSuchWork: 'Такой работы у урока нет. Ещё одна работа — Alt+Shift+K.',
    noMoreWorks: 'У урока может быть не больше девяти работ.',
    noDebts: 'Открытых долгов на этой странице нет.',
    changedByOthers: 'Часть ячеек с тех пор изменил другой человек: их значения оставлены.',
    text: {
      unknown: (part: string, points: string) =>
        `«${part}» — не отметка и не пропуск. Можно: ${points}, н, б, у, о, точка.`,
      onlyForPeriods: () => '«н/а» ставят только за четверть, полугодие или год.',
      twoAttendances: () => 'В одной ячейке может быть только один пропуск.',
      tooMany: () => 'В одной ячейке помещается не больше девяти отметок.',
      minutes: () => 'Опоздание — от 1 до 240 минут.',
    } satisfies Record<CellTextProblem['problem'], (part: string, points: string) => string>,
  },
  done: {
    filled: (count: number) => `Заполнено: ${cells(count)}.`,
    cleared: (count: number) => `Очищено: ${cells(count)}.`,
    pasted: (count: number) => `Вставлено: ${cells(count)}.`,
    skipped: (count: number) => ` Не тронуто: ${count}.`,
  },
  conflict: {
    cell: (where: string, mine: string) =>
      `${where}: другой человек записал раньше. Вы ввели «${mine}».`,
    lesson: (where: string) =>
      `${where}: тему или задание записал другой человек. Ваш текст сохранён здесь.`,
    mine: 'Поставить мою',
    mineText: 'Поставить мой текст',
    other: 'Оставить',
  },
  refused: (where: string, mine: string) => `${where}: «${mine}» не записано.`,
  dismiss: 'Понятно',
  state: {
    saved: 'Сохранено',
    saving: 'Записывается…',
    unsent: (count: number) => `Не записано: ${count}`,
    retry: 'Записать ещё раз',
  },
  legend: (marks: string): readonly (readonly [string, string])[] => [
    ['F1', 'все клавиши'],
    ...(marks === '' ? [] : ([[marks, 'отметка']] as const)),
    ['н б у о', 'посещаемость'],
    ...(marks === '' ? [] : ([['.', 'долг']] as const)),
    ['Пробел', 'Н / снять'],
    ['Alt+K', 'вид работы'],
    ['Ctrl+T', 'тема из плана'],
    ['F2', 'подробно'],
    ['Ctrl+Z', 'отменить'],
  ],
  legendOfPeriod: (marks: string): readonly (readonly [string, string])[] => [
    ['F1', 'все клавиши'],
    ['Enter', 'принять предложенную'],
    ['Ctrl+Enter', 'все предложенные'],
    [marks, 'поставить другую'],
    ['н', 'н/а'],
    ['о', 'осв'],
    ['F2', 'подробно'],
  ],
  legendOfSpans: [
    ['Alt+W', 'недели'],
    ['Alt+M', 'месяцы'],
    ['Tab, Enter', 'к урокам столбца'],
    ['Esc', 'к столбцам по урокам'],
  ] as readonly (readonly [string, string])[],
  pad: {
    title: 'Внести мышью',
    clear: 'Очистить',
    enter: 'Готово: дальше вниз',
    take: (mark: string) => `Принять ${mark}`,
    absent: 'Не был',
    ill: 'Болел',
    excused: 'Уважительная причина',
    late: 'Опоздал',
    debt: 'Долг: работу ещё сдадут',
    passed: 'зач — зачёт',
    failed: 'незач — незачёт',
    notAttested: 'н/а — не аттестован',
    exempt: 'осв — освобождён',
  },
  hint: {
    remark: (remark: string) => `Замечание: «${remark}»`,
    note: (note: string) => `Пояснение: ${note}`,
    late: (minutes: number | null) =>
      minutes === null
        ? 'Опоздал'
        : `Опоздал на ${minutes} ${plural(minutes, 'минуту', 'минуты', 'минут')}`,
  },
  people: (names: readonly string[]) => `На странице: ${names.join(', ')}`,
  selection: {
    cells: (count: number) => `Выделено: ${cells(count)}`,
    marks: (count: number) => `отметок ${count}`,
    average: (average: string) => `среднее ${average}`,
  },
  columns: {
    week: 'по неделям',
    month: 'по месяцам',
    open: 'Открыть уроки',
    tool: {
      lesson: 'Столбцы: уроки (Alt+W — недели, Alt+M — месяцы)',
      week: 'Столбцы: недели, только смотреть (Esc — уроки)',
      month: 'Столбцы: месяцы, только смотреть (Esc — уроки)',
    },
  },
  fillHandle: 'Потяните, чтобы заполнить соседние ячейки',
  afterMark: {
    label: 'После отметки',
    down: 'После отметки: вниз',
    right: 'После отметки: вправо',
    stay: 'После отметки: на месте',
  },
  undo: 'Отменить (Ctrl+Z)',
  redo: 'Вернуть (Ctrl+Y)',
  signs: {
    saving: 'записывается',
    unsent: 'не записано',
    conflict: 'записал другой человек',
    refused: 'не записано',
    remark: 'есть замечание',
    debt: 'долг',
  },
} as const;
