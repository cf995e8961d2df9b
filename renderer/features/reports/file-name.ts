import { summaryTexts } from '../../text/reports';

/** What no file name may hold on Windows, and what would be a folder elsewhere. */
const FORBIDDEN = /[<>:"/\\|?*\p{Cc}]/gu;

/** «Сводная ведомость 8-Б II четверть.pdf» */
export const summaryFileName = (className: string, period: string): string =>
  summaryTexts.fileName(className, period).replace(FORBIDDEN, ' ').replace(/\s+/g, ' ');
