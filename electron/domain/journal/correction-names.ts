import type { CorrectionKind } from './corrections';

/** What was corrected, as screens and papers say it. */
export const CORRECTION_NAMES: Readonly<Record<CorrectionKind, string>> = {
  mark: 'Отметка',
  periodMark: 'Итоговая отметка',
  attendance: 'Посещаемость',
  topic: 'Тема',
  homework: 'Домашнее задание',
};
