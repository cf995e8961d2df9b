import { consentsContract } from './consents';
import { classesContract } from './classes';
import { changesContract } from './changes';
import { copiesContract } from './copies';
import { curriculumContract } from './curriculum';
import { documentsContract } from './documents';
import { dataChecksContract } from './data-checks';
import { healthContract } from './health';
import { groupsContract } from './groups';
import { importsContract } from './imports';
import { individualContract } from './individual';
import { journalContract } from './journal';
import { movementContract } from './movement';
import { loadContract } from './load';
import { peopleContract } from './people';
import { plansContract } from './plans';
import { pupilPapersContract } from './pupil-papers';
import { pupilsContract } from './pupils';
import { schoolContract } from './school';
import { sessionContract } from './session';
import { setupContract } from './setup';
import { sheetsContract } from './sheets';
import { timetableContract } from './timetable';
import { yearOpeningContract } from './year-opening';

/** Everything the core can be asked. */
export const contract = {
  session: sessionContract,
  setup: setupContract,
  school: schoolContract,
  classes: classesContract,
  curriculum: curriculumContract,
  load: loadContract,
  groups: groupsContract,
  individual: individualContract,
  people: peopleContract,
  movement: movementContract,
  yearOpening: yearOpeningContract,
  pupils: pupilsContract,
  pupilPapers: pupilPapersContract,
  consents: consentsContract,
  dataChecks: dataChecksContract,
  health: healthContract,
  journal: journalContract,
  timetable: timetableContract,
  plans: plansContract,
  changes: changesContract,
  sheets: sheetsContract,
  documents: documentsContract,
  imports: importsContract,
  copies: copiesContract,
};
