import { marksInGrade } from '../regulation/deadlines';
import type { Regulation } from '../regulation/regulation';

/** Why no mark may stand on a page, or undefined where it may. */
export type NoMarks = 'noMarksInThisGrade' | 'subjectWithoutMarks';

/**
 * Subjects «без аттестации» are learnt without marks (ТИП 2.10), and so is grade 1 where the
 * regulation says so (R7, КИА 3.7); attendance is entered everywhere.
 */
export function marksForbidden(
  page: { readonly grade: number; readonly grading: 'marks' | 'credit' | 'none' },
  regulation: Regulation,
): NoMarks | undefined {
  if (page.grading === 'none') return 'subjectWithoutMarks';
  return marksInGrade(regulation, page.grade) ? undefined : 'noMarksInThisGrade';
}
