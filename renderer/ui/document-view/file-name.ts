/** What no file name may hold on Windows, and what would be a folder elsewhere. */
const FORBIDDEN = /[<>:"/\\|?*\p{Cc}]/gu;

/** The title of a paper as the name a save dialog begins with: «Список класса 8-А.pdf». */
export const documentFileName = (title: string, format: string): string =>
  `${title.replace(FORBIDDEN, ' ').replace(/\s+/gu, ' ').trim()}.${format}`;
