export const frameTexts = {
  rail: 'Разделы программы',
} as const;
