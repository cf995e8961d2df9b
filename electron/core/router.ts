import { changesRouter } from './changes/router';
import { dutiesRouter } from './duties/router';
import { outagesRouter } from './outages/router';
import { plansRouter } from './plans/router';
import type { Router } from '@orpc/server';
import type { contract } from '#contract/index';
import type { CallContext } from './context';
import { attendanceRouter } from './attendance/router';
import { os } from './access';
import { papersRouter } from './papers/router';
import { readinessRouter } from './readiness/router';
import { setBrought } from './brought/set';
import { broughtOfPupil } from './brought/view';
import { addClass, classesSetup, removeClass, setClass } from './classes/classes';
import { curriculum, setCurriculum } from './curriculum/curriculum';
import { curriculumPaper } from './curriculum/curriculum-paper';
import { controlWorksRouter } from './control-works/router';
import { documentHandlers } from './documents/serve-document';
import { shownTable } from './documents/shown-table';
import { addConsents, removeConsents, withdraw } from './consents/enter';
import { register } from './consents/register';
import { checkPupils, dataChecks, markChecked, startCheck } from './data-checks/checks';
import { grant, healthAccess, healthMine, recover, revoke, turnOn } from './health/access';
import { healthSheet, saveHealth } from './health/pupil-sheet';
import { addGroups, removeGroup, setGroup } from './groups/change-groups';
import { groupsOf } from './groups/groups-of-class';
import { placePupils } from './groups/place-pupils';
import { corrections } from './corrections/corrections';
import { correctionsPaper } from './corrections/paper';
import { importStart } from './imports/start';
import { addPlan, removePlan, setPlan } from './individual/change-plans';
import { individualPlans } from './individual/plans';
import { pupilNotesRouter } from './pupil-notes/routers';
import { blankSheets } from './journal/blank-sheets';
import { cellHistory } from './journal/cell-history';
import { enterCell } from './journal/enter-cell';
import { enterCells } from './journal/enter-cells';
import { closeAgain, openLocked } from './journal/open-locked';
import { openPage } from './journal/open-page';
import { pages } from './journal/pages';
import { setLesson } from './journal/set-lesson';
import { setFinalMark } from './journal/set-final-mark';
import { setPeriodMark } from './journal/set-period-mark';
import { removeWork, setWork } from './journal/set-work';
import { watchPage } from './journal/watch-page';
import { enterOrder, previewOrder } from './movement/enter-order';
import { movementOrder, movementPeriod } from './movement/movement-documents';
import { movementRegister, movementStart } from './movement/register';
import { previewRevoke, revokeOrder, settleDebt } from './movement/revoke-order';
import { load } from './load/load';
import { setTeachers, setTeacherSubjects } from './load/set-teachers';
import { tariff } from './load/tariff';
import { openAccount, resetPassword, setBlocked, setRoles } from './people/accounts';
import { pupils, staff } from './people/lists';
import { card, photo } from './pupils/card';
import { checkSheets, classList, healthPaper, mainFacts } from './pupils/papers/papers';
import { history } from './pupils/history';
import {
  addRepresentative,
  detachRepresentative,
  findRepresentatives,
  linkRepresentative,
  saveRepresentative,
} from './pupils/representatives';
import { savePupil, setPhoto } from './pupils/save-card';
import { classes, overview, years } from './school/overview';
import { lock, logIn, logOut, sessionInfo, touch, unlock } from './session/log-in';
import { schoolRouters } from './school/routers';
import { changePassword } from './session/passwords';
import { createSchoolJournal } from './setup/create-journal';
import { leaveDemo, openDemo } from './setup/demo';
import { workplace } from './setup/workplace';
import { saveSummary, summary } from './sheets/summary-pdf';
import { nextCopy } from './copies/next-copy';
import { copies, drives, inspect, makeCopyOf, restore } from './copies/serve-copies';
import {
  deleteDraft,
  describe,
  inForceSummary,
  newDraft,
  putInForce,
  withdrawVersion,
} from './timetable/change-versions';
import { edit, editor, setBusy } from './timetable/editor';
import { homeworkDays } from './homework/homework-days';
import { setHomework } from './homework/set-homework';
import { heldWeek } from './timetable/held-week';
import { timetablePaper } from './timetable/paper';
import { hours, versions } from './timetable/versions';
import { timetable } from './timetable/week';
import { reads, writes } from './unit-of-work';
import { finishOpening, moveClass, yearEndPupils } from './year-opening/pupils';
import { openingState } from './year-opening/state';
import { copyStep, makeClasses, openYear } from './year-opening/steps';

