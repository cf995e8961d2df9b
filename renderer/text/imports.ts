import { formatDate, type IsoDate } from '#domain/calendar/iso-date';
import { counted, n } from './counted';
import { importPeopleTexts } from './import-people';

export const hoursCounted = (count: number) => counted(count, 'урок', 'урока', 'уроков');
const marksCounted = (count: number) => counted(count, 'отметку', 'отметки', 'отметок');

const nameKinds = {
  teachers: 'Учителя',
  subjects: 'Предметы',
  classes: 'Классы',
  rooms: 'Кабинеты',
  pupils: 'Ученики',
} as const;
type NameKind = keyof typeof nameKinds;

export const importTexts = {
  title: 'Импорт',
  hint: 'До последней кнопки ничего не записывается: сначала программа показывает, что получится.',
  nothingYet: 'Журнал пока не изменён.',
  file: {
    choose: 'Выбрать файл…',
    other: 'Другой файл…',
    drop: 'Убрать',
    none: 'не выбран',
    reading: 'Файл читается…',
  },
  cards: {
    people: {
      title: 'Списки учеников, родителей и сотрудников',
      titlePupils: 'Списки учеников и родителей',
      text: 'Таблица XLSX, ODS или CSV с любым порядком столбцов. Классы появятся по списку учеников. Отличия от журнала показываются до записи: что взять, решаете вы.',
      pupils: 'Ученики…',
      parents: 'Родители…',
      staff: 'Сотрудники…',
    },
    timetable: {
      title: 'Расписание из другой программы',
      text: 'aSc Timetables (XML), FET (.fet, timetable.csv, XML) или таблица XLSX, ODS, CSV: дни и уроки по строкам, классы по столбцам. Уроки с записями не меняются. Для FET программа выгрузит классы, группы, учителей и нагрузку.',
      go: 'Расписание…',
      forFet: 'Выгрузить для FET…',
      fetFile: 'Нагрузка для FET',
    },
    marks: {
      title: 'Отметки из «Сетевого города»',
      text: 'Отчёт об успеваемости и посещаемости и табель класса (XLSX). Подойдут и за прошлый год.',
      go: 'Отметки…',
    },
  },
  steps: {
    file: 'Файл',
    check: 'Проверка',
    names: 'Сопоставление',
    changes: 'Что изменится',
    done: 'Готово',
  },
  people: importPeopleTexts,
  names: {
    intro:
      'Слева — как в файле, справа — как в журнале. Похожие названия программа предлагает, но решаете вы. Предметы, учителей, классы и кабинеты она запомнит.',
    inFile: 'В файле',
    uses: { hours: 'Уроков в неделю', rows: 'Встречается' },
    ours: 'В журнале',
    how: 'Как найдено',
    certainty: {
      remembered: 'как в прошлый раз',
      exact: 'совпало',
      likely: 'похоже, проверьте',
      none: 'не нашлось',
    },
    chosen: 'выбрано вами',
    choose: 'выберите…',
    create: 'создать новый',
    skip: 'не брать',
    similar: 'Похожие',
    everyone: 'Все',
    actions: 'Другое',
    onlyOpen: 'Только несовпавшие',
    open: (count: number) => (count === 0 ? '' : ` (решить ${n(count)})`),
    createAll: (count: number) => `Создать все нерешённые (${n(count)})`,
    skipAll: (count: number) => `Не брать нерешённые (${n(count)})`,
    takeLikely: (count: number) => `Взять похожие (${n(count)})`,
    left: (count: number) =>
      count === 0 ? 'Здесь всё сопоставлено.' : `Осталось решить: ${n(count)}.`,
    kinds: nameKinds,
    stillOpen: (open: readonly { readonly kind: NameKind; readonly count: number }[]): string =>
      `Осталось решить: ${open.map(({ kind, count }) => `${nameKinds[kind].toLowerCase()} — ${n(count)}`).join(', ')}.`,
    allMatched: 'Всё совпало: решать нечего.',
    choiceFor: (name: string) => `${name}: в журнале`,
  },
  marks: {
    title: 'Импорт отметок из «Сетевого города»',
    main: 'Отчёт или табель (XLSX)',
    second: 'Второй файл',
    secondHint: 'отчёт и табель одного класса можно загрузить вместе',
    about: (className: string, year: string) => `Класс ${className}, ${year} учебный год`,
    period: (from: IsoDate, to: IsoDate) => `с ${formatDate(from)} по ${formatDate(to)}`,
    found: (found: {
      readonly marks: number;
      readonly absences: number;
      readonly periodMarks: number;
    }) =>
      `В файлах: отметок ${n(found.marks)}, пропусков и опозданий ${n(found.absences)}, отметок за период ${n(found.periodMarks)}.`,
    class: 'Класс журнала',
    createClass: (name: string) => `создать класс ${name}`,
    kind: 'Вид работы для всех отметок',
    addYear: (year: string) => `Добавить в журнал ${year} учебный год`,
    yearMissing: (year: string) => `Отметьте, что ${year} учебный год нужно добавить.`,
    addYearHint: 'Этого года в журнале нет. Текущий год не изменится.',
    counts: {
      newLessons: 'Новых уроков',
      cells: 'Клеток',
      marks: 'Отметок',
      absences: 'Пропусков и опозданий',
      periodMarks: 'Отметок за период',
      same: 'Уже стоят в журнале',
      conflicts: 'Разошлись (не меняются)',
      remarks: 'Сохранены замечанием',
    },
    notes: 'Каждое расхождение',
    noteKinds: {
      conflict: 'осталось как в журнале',
      kept: 'сохранено замечанием',
      problem: 'не загружено',
    },
    noteKind: 'Что сделано',
    noteText: 'Где и почему',
    noNotes: 'Расхождений нет',
    deed: (marks: number, absences: number) =>
      absences === 0
        ? `Загрузить ${marksCounted(marks)}`
        : `Загрузить ${marksCounted(marks)} и ${counted(absences, 'пропуск', 'пропуска', 'пропусков')}`,
    nothing: 'Новых отметок в файлах нет: загружать нечего.',
    done: 'Отметки загружены.',
    result: (result: {
      readonly marks: number;
      readonly absences: number;
      readonly periodMarks: number;
      readonly newPupils: number;
      readonly conflicts: number;
    }) =>
      [
        `Отметок: ${n(result.marks)}, пропусков и опозданий: ${n(result.absences)}, за период: ${n(result.periodMarks)}.`,
        ...(result.newPupils > 0 ? [`Новых учеников: ${n(result.newPupils)}.`] : []),
        ...(result.conflicts > 0 ? [`Осталось как в журнале: ${n(result.conflicts)}.`] : []),
      ].join(' '),
    toPages: 'К журналу',
  },
  savedForFet: (saved: {
    readonly fileName: string;
    readonly activities: number;
    readonly individual: number;
    readonly withoutTeacher: number;
  }) =>
    [
      `Сохранено: ${saved.fileName}, ${hoursCounted(saved.activities)} в неделю.`,
      ...(saved.withoutTeacher > 0
        ? [`Страниц журнала без учителя, их нет в файле: ${n(saved.withoutTeacher)}.`]
        : []),
      ...(saved.individual > 0
        ? [`Часов индивидуальных планов, их нет в файле: ${n(saved.individual)}.`]
        : []),
    ].join(' '),
  problems: 'Что в файле не понято',
  again: 'Загрузить ещё файл',
  toImport: 'К видам импорта',
} as const;
