import type { ControlLoad, ControlWork, OfferedDay, OverLimit } from '#contract/control-works';
import type { IsoDate } from '#domain/calendar/iso-date';
import type { ControlHint } from '#domain/control-works/limits';
import type { ControlLevel, PlaceProblem } from '#domain/control-works/place';
import { dayAndMonth } from './journal';
import { longDay } from './long-day';

const lesson = (number: number) => `${number}-й урок`;

export const controlTexts = {
  title: 'Контрольные работы',
  hint: 'Enter — открыть, Alt+← → — перенести, Delete — убрать, Ctrl+Z — вернуть.',
  hintTeacher: 'Enter — предложить, Alt+← → — перенести, Delete — убрать, Ctrl+Z — вернуть.',
  grid: 'График контрольных работ',
  class: 'Класс',
  period: 'Период',
  grade: 'Параллель',
  gradeOf: (grade: number) => `${grade}-е классы`,
  subject: 'Предмет',
  teacher: 'Учитель',
  everybody: 'все',
  attention: (count: number) => `Требуют внимания: ${count}`,
  fixAll: (count: number) => `Утвердить предложения: ${count}`,
  print: 'Напечатать',
  back: 'К графику',
  paperOf: 'Что напечатать',
  papers: { school: 'Сводный график школы', classes: 'По классам, лист на класс' },
  limits: 'Нормы',
  undo: 'Отменить последнее (Ctrl+Z)',
  undone: (name: string) => `Возвращено: ${name}`,
  empty: 'Уроков в эти дни нет',
  emptyText: 'График строится по урокам. Выберите другой период или сначала составьте расписание.',
  nothing: 'По этому отбору классов нет',
  nothingText: 'Снимите отбор по предмету или учителю.',
  noWorks: 'Контрольных работ ещё нет',
  close: 'Закрыть',
  dayOff: 'уроков нет',
  proposal: 'предложение',
  fixed: 'утверждена',
  held: 'проведена',
  place: (className: string, date: IsoDate) => `${className}, ${longDay(date)}`,
  lesson,
  workName: (work: ControlWork): string =>
    `${[work.page.subjectName, work.page.groupName].filter(Boolean).join(', ')}: ${work.kindName.toLowerCase()}`,
  heard: (work: ControlWork): string =>
    [
      controlTexts.workName(work),
      work.fixed ? '' : controlTexts.proposal,
      work.problem === null ? '' : controlTexts.problem(work.problem),
      ...work.over.map(controlTexts.over),
    ]
      .filter((part) => part !== '')
      .join('; '),
  problem: (problem: PlaceProblem): string => {
    switch (problem.kind) {
      case 'moved':
        return `урок перенесён на ${dayAndMonth(problem.date)}, ${lesson(problem.number)}`;
      case 'cancelled':
        return 'урок отменён';
      case 'dayOff':
        return 'в этот день класс не учится';
      case 'noLesson':
        return 'такого урока в этот день больше нет';
      default:
        return problem satisfies never;
    }
  },
  over: ({ className, limit, works, allowed }: OverLimit): string =>
    `${className}: ${limit === 'perDay' ? 'за день' : 'за неделю'} ${works} при норме ${allowed}`,
  overWhy: (why: string) => `Сверх нормы, потому что: ${why}`,
  unexplained: 'Причина не указана: измените работу и напишите её или выберите другой день.',
  add: 'Добавить работу',
  propose: 'Предложить работу',
  notHere: 'Ваших уроков в этот день у класса нет.',
  change: 'Изменить',
  fix: 'Утвердить',
  unfix: 'Вернуть в предложения',
  remove: 'Убрать',
  follow: (date: IsoDate, number: number) => `Перенести на ${dayAndMonth(date)}, ${lesson(number)}`,
  proposedBy: (name: string) => `предложение: ${name}`,
  form: {
    page: 'Предмет',
    kind: 'Вид работы',
    title: 'Тема',
    titleHint: 'Степени и корни',
    level: 'Уровень',
    levels: {
      school: 'Школьный',
      municipal: 'Муниципальный',
      regional: 'Региональный',
      national: 'Всероссийский',
    } satisfies Record<ControlLevel, string>,
    note: 'Примечание',
    day: 'День',
    number: 'Какой урок',
    chooseDay: 'Выберите в календаре день, в котором есть урок.',
    why: 'Почему сверх нормы',
    whyHint: 'Районная работа в назначенный день',
    save: 'Записать',
    saveFixed: 'Записать и утвердить',
    cancel: 'Не записывать',
  },
  weekdays: ['пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'вс'],
  calendar: 'Дни класса',
  week: 'Неделя',
  load: ({ works, allowed }: ControlLoad): string =>
    allowed === null ? String(works) : `${works}/${allowed}`,
  day: (day: OfferedDay): string =>
    [
      longDay(day.date),
      day.dayOff
        ? controlTexts.dayOff
        : day.lessons.length === 0
          ? 'урока по предмету нет'
          : day.lessons
              .map(({ number, cancelled }) => lesson(number) + (cancelled ? ' отменён' : ''))
              .join(', '),
      day.works.length === 0 ? '' : `уже назначено: ${day.works.join('; ')}`,
      ...(day.lessons.length === 0 ? [] : day.over.map(controlTexts.over)),
    ]
      .filter((part) => part !== '')
      .join('; '),
  hints: {
    firstLesson: 'Первый урок дня, лучше другой.',
    lastLesson: 'Последний урок дня, лучше другой.',
    tooSoon: 'Ближе двух с половиной недель к другой работе по предмету.',
  } satisfies Record<ControlHint, string>,
  deeds: {
    added: (work: string) => `${work}: добавлена`,
    changed: (work: string) => `${work}: изменена`,
    moved: (work: string) => `${work}: перенесена`,
    removed: (work: string) => `${work}: убрана`,
    fixed: (count: number) => (count === 1 ? 'работа утверждена' : `утверждено работ: ${count}`),
    unfixed: 'работа возвращена в предложения',
    limits: 'нормы изменены',
  },
  noLessonThere: 'В этот день у класса нет урока по этому предмету.',
  noFurther: 'Дальше в этом периоде уроков по этому предмету нет.',
  limitsTable: 'Сколько контрольных работ разрешено',
  limitsNote:
    'Не больше одной работы в день советуют Минпросвещения (№ СК-228/03) и Рособрнадзор (№ 01-169/08-01) в письме от 06.08.2021. Там же советуют не занимать первый и последний уроки и не повторять работы по предмету чаще раза в две с половиной недели. Для недели числа там нет: его устанавливает школа. У классов, которых нет в таблице, нормы нет.',
  limitColumns: {
    gradeFrom: 'Класс с',
    gradeTo: 'По',
    perDay: 'День',
    perWeek: 'Неделя',
  },
  limitRow: (from: number, to: number) => `Убрать норму ${from}–${to} классов`,
  addLimit: 'Ещё с',
  wrongGrade: 'Класс — от 1 до 12',
  wrongPerDay: 'От 1 до 10',
  wrongPerWeek: 'От 1 до 30',
} as const;
