/** Why no mark may stand on a page, or undefined where it may. */
export type NoMarks = 'noMarksInThisGrade' | 'subjectWithoutMarks';

/**
 * Grade 1 learns without marks (КИА 3.7), and so do subjects «без аттестации» (ТИП 2.10);
 * attendance is entered everywhere.
 */
export function marksForbidden(page: {
  readonly grade: number;
  readonly grading: 'marks' | 'credit' | 'none';
}): NoMarks | undefined {
  if (page.grading === 'none') return 'subjectWithoutMarks';
  if (page.grade === 1) return 'noMarksInThisGrade';
  return undefined;
}
