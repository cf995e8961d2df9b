import { plural } from './common';
import type { PlanKind } from '#domain/plans/plan-row';
import type { CorrectionKind } from '#domain/plans/lay-plan';

const hours = (count: number) => `${count} ${plural(count, 'час', 'часа', 'часов')}`;
const rows = (count: number) => `${count} ${plural(count, 'строка', 'строки', 'строк')}`;
const pages = (count: number) => `${count} ${plural(count, 'страница', 'страницы', 'страниц')}`;

export const KIND_NAMES: Readonly<Record<PlanKind, string>> = {
  lesson: 'урок',
  practical: 'практическая',
  laboratory: 'лабораторная',
  control: 'контрольная',
  excursion: 'экскурсия',
};

export const CORRECTION_NAMES: Readonly<Record<CorrectionKind, string>> = {
  merge: 'объединить с соседней темой',
  hours: 'дать меньше часов',
  leaveOut: 'снять тему',
  selfStudy: 'на самостоятельное изучение',
};

/** «не хватает 2 часов», «на 1 час больше», «часы сходятся». */
export function difference(planned: number, curriculum: number | null): string {
  if (curriculum === null) return 'в учебном плане часов нет';
  const by = planned - curriculum;
  if (by === 0) return 'часы сходятся';
  if (by > 0) return `на ${hours(by)} больше`;
  return `не хватает ${-by} ${plural(-by, 'часа', 'часов', 'часов')}`;
}

