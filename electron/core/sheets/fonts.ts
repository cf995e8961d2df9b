import path from 'node:path';

/** The face of official forms: the metrics of Times New Roman. */
export const formFont = 'Tinos';

const files = {
  Tinos: {
    normal: 'Tinos-Regular.ttf',
    bold: 'Tinos-Bold.ttf',
    italics: 'Tinos-Italic.ttf',
    bolditalics: 'Tinos-Bold.ttf',
  },
  PTSans: {
    normal: 'PTSans-Regular.ttf',
    bold: 'PTSans-Bold.ttf',
    italics: 'PTSans-Regular.ttf',
    bolditalics: 'PTSans-Bold.ttf',
  },
} as const;

/** The fonts as pdfmake wants them, with absolute paths in the folder of the fonts. */
export function fontsIn(folder: string): Record<string, Record<keyof typeof files.Tinos, string>> {
  const at = (file: string) => path.join(folder, file);
  return Object.fromEntries(
    Object.entries(files).map(([family, { normal, bold, italics, bolditalics }]) => [
      family,
      {
        normal: at(normal),
        bold: at(bold),
        italics: at(italics),
        bolditalics: at(bolditalics),
      },
    ]),
  );
}
