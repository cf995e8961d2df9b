import { os } from '../access';
import { documentHandlers } from '../documents/serve-document';
import { reads } from '../unit-of-work';
import { myDuties, schoolDuties } from './duties';
import { dutiesPaper } from './paper';
import { watchDuties } from './watch';

const papers = documentHandlers(dutiesPaper);

/** Duties with deadlines (D1, D2). */
export const dutiesRouter = {
  mine: os.duties.mine.handler(reads(myDuties)),
  school: os.duties.school.handler(reads(schoolDuties)),
  watch: os.duties.watch.handler(watchDuties),
  paper: os.duties.paper.handler(papers.view),
  savePaper: os.duties.savePaper.handler(papers.save),
};
