/** A subject as a new journal gets it. */
export type DefaultSubject = {
  readonly name: string;
  readonly shortName: string;
  /** Marks, pass or fail, or no assessment at all (S3, S6). */
  readonly grading: 'marks' | 'credit' | 'none';
};

/**
 * The subjects a new journal starts with (S3): those of the federal curricula of grades 1 to 11, in
 * the order of the federal lists.
 */
export const DEFAULT_SUBJECTS = [
  { name: 'Русский язык', shortName: 'Рус. яз.', grading: 'marks' },
  { name: 'Литературное чтение', shortName: 'Лит. чт.', grading: 'marks' },
  { name: 'Литература', shortName: 'Лит-ра', grading: 'marks' },
  { name: 'Иностранный язык (английский)', shortName: 'Англ. яз.', grading: 'marks' },
  { name: 'Математика', shortName: 'Матем.', grading: 'marks' },
  { name: 'Алгебра', shortName: 'Алгебра', grading: 'marks' },
  {
    name: 'Алгебра и начала математического анализа',
    shortName: 'Алг. и нач. ан.',
    grading: 'marks',
  },
  { name: 'Геометрия', shortName: 'Геометрия', grading: 'marks' },
  { name: 'Вероятность и статистика', shortName: 'Вер. и стат.', grading: 'marks' },
  { name: 'Информатика', shortName: 'Информ.', grading: 'marks' },
  { name: 'Окружающий мир', shortName: 'Окр. мир', grading: 'marks' },
  { name: 'Основы религиозных культур и светской этики', shortName: 'ОРКСЭ', grading: 'none' },
  { name: 'История', shortName: 'История', grading: 'marks' },
  { name: 'Обществознание', shortName: 'Общество', grading: 'marks' },
  { name: 'География', shortName: 'Геогр.', grading: 'marks' },
  { name: 'Физика', shortName: 'Физика', grading: 'marks' },
  { name: 'Химия', shortName: 'Химия', grading: 'marks' },
  { name: 'Биология', shortName: 'Биология', grading: 'marks' },
  { name: 'Изобразительное искусство', shortName: 'ИЗО', grading: 'marks' },
  { name: 'Музыка', shortName: 'Музыка', grading: 'marks' },
  { name: 'Труд (технология)', shortName: 'Труд', grading: 'marks' },
  { name: 'Физическая культура', shortName: 'Физ-ра', grading: 'marks' },
  { name: 'Основы безопасности и защиты Родины', shortName: 'ОБЗР', grading: 'marks' },
  { name: 'Индивидуальный проект', shortName: 'Инд. пр.', grading: 'credit' },
  { name: 'Разговоры о важном', shortName: 'РоВ', grading: 'none' },
] as const satisfies readonly DefaultSubject[];

export type DefaultSubjectName = (typeof DEFAULT_SUBJECTS)[number]['name'];
