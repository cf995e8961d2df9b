import type { IsoDate } from '../calendar/iso-date';

/** What a lesson's cell says about presence, as the journal stores it: Н, Б, У, ОП. */
export type Attendance = 'absent' | 'ill' | 'excused' | 'late';

export type LessonRow = readonly [
  id: number,
  pageId: number,
  date: IsoDate,
  lessonNumber: number,
  topic: string,
  homework: string,
  version: number,
];
export type LessonWorkRow = readonly [
  lessonId: number,
  position: number,
  kindId: number,
  weight: number,
  title: string,
];
export type CellRow = readonly [
  lessonId: number,
  pupilId: number,
  attendance: Attendance | null,
  lateMinutes: number | null,
  remark: string,
  version: number,
];
export type MarkRow = readonly [
  lessonId: number,
  pupilId: number,
  position: number,
  workPosition: number,
  value: string,
];
export type LessonPlanRow = readonly [lessonId: number, planRowId: number];
export type PeriodMarkRow = readonly [
  pupilId: number,
  subjectId: number,
  periodId: number,
  value: string,
  note: string,
  version: number,
];
type MembershipRow = readonly [
  id: number,
  classOrGroupId: number,
  pupilId: number,
  from: IsoDate,
  to: IsoDate | null,
];

/** Rows for the journal, table by table, in an order in which each refers only to rows before it. */
export type DemoRows = {
  readonly years: readonly (readonly [id: number, name: string, from: IsoDate, to: IsoDate])[];
  readonly periods: readonly (readonly [
    id: number,
    yearId: number,
    kind: string,
    number: number,
    from: IsoDate,
    to: IsoDate,
    gradeFrom: number,
    gradeTo: number,
  ])[];
  readonly holidays: readonly (readonly [
    yearId: number,
    name: string,
    from: IsoDate,
    to: IsoDate,
  ])[];
  readonly staff: readonly (readonly [
    id: number,
    lastName: string,
    firstName: string,
    middleName: string,
    position: string,
    hiredOn: IsoDate,
  ])[];
  readonly dismissals: readonly (readonly [day: IsoDate, staffId: number])[];
  readonly pupils: readonly (readonly [
    id: number,
    lastName: string,
    firstName: string,
    middleName: string,
    sex: string,
    birthDate: IsoDate,
    personalFile: string,
    snils: string,
    phone: string,
    address: string,
    citizenship: string,
  ])[];
  readonly representatives: readonly (readonly [
    id: number,
    lastName: string,
    firstName: string,
    middleName: string,
    phone: string,
    email: string,
    address: string,
  ])[];
  readonly pupilRepresentatives: readonly (readonly [
    pupilId: number,
    representativeId: number,
    relation: string,
    legal: number,
    main: number,
  ])[];
  readonly consents: readonly (readonly [
    pupilId: number,
    representativeId: number,
    kind: string,
    decision: string,
    document: string,
    datedOn: IsoDate,
    validUntil: IsoDate | null,
    withdrawnOn: IsoDate | null,
  ])[];
  readonly dataChecks: readonly (readonly [
    id: number,
    classId: number,
    name: string,
    startedOn: IsoDate,
  ])[];
  readonly dataCheckPupils: readonly (readonly [
    checkId: number,
    pupilId: number,
    doneOn: IsoDate,
    result: string,
    note: string,
  ])[];
  readonly classes: readonly (readonly [
    id: number,
    yearId: number,
    grade: number,
    letter: string,
    homeroomTeacherId: number,
    roomId: number | null,
    profile: string,
  ])[];
  readonly memberships: readonly MembershipRow[];
  readonly movementOrders: readonly (readonly [
    id: number,
    number: string,
    date: IsoDate,
    title: string,
  ])[];
  readonly movements: readonly (readonly [
    id: number,
    pupilId: number,
    orderId: number,
    kind: string,
    effectiveOn: IsoDate,
    fromClassId: number | null,
    toClassId: number | null,
    place: string,
    reason: string,
  ])[];
  readonly movementEffects: readonly (readonly [
    movementId: number,
    position: number,
    membership: 'class' | 'group',
    ownerId: number,
    from: IsoDate,
    wasThere: 0 | 1,
    toBefore: IsoDate | null,
    isThere: 0 | 1,
    toAfter: IsoDate | null,
  ])[];
  readonly debts: readonly (readonly [movementId: number, subjectId: number, dueOn: IsoDate])[];
  readonly buildings: readonly (readonly [id: number, name: string, address: string])[];
  readonly rooms: readonly (readonly [id: number, buildingId: number, name: string])[];
  readonly subjects: readonly (readonly [
    id: number,
    name: string,
    shortName: string,
    grading: string,
    scaleId: number,
    position: number,
  ])[];
  readonly groups: readonly (readonly [
    id: number,
    classId: number,
    name: string,
    kind: string,
    division: string,
  ])[];
  readonly streamClasses: readonly (readonly [groupId: number, classId: number])[];
  readonly curriculum: readonly (readonly [
    classId: number,
    subjectId: number,
    hoursPerWeek: number,
    part: string,
    grading: string | null,
  ])[];
  readonly teacherSubjects: readonly (readonly [staffId: number, subjectId: number])[];
  readonly individualPlans: readonly (readonly [
    id: number,
    pupilId: number,
    yearId: number,
    from: IsoDate,
    to: IsoDate | null,
    reason: string,
  ])[];
  readonly individualPlanItems: readonly (readonly [
    planId: number,
    subjectId: number,
    mode: string,
    hoursPerWeek: number,
    groupId: number | null,
  ])[];
  readonly groupMemberships: readonly MembershipRow[];
  readonly pages: readonly (readonly [id: number, groupId: number, subjectId: number])[];
  readonly pageTeachers: readonly (readonly [
    pageId: number,
    staffId: number,
    hoursPerWeek: number,
    from: IsoDate,
    to: IsoDate | null,
  ])[];
  readonly bellSchedules: readonly (readonly [id: number, yearId: number, name: string])[];
  readonly bells: readonly (readonly [
    scheduleId: number,
    lessonNumber: number,
    startsAt: string,
    endsAt: string,
  ])[];
  readonly bellUses: readonly (readonly [
    scheduleId: number,
    shift: number,
    gradeFrom: number,
    gradeTo: number,
  ])[];
  readonly timetableVersions: readonly (readonly [
    id: number,
    yearId: number,
    name: string,
    validFrom: IsoDate,
  ])[];
  readonly timetableEntries: readonly (readonly [
    versionId: number,
    weekday: number,
    lessonNumber: number,
    pageId: number,
    roomId: number,
  ])[];
  readonly workKinds: readonly (readonly [
    id: number,
    name: string,
    shortName: string,
    weight: number,
    written: number,
    position: number,
  ])[];
  readonly lessons: readonly LessonRow[];
  readonly lessonWorks: readonly LessonWorkRow[];
  readonly cells: readonly CellRow[];
  readonly marks: readonly MarkRow[];
  readonly periodMarks: readonly PeriodMarkRow[];
  readonly plans: readonly (readonly [
    id: number,
    yearId: number,
    subjectId: number,
    grade: number,
    title: string,
    authorId: number,
  ])[];
  readonly planRows: readonly (readonly [
    id: number,
    planId: number,
    position: number,
    section: string,
    topic: string,
    hours: number,
    kind: string,
    homework: string,
  ])[];
  readonly planPages: readonly (readonly [pageId: number, planId: number])[];
  readonly lessonPlanRows: readonly LessonPlanRow[];
};
