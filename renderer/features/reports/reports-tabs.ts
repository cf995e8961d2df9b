import { correctionsTexts } from '../../text/corrections';
import { outagesTexts } from '../../text/outages';
import { readinessTexts } from '../../text/readiness';
import { blankTexts, summaryTexts } from '../../text/reports';
import { screenTexts } from '../../text/screens';
import { tabbedScreen } from '../../ui/tabbed-screen';

/** «Отчёты»: a new one is one entry here. */
export const ReportsTabs = tabbedScreen('/reports', screenTexts.reports, [
  {
    key: 'summary',
    title: summaryTexts.tab,
    asks: 'sheets.summary',
    load: () => import('./summary-screen').then((file) => file.SummaryScreen),
  },
  {
    key: 'corrections',
    title: correctionsTexts.title,
    asks: 'corrections.list',
    load: () => import('./corrections-screen').then((file) => file.CorrectionsScreen),
  },
  {
    key: 'blanks',
    title: blankTexts.tab,
    asks: 'journal.blankSheets',
    load: () => import('./blank-sheets-screen').then((file) => file.BlankSheetsScreen),
  },
  {
    key: 'outages',
    title: outagesTexts.tab,
    asks: 'outages.list',
    load: () => import('../outages/outages-screen').then((file) => file.OutagesScreen),
  },
  {
    key: 'readiness',
    title: readinessTexts.title,
    asks: 'readiness.ofYear',
    load: () => import('../readiness/readiness-screen').then((file) => file.ReadinessScreen),
  },
]);
