import type { DocumentFormat } from '#contract/documents';

export const documentTexts = {
  print: 'Печать',
  save: 'Сохранить',
  saveAs: {
    pdf: 'Сохранить PDF…',
    xlsx: 'Таблица Excel (XLSX)…',
    csv: 'Таблица CSV…',
  } satisfies Record<DocumentFormat, string>,
  saved: (fileName: string) => `Файл сохранён: ${fileName}`,
} as const;
