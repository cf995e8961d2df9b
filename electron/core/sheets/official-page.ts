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

/** Margins in points. The left one is 20 mm: the sheets are stitched there. */
export const margins = { left: 56.69, top: 30, right: 28.35, bottom: 36 } as const;

const shortSide = { A4: 595.28, A3: 841.89 } as const;
const longSide = { A4: 841.89, A3: 1190.55 } as const;

/** How a paper lies and what it is; A4 where nothing is said. */
export type Paper = {
  readonly orientation: 'portrait' | 'landscape';
  readonly paper?: 'A4' | 'A3';
};

/** The width and the height that a page leaves for its content. */
export function roomOf({ orientation, paper = 'A4' }: Paper) {
  const upright = orientation === 'portrait';
  const width = upright ? shortSide[paper] : longSide[paper];
  const height = upright ? longSide[paper] : shortSide[paper];
  return {
    width: width - margins.left - margins.right,
    height: height - margins.top - margins.bottom,
  };
}

/** The room of A4 on its side. */
export const landscapeRoom = roomOf({ orientation: 'landscape' });

/**
 * What all the official forms share: size, margins, face, the foot with the stamp, the caption and
 * «Страница x из y», the metadata. PDF/A-3b, so that it can be kept for 25 years; not 3a, which
 * promises a structure tree that pdfmake does not write.
 */
export function officialPage(
  about: { readonly title: string; readonly author: string; readonly caption: string },
  stamp: PrintStamp,
  page: Paper,
  content: Content,
): TDocumentDefinitions {
  const { width } = roomOf(page);
  const by = width * 0.42;
  const count = 90;
  return {
    pageSize: page.paper ?? 'A4',
    pageOrientation: page.orientation,
    pageMargins: [margins.left, margins.top, margins.right, margins.bottom],
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
    footer: (number, pages) => ({
      margin: [margins.left, 8, margins.right, 0],
      fontSize: 8,
      columns: [
        { width: by, text: `Напечатано ${formatDate(stamp.date)} в ${stamp.time}, ${stamp.by}` },
        { width: width - by - count, text: about.caption, alignment: 'center' },
        { width: count, text: `Страница ${number} из ${pages}`, alignment: 'right' },
      ],
    }),
  };
}
