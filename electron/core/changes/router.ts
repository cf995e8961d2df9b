import { os } from '../access';
import { documentHandlers } from '../documents/serve-document';
import { removeAbsence, setAbsence } from './absences';
import { dayOfChanges, dayPlan } from './day';
import { decide } from './decide';
import { lessonOffers } from './offers';
import { daySheet, registerPaper } from './papers';
import { changesRegister } from './register';
import { takeBack } from './take-back';
import { reads, writes } from '../unit-of-work';

const daySheets = documentHandlers(daySheet);
const registerPapers = documentHandlers(registerPaper);

/** Handlers of the changes of days (T2). */
export const changesRouter = {
  day: os.changes.day.handler(reads(dayOfChanges)),
  offers: os.changes.offers.handler(reads(lessonOffers)),
  plan: os.changes.plan.handler(reads(dayPlan)),
  register: os.changes.register.handler(reads(changesRegister)),
  setAbsence: os.changes.setAbsence.handler(writes(setAbsence)),
  removeAbsence: os.changes.removeAbsence.handler(writes(removeAbsence)),
  decide: os.changes.decide.handler(writes(decide)),
  takeBack: os.changes.takeBack.handler(writes(takeBack)),
  daySheet: os.changes.daySheet.handler(daySheets.view),
  saveDaySheet: os.changes.saveDaySheet.handler(daySheets.save),
  registerPaper: os.changes.registerPaper.handler(registerPapers.view),
  saveRegisterPaper: os.changes.saveRegisterPaper.handler(registerPapers.save),
};
