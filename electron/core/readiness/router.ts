import { os } from '../access';
import { documentHandlers } from '../documents/serve-document';
import { reads } from '../unit-of-work';
import { readinessPaper } from './paper';
import { readinessOfYear } from './readiness';

const papers = documentHandlers(readinessPaper);

/** The readiness of the journal for a school year (D3). */
export const readinessRouter = {
  readiness: {
    ofYear: os.readiness.ofYear.handler(reads(readinessOfYear)),
    paper: os.readiness.paper.handler(papers.view),
    savePaper: os.readiness.savePaper.handler(papers.save),
  },
};
