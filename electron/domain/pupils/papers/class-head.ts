import type { IsoDate } from '../../calendar/iso-date';

/** What stands above every paper of a class. */
export type ClassPaper = {
  readonly school: string;
  readonly className: string;
  readonly yearName: string;
  /** «Орлова М. П.», or nothing where the class has no teacher yet. */
  readonly homeroomTeacher: string | null;
  readonly day: IsoDate;
};

/** The line under the heading that names the class teacher. */
export const teacherLine = ({ homeroomTeacher }: Pick<ClassPaper, 'homeroomTeacher'>): string[] =>
  homeroomTeacher === null ? [] : [`Классный руководитель: ${homeroomTeacher}`];

/** Who signs: the class teacher, in every paper of a class (ИНС 3.7). */
export const teacherSignature = ({ homeroomTeacher }: Pick<ClassPaper, 'homeroomTeacher'>) => ({
  role: 'Классный руководитель',
  name: homeroomTeacher ?? '',
});
