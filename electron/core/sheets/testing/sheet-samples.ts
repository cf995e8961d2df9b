import { FIVE_POINTS, pointsOf } from '#domain/marks/point-scale';
import type { PeriodSheetInput, SheetCell, YearSheetInput } from '#domain/sheets/summary-sheet';

/** Twenty subjects of a real curriculum of grade 8, long names included. */
export const subjects = [
  'Русский язык',
  'Литература',
  'Родной язык (русский)',
  'Английский язык',
  'Немецкий язык',
  'Алгебра',
  'Геометрия',
  'Вероятность и статистика',
  'Информатика',
  'История',
  'Обществознание',
  'География',
  'Физика',
  'Химия',
  'Биология',
  'Основы духовно-нравственной культуры народов России',
  'Изобразительное искусство',
  'Труд (технология)',
  'Физическая культура',
  'Основы безопасности и защиты Родины',
] as const;

const surnames =
  'Абрамов Белова Власов Гусева Демидов Ежов Ёлкина Жукова Зайцев Ильина Калинин Лебедева ' +
  'Морозов Никитина Орлов Павлова Романов Соколова Тихонов Ульянова Фролов Харитонова Цветков ' +
  'Чернова Шубин Щербаков-Хрящёв Юдина Яковлев';

/** Twenty-eight invented pupils, not in order. */
export const pupilNames = surnames
  .split(' ')
  .map((surname) => `${surname} ${surname.endsWith('а') ? 'Мария' : 'Константин'}`)
  .toReversed();

const head = {
  school:
    'Муниципальное бюджетное общеобразовательное учреждение «Средняя общеобразовательная школа № 1»',
  className: '8-Б',
  schoolYear: '2026/27',
  number: '12',
  classTeacher: 'Жукова Анна Петровна',
  deputy: 'Соловьёва Мария Юрьевна',
  director: 'Орлов Иван Ильич',
};

/** A mark that looks like a real one: mostly 3 to 5, some words; the same for the same place. */
function markAt(pupil: number, subject: number, turn: number): SheetCell {
  const place = (pupil * 31 + subject * 17 + turn * 7) % 97;
  if (subject === 4 && pupil % 2 === 0) return 'not-studied';
  if (subject === 16) return place < 3 ? 'незач' : 'зач';
  if (subject === 18 && pupil % 9 === 0) return 'осв';
  if (place === 0) return 'н/а';
  if (place === 1) return undefined;
  const digits = pointsOf(FIVE_POINTS);
  if (pupil % 5 === 1) return digits[place < 80 || pupil > 20 ? 4 : 3];
  return digits[place < 3 ? 1 : 2 + ((place + pupil) % 3)];
}

const sheetSubjects = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    name: subjects[index] ?? `Элективный курс ${index + 1}`,
    grading: index === 16 ? ('credit' as const) : ('marks' as const),
  }));

/** The sheet of a quarter: so many pupils (28 at most) and subjects. */
export function periodSample(pupils = 28, count = 20): PeriodSheetInput {
  return {
    ...head,
    kind: 'period',
    periodName: 'II четверть',
    subjects: sheetSubjects(count),
    pupils: pupilNames.slice(0, pupils).map((name, pupil) => ({
      name,
      marks: Array.from({ length: count }, (_, subject) => markAt(pupil, subject, 0)),
    })),
  };
}

/** The sheet of the year: four quarters and the year mark. */
export function yearSample(pupils = 28, count = 20): YearSheetInput {
  return {
    ...head,
    kind: 'year',
    rows: [
      ...['I', 'II', 'III', 'IV'].map((roman) => ({
        label: `${roman} четверть`,
        kind: 'period' as const,
      })),
      { label: 'Год', kind: 'year' },
    ],
    subjects: sheetSubjects(count),
    pupils: pupilNames.slice(0, pupils).map((name, pupil) => ({
      name,
      marks: [1, 2, 3, 4, 5].map((turn) =>
        Array.from({ length: count }, (_, subject) => markAt(pupil, subject, turn)),
      ),
      ...(pupil % 3 === 0 ? { decision: 'переведён в 9 класс' } : {}),
    })),
  };
}