export const plansTexts = {
  title: 'Планы (КТП)',
  tabs: { list: 'Планы', pages: 'По классам', fulfilment: 'Выполнение программ' },
  list: {
    hint: 'Один план — на предмет и параллель; по нему могут работать несколько классов, групп и потоков.',
    table: 'Календарно-тематические планы',
    noPlanTable: 'Страницы журнала без плана',
    shown: {
      plans: (count: number) => `Планы: ${count}`,
      without: (count: number) => `Страницы без плана: ${count}`,
    },
    make: 'Новый план',
    fromFile: 'Загрузить из файла',
    columns: {
      subject: 'Предмет',
      grade: 'Кл.',
      title: 'План',
      author: 'Составил',
      hours: 'Часов',
      curriculum: 'Учебный план',
      controls: 'К/р',
      pages: 'По нему работают',
      page: 'Класс, группа',
      teachers: 'Учитель',
    },
    nobody: 'никто',
    empty: 'Планов ещё нет',
    emptyText:
      'План можно загрузить из документа Word, Excel или CSV, скопировать у другого класса или с прошлого года, или набрать строка за строкой.',
    emptyLook: 'Планов ещё нет',
    emptyLookText: 'Они появятся, когда учителя их загрузят или наберут.',
    allPlanned: 'У всех страниц журнала есть план',
    allPlannedText: 'Так и должно быть к началу года.',
  },
  make: {
    title: 'Новый план',
    hint: 'План появится сразу; темы можно добавлять и менять когда угодно.',
    what: 'Предмет и параллель',
    whatHint: 'Только те, что есть в журнале',
    name: 'Название',
    nameOf: (subject: string, grade: number) => `${subject}, ${grade} класс`,
    author: 'Чей план',
    authorHint: 'План будет менять этот учитель',
    mine: 'Без автора: меняют учителя этих страниц',
    begin: 'С чего начать',
    beginWith: { empty: 'С пустого листа', copy: 'Скопировать готовый' },
    source: 'Какой план скопировать',
    sourceHint: 'Другого класса, коллеги или прошлого года',
    sourceOf: (source: { yearName: string; title: string; author: string; hours: number }) =>
      `${source.yearName} · ${source.title}${source.author === '' ? '' : ` · ${source.author}`} · ${hours(source.hours)}`,
    noSources: 'По этому предмету пока нет ни одного плана.',
    pages: 'Кто будет по нему работать',
    pagesHint: 'У отмеченных с другим планом он заменится этим.',
    hasPlan: 'есть план',
    deed: 'Создать план',
    nothing: 'В журнале ещё нет ваших страниц: их создаёт расписание.',
  },
  editor: {
    label: 'План по строкам',
    name: 'Название плана',
    readOnly: (author: string) =>
      author === '' ? 'Смотреть можно, менять — нет' : `Смотреть можно, составляет ${author}`,
    hint: (subject: string, grade: number, author: string) =>
      `${subject}, ${grade} класс${author === '' ? '' : ` · составил(а) ${author}`}`,
    number: '№',
    columns: {
      section: 'Раздел',
      topic: 'Тема урока',
      hours: 'Часов',
      kind: 'Вид',
      homework: 'Домашнее задание',
      resources: 'Ресурсы, примечание',
    },
    sums: (all: number, lines: number, controls: number) =>
      `${hours(all)} · ${rows(lines)} · контрольных: ${controls}`,
    ofPage: (page: string, curriculum: number | null, planned: number) =>
      `${page}: ${curriculum === null ? '' : `${curriculum} ч по учебному плану, `}${difference(planned, curriculum)}`,
    noPages: 'По этому плану пока никто не работает',
    pages: (count: number) => `Классы и группы: ${count}`,
    pagesTitle: 'По плану работают',
    otherPages: 'Могут работать',
    otherPlan: (title: string) => `сейчас «${title}»`,
    insertBelow: 'Строка ниже (Ctrl+Enter)',
    remove: 'Убрать строки (Ctrl+Delete)',
    up: 'Выше (Alt+↑)',
    down: 'Ниже (Alt+↓)',
    undo: 'Отменить (Ctrl+Z)',
    redo: 'Вернуть (Ctrl+Y)',
    more: 'Ещё',
    removePlan: 'Удалить план…',
    removeQuestion: (title: string) => ({
      title: 'Удалить план?',
      text: `«${title}» со всеми строками исчезнет, страницы журнала останутся без плана. Вернуть его будет нельзя.`,
      deed: 'Удалить план',
      danger: true,
    }),
    removed: 'План удалён.',
    print: 'Печать и сохранение',
    back: 'К плану',
    dragHint: 'Перетащите строку за номер',
    state: {
      saved: 'Сохранено',
      saving: 'Записывается…',
      unsent: 'Не записано',
      refused: 'Не записано',
      conflict: 'План изменил другой человек',
    },
    retry: 'Записать ещё раз',
    keepMine: 'Записать мой вариант',
    takeOther: 'Взять его вариант',
    problem: {
      hours: 'Часы — целое число от 1 до 40.',
      kind: 'Вид: у — урок, п — практическая, л — лабораторная, к — контрольная, э — экскурсия.',
      used: 'По этой теме уже дан урок или есть корректировка: её слова можно менять, убрать нельзя.',
      tooMany: 'В плане не больше 600 строк.',
      nothingToUndo: 'Отменять больше нечего.',
      nothingToRedo: 'Возвращать больше нечего.',
    },
    noTopic: 'Строка без темы не сохраняется',
    legend: [
      ['Enter', 'вниз'],
      ['Tab', 'вправо'],
      ['F2', 'править'],
      ['Ctrl+Enter', 'новая строка'],
      ['Ctrl+Delete', 'убрать строку'],
      ['Alt+↑ ↓', 'передвинуть'],
      ['Ctrl+V', 'вставить таблицу из Word и Excel'],
      ['Ctrl+Z', 'отменить'],
    ],
  },
  pages: {
    hint: (day: string) =>
      `На ${day}. Откройте строку, чтобы увидеть темы по датам и лист корректировки.`,
    table: 'Как идут планы по классам',
    onlyLag: 'Только с отставанием',
    columns: {
      page: 'Класс, группа',
      subject: 'Предмет',
      teachers: 'Учитель',
      planned: 'По плану',
      given: 'Дано',
      covered: 'Пройдено',
      lag: 'Отставание',
      yearEnd: 'До конца года',
      unfilled: 'Без темы',
    },
    ahead: (count: number) => `опережение ${count} ч`,
    behind: (count: number) => `${count} ч`,
    inStep: 'нет',
    noPlan: 'нет плана',
    missing: (count: number) => `не хватает ${count} ${plural(count, 'часа', 'часов', 'часов')}`,
    spare: (count: number) => `останется ${hours(count)}`,
    fits: 'хватает',
    empty: 'Страниц журнала ещё нет',
    emptyText: 'Они появятся вместе с расписанием.',
  },
  layout: {
    title: (page: string, subject: string) => `${page} · ${subject}`,
    back: 'Все классы',
    openPlan: 'Открыть план',
    openPage: 'Открыть журнал',
    sheet: 'Лист корректировки',
    noPlan: 'У этой страницы нет плана',
    noPlanText:
      'Составьте его в разделе «Планы» или прикрепите страницу к готовому плану параллели.',
    noPlanDeed: 'Составить план',
    facts: {
      planned: 'по плану',
      given: 'дано уроков',
      covered: 'пройдено часов плана',
      lag: 'отставание',
      ahead: 'опережение',
      cancelled: 'отменено',
      unfilled: 'без темы',
    },
    missing: (count: number) =>
      `До конца года не хватает ${count} ${plural(count, 'урока', 'уроков', 'уроков')}: последние темы плана остаются без даты.`,
    fits: 'До конца года уроков хватает на весь план.',
    spare: (count: number) => `До конца года плана хватает, и останется ${hours(count)}.`,
    table: 'Темы по датам',
    columns: {
      number: '№',
      topic: 'Тема',
      plannedOn: 'По плану',
      factOn: 'По факту',
      hours: 'Часов',
      correction: 'Корректировка',
    },
    laid: (dates: string) => `будет ${dates}`,
    noLesson: 'нет урока',
    given: 'дана',
    outside: (count: number) =>
      `${count} ${plural(count, 'урок дан', 'урока дано', 'уроков дано')} не по плану: темы записаны своими словами.`,
    countGiven: 'Считать их темами плана по порядку',
    counted: (count: number) =>
      `Связано с планом: ${count} ${plural(count, 'урок', 'урока', 'уроков')}.`,
    proposals: (count: number) =>
      `Можно уложиться: ${count} ${plural(count, 'предложение', 'предложения', 'предложений')} ниже.`,
    proposed: 'Предлагается',
    reason: 'Причина отставания',
    reasons: [
      'Отмена уроков',
      'Карантин',
      'Актированные дни (погода)',
      'Болезнь учителя',
      'Праздничные дни',
      'Командировка, курсы учителя',
    ],
    accept: (count: number) =>
      `Принять ${count} ${plural(count, 'предложение', 'предложения', 'предложений')}`,
    accepted: 'Внесено в лист корректировки.',
    takeBack: 'Снять',
    set: 'Корректировка темы',
    hoursLeft: (left: number) => `останется ${left} ч`,
    choose: 'Как уложить тему',
    enter: 'Внести',
    askReason: 'Сначала назовите причину.',
  },
  fulfilment: {
    hint: 'Отставание = по плану − пройдено; часы, возмещённые корректировкой, считаются пройденными (КИА 7.2).',
    table: 'Выполнение программ',
    period: 'Период',
    by: 'Строки',
    groups: {
      page: 'По страницам',
      class: 'По классам',
      subject: 'По предметам',
      teacher: 'По учителям',
    },
    print: 'Печать и сохранение',
    columns: {
      class: 'Класс, группа',
      subject: 'Предмет',
      teachers: 'Учитель',
      curriculum: 'Уч. план, год',
      plan: 'КТП, год',
      planned: 'По плану',
      given: 'Дано',
      covered: 'Пройдено',
      lag: 'Отст.',
      percent: '%',
      controls: 'К/р план / дано',
      unfilled: 'Без темы',
      cancelled: 'Отм.',
    },
    total: 'Всего',
    back: 'К таблице',
    document: 'Отчёт о выполнении программ',
    empty: 'Уроков в этом периоде ещё не было',
    emptyText: 'Выберите другой период.',
  },
  sheet: {
    title: 'Лист корректировки КТП',
    back: 'К темам',
  },
  kinds: KIND_NAMES,
  pagesCount: pages,
} as const;
