import { os } from '../access';
import { documentHandlers } from '../documents/serve-document';
import { reads, writes } from '../unit-of-work';
import {
  fixControlWorks,
  removeControlWork,
  setControlLimits,
  setControlWork,
} from './change-works';
import { controlOffers } from './offers';
import { controlPaper } from './paper';
import { controlSchedule } from './schedule';

const papers = documentHandlers(controlPaper);

/** The schedule of control works (T5). */
export const controlWorksRouter = {
  controlWorks: {
    schedule: os.controlWorks.schedule.handler(reads(controlSchedule)),
    offers: os.controlWorks.offers.handler(reads(controlOffers)),
    set: os.controlWorks.set.handler(writes(setControlWork)),
    remove: os.controlWorks.remove.handler(writes(removeControlWork)),
    fix: os.controlWorks.fix.handler(writes(fixControlWorks)),
    setLimits: os.controlWorks.setLimits.handler(writes(setControlLimits)),
    paper: os.controlWorks.paper.handler(papers.view),
    savePaper: os.controlWorks.savePaper.handler(papers.save),
  },
};