const tables = documentHandlers(shownTable);
const movementPeriods = documentHandlers(movementPeriod);
const movementOrders = documentHandlers(movementOrder);
const classLists = documentHandlers(classList);
const mainFactsPapers = documentHandlers(mainFacts);
const checkSheetPapers = documentHandlers(checkSheets);
const healthPapers = documentHandlers(healthPaper);
const timetablePapers = documentHandlers(timetablePaper);
const curriculumPapers = documentHandlers(curriculumPaper);
const tariffPaper = documentHandlers(tariff);
const blankPapers = documentHandlers(blankSheets);
const correctionsPapers = documentHandlers(correctionsPaper);

/**
 * Every procedure of the contract with the use-case behind it. What reads people's files is loaded
 * when it is first asked for: a start does not wait for it.
 */
export const router: Router<typeof contract, CallContext> = os.router({
  session: {
    current: os.session.current.handler(({ context }) => sessionInfo(context)),
    logIn: os.session.logIn.handler(logIn),
    logOut: os.session.logOut.handler(logOut),
    lock: os.session.lock.handler(lock),
    unlock: os.session.unlock.handler(unlock),
    touch: os.session.touch.handler(touch),
    changePassword: os.session.changePassword.handler(changePassword),
  },
  setup: {
    workplace: os.setup.workplace.handler(workplace),
    createJournal: os.setup.createJournal.handler(createSchoolJournal),
    openDemo: os.setup.openDemo.handler(openDemo),
    leaveDemo: os.setup.leaveDemo.handler(leaveDemo),
  },
  school: {
    years: os.school.years.handler(reads(years)),
    overview: os.school.overview.handler(reads(overview)),
    classes: os.school.classes.handler(reads(classes)),
    timetable: os.school.timetable.handler(reads(timetable)),
  },
  classes: {
    setup: os.classes.setup.handler(reads(classesSetup)),
    add: os.classes.add.handler(writes(addClass)),
    set: os.classes.set.handler(writes(setClass)),
    remove: os.classes.remove.handler(writes(removeClass)),
  },
  curriculum: {
    view: os.curriculum.view.handler(reads(curriculum)),
    set: os.curriculum.set.handler(writes(setCurriculum)),
    paper: os.curriculum.paper.handler(curriculumPapers.view),
    savePaper: os.curriculum.savePaper.handler(curriculumPapers.save),
  },
  load: {
    view: os.load.view.handler(reads(load)),
    setTeachers: os.load.setTeachers.handler(writes(setTeachers)),
    setSubjects: os.load.setSubjects.handler(writes(setTeacherSubjects)),
    tariff: os.load.tariff.handler(tariffPaper.view),
    saveTariff: os.load.saveTariff.handler(tariffPaper.save),
  },
  groups: {
    ofClass: os.groups.ofClass.handler(reads(groupsOf)),
    add: os.groups.add.handler(writes(addGroups)),
    set: os.groups.set.handler(writes(setGroup)),
    remove: os.groups.remove.handler(writes(removeGroup)),
    place: os.groups.place.handler(writes(placePupils)),
  },
  individual: {
    plans: os.individual.plans.handler(reads(individualPlans)),
    add: os.individual.add.handler(writes(addPlan)),
    set: os.individual.set.handler(writes(setPlan)),
    remove: os.individual.remove.handler(writes(removePlan)),
  },
  ...schoolRouters,
  ...controlWorksRouter,
  ...readinessRouter,
  ...papersRouter,
  people: {
    pupils: os.people.pupils.handler(reads(pupils)),
    staff: os.people.staff.handler(reads(staff)),
    openAccount: os.people.openAccount.handler(openAccount),
    setRoles: os.people.setRoles.handler(writes(setRoles)),
    resetPassword: os.people.resetPassword.handler(resetPassword),
    setBlocked: os.people.setBlocked.handler(writes(setBlocked)),
  },
  yearOpening: {
    state: os.yearOpening.state.handler(reads(openingState)),
    pupils: os.yearOpening.pupils.handler(reads(yearEndPupils)),
    openYear: os.yearOpening.openYear.handler(writes(openYear)),
    makeClasses: os.yearOpening.makeClasses.handler(writes(makeClasses)),
    copy: os.yearOpening.copy.handler(writes(copyStep)),
    movePupils: os.yearOpening.movePupils.handler(writes(moveClass)),
    finish: os.yearOpening.finish.handler(writes(finishOpening)),
  },
  movement: {
    period: os.movement.period.handler(movementPeriods.view),
    savePeriod: os.movement.savePeriod.handler(movementPeriods.save),
    orderList: os.movement.orderList.handler(movementOrders.view),
    saveOrderList: os.movement.saveOrderList.handler(movementOrders.save),
    register: os.movement.register.handler(reads(movementRegister)),
    start: os.movement.start.handler(reads(movementStart)),
    preview: os.movement.preview.handler(reads(previewOrder)),
    enter: os.movement.enter.handler(writes(enterOrder)),
    previewRevoke: os.movement.previewRevoke.handler(reads(previewRevoke)),
    revoke: os.movement.revoke.handler(writes(revokeOrder)),
    settleDebt: os.movement.settleDebt.handler(writes(settleDebt)),
  },
  pupils: {
    card: os.pupils.card.handler(reads(card)),
    history: os.pupils.history.handler(reads(history)),
    photo: os.pupils.photo.handler(reads(photo)),
    save: os.pupils.save.handler(writes(savePupil)),
    setPhoto: os.pupils.setPhoto.handler(writes(setPhoto)),
    findRepresentatives: os.pupils.findRepresentatives.handler(reads(findRepresentatives)),
    addRepresentative: os.pupils.addRepresentative.handler(writes(addRepresentative)),
    linkRepresentative: os.pupils.linkRepresentative.handler(writes(linkRepresentative)),
    saveRepresentative: os.pupils.saveRepresentative.handler(writes(saveRepresentative)),
    detachRepresentative: os.pupils.detachRepresentative.handler(writes(detachRepresentative)),
  },
  consents: {
    register: os.consents.register.handler(reads(register)),
    add: os.consents.add.handler(writes(addConsents)),
    withdraw: os.consents.withdraw.handler(writes(withdraw)),
    remove: os.consents.remove.handler(writes(removeConsents)),
  },
  dataChecks: {
    list: os.dataChecks.list.handler(reads(dataChecks)),
    pupils: os.dataChecks.pupils.handler(reads(checkPupils)),
    start: os.dataChecks.start.handler(writes(startCheck)),
    mark: os.dataChecks.mark.handler(writes(markChecked)),
  },
  health: {
    access: os.health.access.handler(reads(healthAccess)),
    mine: os.health.mine.handler(reads(healthMine)),
    turnOn: os.health.turnOn.handler(turnOn),
    grant: os.health.grant.handler(grant),
    revoke: os.health.revoke.handler(revoke),
    recover: os.health.recover.handler(recover),
    sheet: os.health.sheet.handler(healthSheet),
    save: os.health.save.handler(saveHealth),
  },
  attendance: attendanceRouter,
  homework: {
    set: os.homework.set.handler(writes(setHomework)),
    days: os.homework.days.handler(reads(homeworkDays)),
  },
  journal: {
    blankSheets: os.journal.blankSheets.handler(blankPapers.view),
    saveBlankSheets: os.journal.saveBlankSheets.handler(blankPapers.save),
    pages: os.journal.pages.handler(reads(pages)),
    page: os.journal.page.handler(reads(openPage)),
    cellHistory: os.journal.cellHistory.handler(reads(cellHistory)),
    watch: os.journal.watch.handler(watchPage),
    enterCell: os.journal.enterCell.handler(writes(enterCell)),
    enterCells: os.journal.enterCells.handler(writes(enterCells)),
    setLesson: os.journal.setLesson.handler(writes(setLesson)),
    setWork: os.journal.setWork.handler(writes(setWork)),
    removeWork: os.journal.removeWork.handler(writes(removeWork)),
    setFinalMark: os.journal.setFinalMark.handler(writes(setFinalMark)),
    setPeriodMark: os.journal.setPeriodMark.handler(writes(setPeriodMark)),
    openLocked: os.journal.openLocked.handler(writes(openLocked)),
    closeAgain: os.journal.closeAgain.handler(writes(closeAgain)),
  },
  brought: {
    view: os.brought.view.handler(reads(broughtOfPupil)),
    set: os.brought.set.handler(writes(setBrought)),
  },
  pupilNotes: pupilNotesRouter,
  pupilPapers: {
    classList: os.pupilPapers.classList.handler(classLists.view),
    saveClassList: os.pupilPapers.saveClassList.handler(classLists.save),
    mainFacts: os.pupilPapers.mainFacts.handler(mainFactsPapers.view),
    saveMainFacts: os.pupilPapers.saveMainFacts.handler(mainFactsPapers.save),
    checkSheets: os.pupilPapers.checkSheets.handler(checkSheetPapers.view),
    saveCheckSheets: os.pupilPapers.saveCheckSheets.handler(checkSheetPapers.save),
    health: os.pupilPapers.health.handler(healthPapers.view),
    saveHealth: os.pupilPapers.saveHealth.handler(healthPapers.save),
  },
  documents: {
    table: os.documents.table.handler(tables.view),
    saveTable: os.documents.saveTable.handler(tables.save),
  },
  timetable: {
    versions: os.timetable.versions.handler(reads(versions)),
    heldWeek: os.timetable.heldWeek.handler(reads(heldWeek)),
    editor: os.timetable.editor.handler(reads(editor)),
    hours: os.timetable.hours.handler(reads(hours)),
    inForceSummary: os.timetable.inForceSummary.handler(reads(inForceSummary)),
    edit: os.timetable.edit.handler(writes(edit)),
    newDraft: os.timetable.newDraft.handler(writes(newDraft)),
    describe: os.timetable.describe.handler(writes(describe)),
    deleteDraft: os.timetable.deleteDraft.handler(writes(deleteDraft)),
    putInForce: os.timetable.putInForce.handler(writes(putInForce)),
    withdraw: os.timetable.withdraw.handler(writes(withdrawVersion)),
    setBusy: os.timetable.setBusy.handler(writes(setBusy)),
    paper: os.timetable.paper.handler(timetablePapers.view),
    savePaper: os.timetable.savePaper.handler(timetablePapers.save),
  },
  plans: plansRouter,
  corrections: {
    list: os.corrections.list.handler(reads(corrections)),
    paper: os.corrections.paper.handler(correctionsPapers.view),
    savePaper: os.corrections.savePaper.handler(correctionsPapers.save),
  },
  changes: changesRouter,
  duties: dutiesRouter,
  outages: outagesRouter,
  imports: {
    start: os.imports.start.handler(reads(importStart)),
    previewPupils: os.imports.previewPupils.handler(async (call) =>
      (await import('./imports/pupils')).previewPupils(call),
    ),
    applyPupils: os.imports.applyPupils.handler(async (call) =>
      (await import('./imports/pupils')).applyPupils(call),
    ),
    previewParents: os.imports.previewParents.handler(async (call) =>
      (await import('./imports/pupils')).previewParents(call),
    ),
    applyParents: os.imports.applyParents.handler(async (call) =>
      (await import('./imports/pupils')).applyParents(call),
    ),
    previewStaff: os.imports.previewStaff.handler(async (call) =>
      (await import('./imports/staff')).previewStaff(call),
    ),
    applyStaff: os.imports.applyStaff.handler(async (call) =>
      (await import('./imports/staff')).applyStaff(call),
    ),
    saveFetLoad: os.imports.saveFetLoad.handler(async (call) =>
      (await import('./timetable/save-fet-load')).saveFetLoad(call),
    ),
    previewTimetable: os.imports.previewTimetable.handler(async (call) =>
      (await import('./imports/timetable')).previewTimetable(call),
    ),
    applyTimetable: os.imports.applyTimetable.handler(async (call) =>
      (await import('./imports/timetable')).applyTimetable(call),
    ),
    previewMarks: os.imports.previewMarks.handler(async (call) =>
      (await import('./imports/marks')).previewMarks(call),
    ),
    applyMarks: os.imports.applyMarks.handler(async (call) =>
      (await import('./imports/marks')).applyMarks(call),
    ),
  },
  copies: {
    list: os.copies.list.handler(reads(copies)),
    next: os.copies.next.handler(reads(nextCopy)),
    drives: os.copies.drives.handler(drives),
    make: os.copies.make.handler(makeCopyOf),
    inspect: os.copies.inspect.handler(inspect),
    restore: os.copies.restore.handler(restore),
  },
  sheets: {
    summary: os.sheets.summary.handler(summary),
    saveSummary: os.sheets.saveSummary.handler(saveSummary),
  },
});
