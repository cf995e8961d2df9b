import type { CopyCounts, CopyStep, RestoreStep } from '#contract/copies';
import { plural } from './common';

const number = new Intl.NumberFormat('ru');
const counted = (count: number, one: string, few: string, many: string): string =>
  `${number.format(count)}\u00A0${plural(count, one, few, many)}`;

export const copiesTexts = {
  title: 'Копии',
  what: 'Копия — это весь журнал на флешке или диске: по ней школа вернёт каждую отметку, если компьютер сломается. Она зашифрована: открыть её можно только ключом восстановления или паролем сотрудника.',
  age: {
    none: 'Копий ещё нет',
    last: (when: string) => `Последняя копия — ${when}`,
    days: (days: number) =>
      days === 0
        ? 'сегодня'
        : days === 1
          ? 'вчера'
          : `${days} ${plural(days, 'день', 'дня', 'дней')} назад`,
    first: 'Пока журнал есть только на этом компьютере. Сделайте первую копию сегодня.',
    next: (day: string) => `Следующая по регламенту — до ${day}.`,
    late: (day: string) =>
      `По регламенту новая копия была нужна до ${day}. Сделайте её: всё, что внесено позже, есть только на этом компьютере.`,
  },
  make: {
    title: 'Новая копия',
    where: 'Куда сделать копию',
    searching: 'Ищу флешки и диски…',
    noDrives: 'Флешек и внешних дисков не видно. Вставьте носитель — он появится сам.',
    refresh: 'Обновить список',
    drive: (label: string, removable: boolean) => {
      if (label === '') return removable ? 'Съёмный носитель' : 'Диск';
      return removable ? `${label} (съёмный)` : label;
    },
    free: (free: string, size: string) => `свободно ${free} из ${size}`,
    chosenFolder: 'выбранная папка',
    otherFolder: 'Другая папка…',
    start: 'Сделать копию',
    running: 'Делается копия журнала',
    safe: 'Работать в журнале можно. Носитель не вынимайте.',
    steps: {
      reading: 'Читаю журнал',
      writing: 'Пишу на носитель',
      verifying: 'Проверяю записанное',
      opening: 'Пробую открыть копию',
    } satisfies Record<CopyStep, string>,
    cancelled: 'Копия отменена.',
    cancelledText: 'Журнал и прежние копии целы, неполная копия убрана.',
    done: 'Копия сделана, прочитана обратно и открыта.',
    lies: (folder: string, size: string) => `Папка: ${folder} (${size}).`,
    inside: (counts: string) => `В копии: ${counts}.`,
    advice: 'Храните носитель в другом помещении, отдельно от этого компьютера.',
    notYours: 'Новую копию делает администратор журнала или заместитель директора.',
  },
  list: {
    title: 'Сделанные копии',
    empty: 'Здесь будет список копий: когда сделана, где лежит и что в ней.',
    columns: {
      madeAt: 'Когда',
      folder: 'Где',
      size: 'Размер',
      pupils: 'Учеников',
      marks: 'Отметок',
      verified: 'Проверена',
    },
    notVerified: 'нет',
  },
  count: (count: number): string => number.format(count),
  counts: ({ pupils, staff, classes, lessons, marks }: CopyCounts): string =>
    [
      counted(pupils, 'ученик', 'ученика', 'учеников'),
      counted(staff, 'сотрудник', 'сотрудника', 'сотрудников'),
      counted(classes, 'класс', 'класса', 'классов'),
      counted(lessons, 'урок', 'урока', 'уроков'),
      counted(marks, 'отметка', 'отметки', 'отметок'),
    ].join(', '),
} as const;

export const restoreTexts = {
  title: 'Восстановление журнала из копии',
  choose: {
    text: 'Вставьте носитель с копией и выберите на нём папку «Школьный журнал …». Можно указать и сам носитель: программа найдёт на нём самую новую копию.',
    secret:
      'Понадобится ключ восстановления — листок из сейфа школы — или логин и пароль, которые действовали в день копии.',
    folder: 'Выбрать папку…',
    looking: 'Проверяю, целы ли файлы копии…',
  },
  card: {
    title: 'В этой папке',
    school: 'Школа',
    year: 'Учебный год',
    made: 'Копия сделана',
    madeBy: (moment: string, person: string) => `${moment}, ${person}`,
    lastEntry: 'Последняя запись',
    noEntry: 'записей ещё не было',
    counts: 'В копии',
    size: 'Размер',
    files: 'Файлы',
    whole: 'целы: контрольная сумма сошлась',
    broken: 'не целы',
    here: 'Сейчас на компьютере',
    nothingHere: 'журнала нет',
    replaced: (schoolName: string | null) =>
      schoolName === null
        ? 'есть журнал. Он будет заменён, но не пропадёт: программа отложит его в отдельную папку.'
        : `журнал школы: ${schoolName}. Он будет заменён, но не пропадёт: программа отложит его в отдельную папку.`,
  },
  otherFolder: 'Другая папка…',
  secret: {
    title: 'Чем открыть копию',
    kinds: { key: 'Ключ восстановления', password: 'Логин и пароль' },
    key: 'Ключ восстановления',
    keyHint: 'Девять групп по четыре знака. Раскладка, регистр и пробелы не важны.',
    read: (printed: string) => `Прочитано: ${printed}`,
    count: (count: number, all: number) => `${count} из ${all}`,
    foreign: (sign: string) => `Знака «${sign}» в ключах не бывает. Сверьте с листком.`,
    tooMany: (extra: number) => `Лишних знаков: ${extra}. Сверьте с листком.`,
    mistyped: 'Где-то в ключе опечатка. Сверьте группы с листком.',
    right: 'без ошибок',
    login: 'Логин',
    password: 'Пароль в день копии',
    wrong: {
      key: {
        title: 'Этот ключ набран верно, но он от другого журнала.',
        text: 'Ничего не изменилось. Возьмите листок этой школы или попробуйте логин и пароль.',
      },
      password: {
        title: 'Логин и пароль к этой копии не подошли.',
        text: 'Ничего не изменилось. Нужен пароль, который действовал в день копии.',
      },
    },
  },
  start: 'Восстановить',
  running: 'Восстанавливается журнал',
  untilReady: 'До последнего шага журнал на этом компьютере не меняется.',
  steps: {
    checking: 'Проверяю ключ и файлы',
    copying: 'Переношу журнал на этот компьютер',
    opening: 'Пробую открыть',
    saving: 'Откладываю прежний журнал',
  } satisfies Record<RestoreStep, string>,
  cancelled: 'Восстановление отменено.',
  cancelledText: 'Ничего не изменилось.',
  done: 'Журнал восстановлен.',
  doneText: (schoolName: string, moment: string) =>
    `${schoolName}: всё, что было в журнале на ${moment}. Записи, сделанные позже, внесите заново.`,
  savedAs: (folder: string) => `Прежний журнал сохранён в папке «${folder}».`,
  toLogIn: 'Войти в журнал',
  passwords: 'Логины и пароли — те, что действовали в день копии.',
} as const;
