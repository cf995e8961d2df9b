import { plansTexts } from '../../text/plans';
import { tabbedScreen } from '../../ui/tabbed-screen';

/** «Планы (КТП)»: the plans, how each page goes by its plan, and the fulfilment of programmes. */
export const PlansTabs = tabbedScreen('/plans', plansTexts.title, [
  {
    key: 'list',
    title: plansTexts.tabs.list,
    asks: 'plans.list',
    load: () => import('./list/plans-part').then((file) => file.PlansPart),
  },
  {
    key: 'pages',
    title: plansTexts.tabs.pages,
    asks: 'plans.standings',
    load: () => import('./pages/pages-part').then((file) => file.PagesPart),
  },
  {
    key: 'fulfilment',
    title: plansTexts.tabs.fulfilment,
    asks: 'plans.fulfilment',
    load: () => import('./pages/fulfilment-part').then((file) => file.FulfilmentPart),
  },
]);
