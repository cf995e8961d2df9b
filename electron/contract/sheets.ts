import { type } from '@orpc/contract';
import { z } from 'zod';
import { id, query } from './procedure';

const sheet = { classId: id, periodId: id };
const readers = ['administrator', 'director', 'deputy', 'classTeacher'] as const;

export const sheetsContract = {
  /** Сводная ведомость учёта успеваемости of a class for a period or the year, as a PDF. */
  summary: query(...readers)
    .input(z.object(sheet))
    .output(type<{ readonly title: string; readonly pdfBase64: string }>()),
  /** Writes the same PDF to the place the person chose in the shell's dialog. */
  saveSummary: query(...readers)
    .input(z.object({ ...sheet, grant: z.uuid() }))
    .output(type<{ readonly fileName: string }>()),
};
