import { os } from '../access';
import { documentHandlers } from '../documents/serve-document';
import { correct, countGiven } from './correct';
import { correctionSheetOf, fulfilmentOf, planOnPaper } from './documents';
import { layout } from './layout';
import { list, open, sources } from './list';
import { attach, create, remove } from './make-plan';
import { nextTopics } from './next-topics';
import { savePlan } from './save-plan';
import { fulfilment, standings } from './standings';
import { reads, writes } from '../unit-of-work';

const correctionSheets = documentHandlers(correctionSheetOf);
const fulfilmentSheets = documentHandlers(fulfilmentOf);
const planSheets = documentHandlers(planOnPaper);

/** Handlers of the plans (K1–K4). */
export const plansRouter = {
  list: os.plans.list.handler(reads(list)),
  open: os.plans.open.handler(reads(open)),
  sources: os.plans.sources.handler(reads(sources)),
  create: os.plans.create.handler(writes(create)),
  save: os.plans.save.handler(writes(savePlan)),
  remove: os.plans.remove.handler(writes(remove)),
  attach: os.plans.attach.handler(writes(attach)),
  standings: os.plans.standings.handler(reads(standings)),
  layout: os.plans.layout.handler(reads(layout)),
  nextTopics: os.plans.nextTopics.handler(reads(nextTopics)),
  countGiven: os.plans.countGiven.handler(writes(countGiven)),
  correct: os.plans.correct.handler(writes(correct)),
  fulfilment: os.plans.fulfilment.handler(reads(fulfilment)),
  previewFile: os.plans.previewFile.handler(async (call) =>
    (await import('./plan-file')).previewFile(call),
  ),
  applyFile: os.plans.applyFile.handler(async (call) =>
    (await import('./plan-file')).applyFile(call),
  ),
  correctionSheet: os.plans.correctionSheet.handler(correctionSheets.view),
  saveCorrectionSheet: os.plans.saveCorrectionSheet.handler(correctionSheets.save),
  fulfilmentSheet: os.plans.fulfilmentSheet.handler(fulfilmentSheets.view),
  saveFulfilmentSheet: os.plans.saveFulfilmentSheet.handler(fulfilmentSheets.save),
  planSheet: os.plans.planSheet.handler(planSheets.view),
  savePlanSheet: os.plans.savePlanSheet.handler(planSheets.save),
};
