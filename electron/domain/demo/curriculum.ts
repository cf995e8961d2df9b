import type { DefaultSubjectName } from '../school/default-subjects';

/** Who can teach it: teachers are hired and loaded by department. */
export type Department =
  | 'primary'
  | 'homeroom'
  | 'russian'
  | 'english'
  | 'mathematics'
  | 'informatics'
  | 'history'
  | 'geography'
  | 'biology'
  | 'physics'
  | 'chemistry'
  | 'music'
  | 'art'
  | 'technologyBoys'
  | 'technologyGirls'
  | 'physicalEducation'
  | 'safety';

/** Whole class, two subgroups that learn at the same time, or boys and girls apart. */
export type Split = 'whole' | 'halves' | 'sexes';

/** A line of the curriculum (учебный план) of a grade. */
export type CurriculumLine = {
  readonly subject: DefaultSubjectName;
  readonly hours: number;
  readonly split: Split;
  /** One department for each part of the split. */
  readonly departments: readonly Department[];
};

/** The weekly hours nobody may exceed in a five-day week (SanPiN 1.2.3685-21, table 6.6). */
export const MAXIMUM_HOURS: Readonly<Record<number, number>> = {
  1: 21,
  2: 23,
  3: 23,
  4: 23,
  5: 29,
  6: 30,
  7: 32,
  8: 33,
  9: 33,
  10: 34,
  11: 34,
};

/** Hours a week for grades 1 to 11, after the federal curricula; 0: not taught there. */
const HOURS: Readonly<Record<DefaultSubjectName, readonly number[]>> = {
  'Разговоры о важном': [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
  'Русский язык': [5, 5, 5, 5, 5, 6, 4, 3, 3, 2, 3],
  'Литературное чтение': [4, 4, 4, 3, 0, 0, 0, 0, 0, 0, 0],
  Литература: [0, 0, 0, 0, 3, 3, 2, 2, 3, 3, 3],
  'Иностранный язык (английский)': [0, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3],
  Математика: [4, 4, 4, 4, 5, 5, 0, 0, 0, 0, 0],
  Алгебра: [0, 0, 0, 0, 0, 0, 3, 3, 3, 0, 0],
  'Алгебра и начала математического анализа': [0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 4],
  Геометрия: [0, 0, 0, 0, 0, 0, 2, 2, 2, 3, 3],
  'Вероятность и статистика': [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1],
  Информатика: [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1],
  'Окружающий мир': [2, 2, 2, 2, 0, 0, 0, 0, 0, 0, 0],
  'Основы религиозных культур и светской этики': [0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0],
  История: [0, 0, 0, 0, 3, 3, 3, 2, 2, 2, 2],
  Обществознание: [0, 0, 0, 0, 0, 0, 0, 1, 1, 4, 4],
  География: [0, 0, 0, 0, 1, 1, 2, 2, 2, 1, 1],
  Физика: [0, 0, 0, 0, 0, 0, 2, 2, 3, 2, 2],
  Химия: [0, 0, 0, 0, 0, 0, 0, 2, 2, 1, 1],
  Биология: [0, 0, 0, 0, 1, 1, 1, 2, 2, 1, 1],
  'Изобразительное искусство': [1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0],
  Музыка: [1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0],
  'Труд (технология)': [1, 1, 1, 1, 2, 2, 2, 1, 1, 0, 0],
  'Физическая культура': [2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2],
  'Основы безопасности и защиты Родины': [0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1],
  'Индивидуальный проект': [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0],
};

const DEPARTMENTS: Readonly<Record<DefaultSubjectName, Department>> = {
  'Разговоры о важном': 'homeroom',
  'Русский язык': 'russian',
  'Литературное чтение': 'primary',
  Литература: 'russian',
  'Иностранный язык (английский)': 'english',
  Математика: 'mathematics',
  Алгебра: 'mathematics',
  'Алгебра и начала математического анализа': 'mathematics',
  Геометрия: 'mathematics',
  'Вероятность и статистика': 'mathematics',
  Информатика: 'informatics',
  'Окружающий мир': 'primary',
  'Основы религиозных культур и светской этики': 'primary',
  История: 'history',
  Обществознание: 'history',
  География: 'geography',
  Физика: 'physics',
  Химия: 'chemistry',
  Биология: 'biology',
  'Изобразительное искусство': 'art',
  Музыка: 'music',
  'Труд (технология)': 'technologyBoys',
  'Физическая культура': 'physicalEducation',
  'Основы безопасности и защиты Родины': 'safety',
  'Индивидуальный проект': 'history',
};

/** Taught in grades 1 to 4 by others than the class's own teacher. */
const SPECIALISTS: ReadonlySet<DefaultSubjectName> = new Set([
  'Разговоры о важном',
  'Иностранный язык (английский)',
  'Музыка',
  'Физическая культура',
]);

function splitOf(subject: DefaultSubjectName, grade: number): Split {
  if (subject === 'Иностранный язык (английский)' || subject === 'Информатика') return 'halves';
  return subject === 'Труд (технология)' && grade > 4 ? 'sexes' : 'whole';
}

function departmentsOf(subject: DefaultSubjectName, grade: number, split: Split): Department[] {
  if (split === 'sexes') return ['technologyBoys', 'technologyGirls'];
  const department = grade <= 4 && !SPECIALISTS.has(subject) ? 'primary' : DEPARTMENTS[subject];
  return split === 'halves' ? [department, department] : [department];
}

/** The curriculum of a grade, «Разговоры о важном» first. */
export function curriculumOf(grade: number): readonly CurriculumLine[] {
  const lines: CurriculumLine[] = [];
  for (const [name, byGrade] of Object.entries(HOURS)) {
    const subject = name as DefaultSubjectName;
    const hours = byGrade[grade - 1] ?? 0;
    if (hours === 0) continue;
    const split = splitOf(subject, grade);
    lines.push({ subject, hours, split, departments: departmentsOf(subject, grade, split) });
  }
  return lines;
}
