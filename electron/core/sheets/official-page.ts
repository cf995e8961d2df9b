import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces';
import { formatDate, type IsoDate } from '#domain/calendar/iso-date';
import { formFont } from './fonts';

/** When and by whom a paper is printed: it stands at the foot of each page. */
export type PrintStamp = {
  readonly date: IsoDate;
  /** «14:05», the school's local time. */
  readonly time: string;
  /** «Петрова А. С.» */
  readonly by: string;
};

/** A4 on its side, points. The left margin is 20 mm: the sheets are stitched there. */
export const landscape = {
  width: 841.89,
  height: 595.28,
  left: 56.69,
  top: 30,
  right: 28.35,
  bottom: 36,
} as const;

/** The width and the height that a page leaves for its content. */
export const landscapeRoom = {
  width: landscape.width - landscape.left - landscape.right,
  height: landscape.height - landscape.top - landscape.bottom,
} as const;

/**
 * What all the official landscape forms share: size, margins, face, the foot with the stamp, the
 * caption and «Страница x из y», the metadata. PDF/A-3b, so that it can be kept for 25 years; not
 * 3a, which promises a structure tree that pdfmake does not write.
 */
export function officialPage(
  about: { readonly title: string; readonly author: string; readonly caption: string },
  stamp: PrintStamp,
  content: Content,
): TDocumentDefinitions {
  return {
    pageSize: 'A4',
    pageOrientation: 'landscape',
    pageMargins: [landscape.left, landscape.top, landscape.right, landscape.bottom],
    version: '1.7',
    subset: 'PDF/A-3b',
    language: 'ru-RU',
    displayTitle: true,
    info: {
      title: about.title,
      author: about.author,
      subject: about.caption,
      creator: 'Школьный журнал',
    },
    defaultStyle: { font: formFont, fontSize: 10 },
    content,
    footer: (page, pages) => ({
      margin: [landscape.left, 8, landscape.right, 0],
      fontSize: 8,
      columns: [
        { width: 300, text: `Напечатано ${formatDate(stamp.date)} в ${stamp.time}, ${stamp.by}` },
        { width: landscapeRoom.width - 420, text: about.caption, alignment: 'center' },
        { width: 120, text: `Страница ${page} из ${pages}`, alignment: 'right' },
      ],
    }),
  };
}
