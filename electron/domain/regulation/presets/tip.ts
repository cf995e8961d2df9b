import type { Regulation } from '../regulation';
import { BASE } from './base';
import { preset } from './preset';

/**
 * Типовой порядок использования «Дневник.ру». The base repeats it wherever it speaks, so its own
 * values are taken from there; here stands what is only its own.
 */
export const TIP: Regulation = preset('tip', 'Типовой порядок («Дневник.ру»)', {
  attendanceEntry: BASE.attendanceEntry,
  topicEntry: BASE.topicEntry,
  homeworkEntry: BASE.homeworkEntry,
  oralMarkEntry: BASE.oralMarkEntry,
  writtenMarkEntry: BASE.writtenMarkEntry,
  writingAhead: BASE.writingAhead,
  substitutionEntry: BASE.substitutionEntry,
  assignedKind: BASE.assignedKind,
  editingWindow: BASE.editingWindow,
  closedByPeriodMarks: {
    value: true,
    clauses: ['ТИП Д.2.1'],
    words:
      'педагог не имеет права редактировать электронный журнал после выставления итоговых оценок (отметок) за учебный период.',
  },
  periodMarksDue: BASE.periodMarksDue,
  fillAnyPage: BASE.fillAnyPage,
  setAbsenceReasons: BASE.setAbsenceReasons,
  openLocks: BASE.openLocks,
  registerSubstitutions: BASE.registerSubstitutions,
  changeTimetable: BASE.changeTimetable,
  enterPlans: BASE.enterPlans,
  correctPupilData: BASE.correctPupilData,
  moveBetweenGroups: BASE.moveBetweenGroups,
  groupMovesMidPeriod: BASE.groupMovesMidPeriod,
  journalControl: {
    value: ['day'],
    clauses: ['ТИП В.1.4', 'ТИП Б.1.6'],
    words: 'Осуществлять систематический контроль за порядком ведения Системы педагогами.',
  },
  parentsInformed: BASE.parentsInformed,
  absencesChecked: BASE.absencesChecked,
  backups: BASE.backups,
  setUpComplete: BASE.setUpComplete,
  plansReady: BASE.plansReady,
  summarySheets: BASE.summarySheets,
  mistakenMarkDays: BASE.mistakenMarkDays,
});
