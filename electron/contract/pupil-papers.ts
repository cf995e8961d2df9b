import { documentProcedures } from './documents';
import { HEALTH_ROLES } from './health';
import { id, isoDate } from './procedure';

const LOOKS = ['administrator', 'director', 'deputy', 'classTeacher', 'secretary'] as const;

const ofClassOn = { classId: id, day: isoDate };
const classList = documentProcedures(ofClassOn, ...LOOKS);
const mainFacts = documentProcedures(ofClassOn, ...LOOKS);
const checkSheets = documentProcedures({ checkId: id }, ...LOOKS);
const health = documentProcedures({ classId: id }, ...HEALTH_ROLES);

/** What is printed of a class's pupils; that it was printed is in the audit trail (U4). */
export const pupilPapersContract = {
  classList: classList.view,
  saveClassList: classList.save,
  mainFacts: mainFacts.view,
  saveMainFacts: mainFacts.save,
  checkSheets: checkSheets.view,
  saveCheckSheets: checkSheets.save,
  health: health.view,
  saveHealth: health.save,
};
