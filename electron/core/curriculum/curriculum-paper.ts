import { findSchool } from '#db/queries/school';
import { curriculumDocument } from '#domain/curriculum/curriculum-document';
import type { TableDocument } from '#domain/documents/table-document';
import { signerOf } from '../profile/signer';
import { refuse } from '../refuse';
import type { Reading } from '../unit-of-work';
import { curriculum } from './curriculum';

/** Учебный план on paper: of the school, or of what is chosen of it. */
export function curriculumPaper(
  reading: Reading,
  input: {
    readonly yearId?: number | undefined;
    readonly by: 'parallel' | 'class';
    readonly gradeFrom: number;
    readonly gradeTo: number;
  },
): TableDocument {
  const { yearName, classes, subjects, items, scales } = curriculum(reading, input);
  if (items.length === 0) refuse('NOT_FOUND', { what: 'class' });
  return curriculumDocument({
    school: findSchool(reading.db)?.name ?? '',
    yearName,
    by: input.by,
    classes: classes.filter(({ grade }) => input.gradeFrom <= grade && grade <= input.gradeTo),
    subjects,
    items: items.map(
      ([classId, subjectId, hoursPerWeek, hoursPerYear, part, grading, scaleId]) => ({
        classId,
        subjectId,
        hoursPerWeek,
        hoursPerYear,
        part,
        grading,
        scaleId,
      }),
    ),
    scales,
    director: signerOf(reading.db, 'director'),
    deputy: signerOf(reading.db, 'deputy'),
  });
}
