import { attendanceContract } from './attendance';
import { bellsContract } from './bells';
import { broughtContract } from './brought';
import { calendarContract } from './calendar';
import { changesContract } from './changes';
import { classesContract } from './classes';
import { consentsContract } from './consents';
import { correctionsContract } from './corrections';
import { controlWorksContract } from './control-works';
import { copiesContract } from './copies';
import { curriculumContract } from './curriculum';
import { dataChecksContract } from './data-checks';
import { dictionariesContract } from './dictionaries';
import { documentsContract } from './documents';
import { dutiesContract } from './duties';
import { outagesContract } from './outages';
import { groupsContract } from './groups';
import { healthContract } from './health';
import { homeworkContract } from './homework';
import { importsContract } from './imports';
import { individualContract } from './individual';
import { journalContract } from './journal';
import { loadContract } from './load';
import { movementContract } from './movement';
import { papersContract } from './papers';
import { peopleContract } from './people';
import { plansContract } from './plans';
import { profileContract } from './profile';
import { pupilNotesContract } from './pupil-notes';
import { pupilPapersContract } from './pupil-papers';
import { pupilsContract } from './pupils';
import { readinessContract } from './readiness';
import { regulationContract } from './regulation';
import { roomsContract } from './rooms';
import { schoolContract } from './school';
import { sessionContract } from './session';
import { setupContract } from './setup';
import { sheetsContract } from './sheets';
import { staffContract } from './staff';
import { timetableContract } from './timetable';
import { yearOpeningContract } from './year-opening';

/** Written out by topic: the inferred type is too long for the compiler. */
export type Contract = {
  session: typeof sessionContract;
  setup: typeof setupContract;
  school: typeof schoolContract;
  classes: typeof classesContract;
  curriculum: typeof curriculumContract;
  load: typeof loadContract;
  groups: typeof groupsContract;
  individual: typeof individualContract;
  profile: typeof profileContract;
  rooms: typeof roomsContract;
  bells: typeof bellsContract;
  calendar: typeof calendarContract;
  dictionaries: typeof dictionariesContract;
  staff: typeof staffContract;
  people: typeof peopleContract;
  movement: typeof movementContract;
  yearOpening: typeof yearOpeningContract;
  pupils: typeof pupilsContract;
  brought: typeof broughtContract;
  pupilPapers: typeof pupilPapersContract;
  pupilNotes: typeof pupilNotesContract;
  consents: typeof consentsContract;
  dataChecks: typeof dataChecksContract;
  health: typeof healthContract;
  journal: typeof journalContract;
  attendance: typeof attendanceContract;
  homework: typeof homeworkContract;
  timetable: typeof timetableContract;
  plans: typeof plansContract;
  changes: typeof changesContract;
  corrections: typeof correctionsContract;
  readiness: typeof readinessContract;
  regulation: typeof regulationContract;
  controlWorks: typeof controlWorksContract;
  sheets: typeof sheetsContract;
  duties: typeof dutiesContract;
  outages: typeof outagesContract;
  documents: typeof documentsContract;
  papers: typeof papersContract;
  imports: typeof importsContract;
  copies: typeof copiesContract;
};

/** Everything the core can be asked. */
export const contract: Contract = {
  session: sessionContract,
  setup: setupContract,
  school: schoolContract,
  classes: classesContract,
  curriculum: curriculumContract,
  load: loadContract,
  groups: groupsContract,
  individual: individualContract,
  profile: profileContract,
  rooms: roomsContract,
  bells: bellsContract,
  calendar: calendarContract,
  dictionaries: dictionariesContract,
  staff: staffContract,
  people: peopleContract,
  movement: movementContract,
  yearOpening: yearOpeningContract,
  pupils: pupilsContract,
  brought: broughtContract,
  pupilPapers: pupilPapersContract,
  pupilNotes: pupilNotesContract,
  consents: consentsContract,
  dataChecks: dataChecksContract,
  health: healthContract,
  journal: journalContract,
  attendance: attendanceContract,
  homework: homeworkContract,
  timetable: timetableContract,
  plans: plansContract,
  changes: changesContract,
  corrections: correctionsContract,
  readiness: readinessContract,
  regulation: regulationContract,
  controlWorks: controlWorksContract,
  sheets: sheetsContract,
  duties: dutiesContract,
  outages: outagesContract,
  documents: documentsContract,
  papers: papersContract,
  imports: importsContract,
  copies: copiesContract,
};
