import { os } from '../access';
import { documentHandlers } from '../documents/serve-document';
import { reads, writes } from '../unit-of-work';
import { correctOutage, recordOutage, withdraw } from './change-outages';
import { outageLessons, outages, outagesPaper } from './list';

const papers = documentHandlers(outagesPaper);

/** Technical failures (J10). */
export const outagesRouter = {
  list: os.outages.list.handler(reads(outages)),
  lessons: os.outages.lessons.handler(reads(outageLessons)),
  record: os.outages.record.handler(writes(recordOutage)),
  correct: os.outages.correct.handler(writes(correctOutage)),
  withdraw: os.outages.withdraw.handler(writes(withdraw)),
  paper: os.outages.paper.handler(papers.view),
  savePaper: os.outages.savePaper.handler(papers.save),
};
