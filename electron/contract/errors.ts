import { z } from 'zod';
import { LOCK_REASONS } from '#domain/regulation/locks';
import { ROLES } from '#domain/people/roles';
import { MOVEMENT_PROBLEMS } from '#domain/movement/plan-movement';

/** Why a file that a person chose cannot be read as a table or a timetable. */
export const FILE_PROBLEMS = [
  'empty',
  'notASpreadsheet',
  'damaged',
  'oldExcel',
  'oldWord',
  'tooLarge',
  'passwordProtected',
  'unreadable',
  'notThisKind',
  'resultsAlone',
] as const;

/** Why a copy or the journal's own file cannot be read or written. */
export const STORAGE_PROBLEMS = [
  'missing',
  'notAJournal',
  'notACopy',
  'wrongKey',
  'fromNewerProgram',
  'damaged',
  'incomplete',
  'networkPath',
  'diskFull',
  'readOnly',
  'driveGone',
  'inUse',
  'occupied',
] as const;

/**
 * Everything the core answers besides results. The text for people is made of these by the screens;
 * whatever is not here reaches them as INTERNAL with a number for the log.
 */
export const ERRORS = {
  NOT_SIGNED_IN: {},
  SESSION_LOCKED: {},
  PASSWORD_CHANGE_REQUIRED: {},
  WRONG_PASSWORD: { data: z.object({ waitSeconds: z.number() }) },
  FORBIDDEN: {
    data: z.object({
      why: z.enum([
        'role',
        'notYourPage',
        'notYourClass',
        'notYourAccount',
        'lastAdministrator',
        'notThisJournal',
        'othersWork',
        'movesAreAdministrators',
        'notYourPlan',
        'notYourNote',
        'controlFixed',
        'healthClosed',
        'reasonsAreOthers',
        'regulated',
      ]),
    }),
  },
  NOT_FOUND: {
    data: z.object({
      what: z.enum([
        'note',
        'page',
        'lesson',
        'pupil',
        'period',
        'class',
        'account',
        'staff',
        'file',
        'copy',
        'year',
        'group',
        'individualPlan',
        'building',
        'room',
        'bells',
        'workKind',
        'scale',
        'plan',
        'subject',
        'order',
        'representative',
        'consent',
        'dataCheck',
        'timetable',
        'absence',
        'dayChange',
        'regulation',
        'controlWork',
        'absenceDocument',
        'opening',
        'outage',
      ]),
    }),
  },
  /** The regulation has closed it: why, by which clauses, and who may open it. */
  CLOSED: {
    data: z.object({
      reason: z.enum(LOCK_REASONS),
      clauses: z.array(z.string()),
      mayOpen: z.array(z.enum(ROLES)),
    }),
  },
  /** Somebody else was faster: nothing was written, `current` is what stands there now. */
  CONFLICT: { data: z.object({ current: z.unknown() }) },
  INVALID: {
    data: z.object({
      why: z.enum([
        'noMarksInThisGrade',
        'noHomeworkInThisGrade',
        'taskForNobody',
        'pupilNotOnPage',
        'openedTooLong',
        'noSuchFinal',
        'hasFinalMarks',
        'dates',
        'loginTaken',
        'weakPassword',
        'samePassword',
        'nothingToImport',
        'nothingToExport',
        'badRows',
        'unmatchedNames',
        'subjectWithoutMarks',
        'markOfOtherScale',
        'workInUse',
        'archivedKind',
        'fileChanged',
        'changedMeanwhile',
        'nothingChanges',
        'yearMissing',
        'requestReused',
        'versionInForce',
        'timetableClash',
        'pastDay',
        'sameDay',
        'emptyTimetable',
        'className',
        'classNameTaken',
        'classInUse',
        'groupNameTaken',
        'groupInUse',
        'streamClasses',
        'reasonNeeded',
        'moveWithinPeriod',
        'pupilNotInClass',
        'broughtMarks',
        'differsFromAverage',
        'belowMinimum',
        'planOverlaps',
        'individualPlanInUse',
        'subjectTwice',
        'nameTaken',
        'inUse',
        'hasMarks',
        'scaleHasMarks',
        'scale',
        'bells',
        'yearClosed',
        'periodHasMarks',
        'planOfOther',
        'planInUse',
        'planRowInUse',
        'topicOfOtherPlan',
        'debts',
        'stepTooEarly',
        'classTwice',
        'pupilsLeft',
        'cardField',
        'notAJpeg',
        'photoTooLarge',
        'healthIsOn',
        'healthIsOff',
        'noOwnPassword',
        'nobodyToGrant',
        'recoveryKeyNeeded',
        'wrongRecoveryKey',
        'lessonCancelled',
        'lessonToCome',
        'lessonHeld',
        'changeStands',
        'laterChange',
        'lessonMadeInstead',
        'slotTaken',
        'teacherBusy',
        'roomTaken',
        'classBusy',
        'teacherAbsent',
        'notThisClass',
        'lateWithoutReason',
        'absenceOverlaps',
        'absenceInUse',
        'noLessonsThatDay',
        'regulationApproved',
        'regulationNotApproved',
        'regulationValue',
        'controlOverLimit',
        'controlNoLesson',
        'controlTwice',
        'controlPast',
        'controlLimits',
      ]),
    }),
  },
  /** A line of an order (from 1) that cannot be: nothing of the order was entered. */
  MOVEMENT_REFUSED: {
    data: z.object({
      line: z.number().optional(),
      problem: z.enum([...MOVEMENT_PROBLEMS, 'changedSince']),
    }),
  },
  ALREADY_SET_UP: {},
  /** A file that is too large also says what passed its limit: bytes, unpacked bytes, or cells. */
  FILE_PROBLEM: {
    data: z.object({
      problem: z.enum(FILE_PROBLEMS),
      tooLarge: z
        .object({ what: z.enum(['file', 'unpacked', 'cells']), limit: z.number() })
        .optional(),
    }),
  },
  STORAGE_PROBLEM: { data: z.object({ problem: z.enum(STORAGE_PROBLEMS) }) },
  CANCELLED: {},
  /** The input is not what the contract asks for: nothing was done. */
  BAD_REQUEST: {},
  INTERNAL: { data: z.object({ incidentId: z.string() }) },
} as const;

export type ErrorCode = keyof typeof ERRORS;
export type FileProblem = (typeof FILE_PROBLEMS)[number];
export type StorageProblem = (typeof STORAGE_PROBLEMS)[number];

type DataOf<Code extends ErrorCode> = (typeof ERRORS)[Code] extends { data: infer Schema }
  ? Schema extends z.ZodType
    ? z.infer<Schema>
    : never
  : undefined;

/** A declared refusal: its code with the data of that code. */
export type Refusal = {
  [Code in ErrorCode]: { readonly code: Code; readonly data: DataOf<Code> };
}[ErrorCode];
export type RefusalData<Code extends ErrorCode> = DataOf<Code>;
