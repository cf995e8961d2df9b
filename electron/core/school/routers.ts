import { os } from '../access';
import { addBells, bellSchedules, removeBells, saveBells } from '../bells/bells';
import { previewCalendar, saveCalendar, yearCalendar } from '../calendar/year-calendar';
import { addScale, removeScale, saveScale, scales } from '../dictionaries/scales';
import {
  addSubject,
  moveSubject,
  saveSubject,
  setSubjectArchived,
  subjects,
} from '../dictionaries/subjects';
import {
  addWorkKind,
  saveWorkKind,
  setWorkKindArchived,
  workKinds,
} from '../dictionaries/work-kinds';
import { documentHandlers } from '../documents/serve-document';
import { saveProfile, saveSignatory, schoolProfile } from '../profile/profile';
import {
  approve,
  newRegulationDraft,
  putRegulationInForce,
  removeRegulationDraft,
  renameRegulation,
  setRegulationRule,
  withdrawRegulation,
} from '../regulation/change';
import { regulationPaper } from '../regulation/paper';
import { openRegulation, regulationVersions } from '../regulation/versions';
import {
  addBuilding,
  addRoom,
  removeBuilding,
  rooms,
  saveBuilding,
  saveRoom,
  setRoomArchived,
} from '../rooms/rooms';
import { addStaff, dismiss, dismissal, saveStaff, staffList, takeBack } from '../staff/staff';
import { reads, writes } from '../unit-of-work';

const regulationPapers = documentHandlers(regulationPaper);

/** What the school is made of: its data, rooms, bells, dates, dictionaries and staff (S1–S3, S6, S7). */
export const schoolRouters = {
  regulation: {
    versions: os.regulation.versions.handler(reads(regulationVersions)),
    open: os.regulation.open.handler(reads(openRegulation)),
    newDraft: os.regulation.newDraft.handler(writes(newRegulationDraft)),
    rename: os.regulation.rename.handler(writes(renameRegulation)),
    setRule: os.regulation.setRule.handler(writes(setRegulationRule)),
    removeDraft: os.regulation.removeDraft.handler(writes(removeRegulationDraft)),
    approve: os.regulation.approve.handler(writes(approve)),
    putInForce: os.regulation.putInForce.handler(writes(putRegulationInForce)),
    withdraw: os.regulation.withdraw.handler(writes(withdrawRegulation)),
    paper: os.regulation.paper.handler(regulationPapers.view),
    savePaper: os.regulation.savePaper.handler(regulationPapers.save),
  },
  profile: {
    get: os.profile.get.handler(reads(schoolProfile)),
    save: os.profile.save.handler(writes(saveProfile)),
    saveSignatory: os.profile.saveSignatory.handler(writes(saveSignatory)),
  },
  rooms: {
    list: os.rooms.list.handler(reads(rooms)),
    addBuilding: os.rooms.addBuilding.handler(writes(addBuilding)),
    saveBuilding: os.rooms.saveBuilding.handler(writes(saveBuilding)),
    removeBuilding: os.rooms.removeBuilding.handler(writes(removeBuilding)),
    addRoom: os.rooms.addRoom.handler(writes(addRoom)),
    saveRoom: os.rooms.saveRoom.handler(writes(saveRoom)),
    setRoomArchived: os.rooms.setRoomArchived.handler(writes(setRoomArchived)),
  },
  bells: {
    list: os.bells.list.handler(reads(bellSchedules)),
    add: os.bells.add.handler(writes(addBells)),
    save: os.bells.save.handler(writes(saveBells)),
    remove: os.bells.remove.handler(writes(removeBells)),
  },
  calendar: {
    get: os.calendar.get.handler(reads(yearCalendar)),
    preview: os.calendar.preview.handler(reads(previewCalendar)),
    save: os.calendar.save.handler(writes(saveCalendar)),
  },
  dictionaries: {
    subjects: os.dictionaries.subjects.handler(reads(subjects)),
    addSubject: os.dictionaries.addSubject.handler(writes(addSubject)),
    saveSubject: os.dictionaries.saveSubject.handler(writes(saveSubject)),
    setSubjectArchived: os.dictionaries.setSubjectArchived.handler(writes(setSubjectArchived)),
    moveSubject: os.dictionaries.moveSubject.handler(writes(moveSubject)),
    workKinds: os.dictionaries.workKinds.handler(reads(workKinds)),
    addWorkKind: os.dictionaries.addWorkKind.handler(writes(addWorkKind)),
    saveWorkKind: os.dictionaries.saveWorkKind.handler(writes(saveWorkKind)),
    setWorkKindArchived: os.dictionaries.setWorkKindArchived.handler(writes(setWorkKindArchived)),
    scales: os.dictionaries.scales.handler(reads(scales)),
    addScale: os.dictionaries.addScale.handler(writes(addScale)),
    saveScale: os.dictionaries.saveScale.handler(writes(saveScale)),
    removeScale: os.dictionaries.removeScale.handler(writes(removeScale)),
  },
  staff: {
    list: os.staff.list.handler(reads(staffList)),
    add: os.staff.add.handler(writes(addStaff)),
    save: os.staff.save.handler(writes(saveStaff)),
    dismissal: os.staff.dismissal.handler(reads(dismissal)),
    dismiss: os.staff.dismiss.handler(writes(dismiss)),
    takeBack: os.staff.takeBack.handler(writes(takeBack)),
  },
};
