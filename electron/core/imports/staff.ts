import type {
  GoodPersonRow,
  PeopleFileInput,
  PeoplePreview,
  StaffResult,
} from '#contract/import-people';
import { insertClass, setHomeroomTeacher } from '#db/queries/import-people';
import { findClasses, findYear } from '#db/queries/school';
import {
  findStaffDetails,
  insertStaffDetails,
  updateStaffMember,
  type StaffData,
} from '#db/queries/staff';
import type { ReadableDb } from '#db/statement';
import type { IsoDate } from '#domain/calendar/iso-date';
import { staffChanges, type FieldChange } from '#domain/import/people/field-change';
import { mapStaff } from '#domain/import/people/map-people';
import type { StaffRole, StaffRow } from '#domain/import/people/person-row';
import {
  missingClasses,
  planStaff,
  staffKey,
  type Answers,
  type PersonDecision,
} from '#domain/import/people/plan-people';
import { describeUnusable } from '#domain/import/people/problem-text';
import { formatClassName } from '#domain/people/class-name';
import { fullName, shortName } from '#domain/people/name';
import type { Role } from '#domain/people/roles';
import type { CallContext } from '../context';
import { refuse } from '../refuse';
import { runCommandOf, signedIn, type Writing } from '../unit-of-work';
import {
  checkPlan,
  checkSameFile,
  previewOf,
  readPeopleFile,
  shownChange,
  stampOf,
} from './people-file';

type Call<Input> = { readonly context: CallContext; readonly input: Input };
type StaffPlan = {
  readonly row: StaffRow;
  readonly decision: PersonDecision;
  readonly changes: readonly FieldChange[];
  /** Who leads the class already that the list gives to this person. */
  readonly ledBy: number | null;
};

const ownRole = (role: StaffRole): Role => (role === 'subjectTeacher' ? 'teacher' : role);
const idOf = (decision: PersonDecision) => (decision.kind === 'exists' ? decision.id : null);

/** A class without a teacher gets the one of the list; whoever leads a class keeps it. */
function homeroomChange(row: StaffRow, leader: number | null): FieldChange[] {
  if (row.classTeacherOf === null || leader !== null) return [];
  const becomes = formatClassName(row.classTeacherOf);
  const field = 'classTeacherOf' as const;
  return [{ key: `${staffKey(row)}.${field}`, field, person: '', was: '', becomes, kind: 'fill' }];
}

function planOf(db: ReadableDb, rows: readonly StaffRow[], answers: Answers, today: IsoDate) {
  const year = findYear(db, today) ?? refuse('NOT_FOUND', { what: 'period' });
  const classes = findClasses(db, year.id, today);
  const known = findStaffDetails(db, year.id, today).filter(
    ({ dismissedOn }) => dismissedOn === null || dismissedOn >= today,
  );
  const byId = new Map(known.map((one) => [one.id, one]));
  const leaders = new Map(classes.map((one) => [formatClassName(one), one.homeroomTeacherId]));
  const decisions = planStaff(rows, known, answers);
  const plans = rows.map((row, index): StaffPlan => {
    const decision = decisions[index] ?? { kind: 'new' };
    const id = idOf(decision);
    const person = id === null ? undefined : byId.get(id);
    const className = row.classTeacherOf && formatClassName(row.classTeacherOf);
    const leader = className === null ? null : (leaders.get(className) ?? null);
    if (className !== null && leader === null && decision.kind !== 'asks') {
      // The second one of the list who is to lead it does not.
      leaders.set(className, id ?? 0);
    }
    const changes =
      person === undefined
        ? []
        : [...staffChanges(staffKey(row), row, person), ...homeroomChange(row, leader)];
    return { row, decision, changes, ledBy: leader === id ? null : leader };
  });
  const taken = plans.filter(({ decision }) => ['new', 'exists'].includes(decision.kind));
  const newClasses = missingClasses(
    taken.flatMap(({ row }) => row.classTeacherOf ?? []),
    classes,
  );
  return {
    year,
    classes,
    plans,
    byId,
    newClasses,
    seen: stampOf([plans, newClasses]),
    asks: plans.filter(({ decision }) => decision.kind === 'asks').length,
  };
}

function shownRow(
  { row, decision, changes, ledBy }: StaffPlan,
  byId: ReadonlyMap<number, StaffData>,
): GoodPersonRow {
  const leader = ledBy === null ? undefined : byId.get(ledBy);
  const className = row.classTeacherOf === null ? '' : formatClassName(row.classTeacherOf);
  const labelOf = (id: number) => {
    const person = byId.get(id);
    if (person === undefined) return '';
    return [fullName(person), person.position].filter((part) => part !== '').join(', ');
  };
  return {
    key: staffKey(row),
    rowNumber: row.rowNumber,
    lastName: row.name.last,
    firstName: row.name.first,
    middleName: row.name.middle,
    className,
    birthDate: row.birthDate,
    detail: row.position,
    leftOut: row.unusable.map(describeUnusable),
    told:
      leader === undefined
        ? []
        : [`${className} уже ведёт ${shortName(leader)}: список классного руководителя не меняет`],
    changes: changes.map(shownChange),
    parents: [],
    stamp: stampOf([row, decision, changes]),
    candidates: (decision.asked ?? []).map((id) => ({ id, label: labelOf(id) })),
    outcome:
      decision.kind === 'exists'
        ? { kind: 'exists', where: decision.where }
        : { kind: decision.kind === 'joins' ? 'new' : decision.kind },
  };
}

/** What a list of the staff would bring (C4); nothing changes. */
export async function previewStaff({
  context,
  input,
}: Call<PeopleFileInput>): Promise<PeoplePreview> {
  const { core } = context;
  const { open } = signedIn(context);
  const today = core.today();
  const file = await readPeopleFile(core, input, mapStaff, today);
  const planned = planOf(open.journal.db, file.list.good, input.answers, today);
  return {
    ...previewOf(file),
    good: planned.plans.map((plan) => shownRow(plan, planned.byId)),
    newClasses: planned.newClasses.map(formatClassName),
    seen: planned.seen,
  };
}

type Unit = Pick<Writing, 'db' | 'record'>;

function storeNew({ db, record }: Unit, { name, position, phone, email }: StaffRow): number {
  const member = {
    lastName: name.last,
    firstName: name.first,
    middleName: name.middle,
    position,
    phone,
    email,
    hiredOn: null,
  };
  const id = insertStaffDetails(db, member);
  record('staff', String(id), null, member);
  return id;
}

function storeChanges(
  { db, record }: Unit,
  known: StaffData & { readonly id: number },
  changes: readonly FieldChange[],
): boolean {
  const fields = changes.filter(({ field }) => field !== 'classTeacherOf');
  if (fields.length === 0) return false;
  const { id, lastName, firstName, middleName, position, phone, email, hiredOn } = known;
  const before: StaffData = { lastName, firstName, middleName, position, phone, email, hiredOn };
  const after = Object.fromEntries(fields.map(({ field, becomes }) => [field, becomes]));
  updateStaffMember(db, id, { ...before, ...after });
  record(
    'staff',
    String(id),
    Object.fromEntries(fields.map(({ field, was }) => [field, was])),
    after,
  );
  return true;
}

/**
 * Takes a list of the staff over, whole or not at all, exactly as it was seen: people, agreed changes
 * of the known, the classes they lead, and who leads which. A class that has a classroom teacher
 * keeps them.
 */
export async function applyStaff({
  context,
  input,
}: Call<
  PeopleFileInput & {
    readonly requestId: string;
    readonly sha256: string;
    readonly seen: string;
    readonly withoutBadRows: boolean;
    readonly agreed: readonly string[];
  }
>): Promise<StaffResult> {
  const { core } = context;
  const { session, open } = signedIn(context);
  const today = core.today();
  const file = await readPeopleFile(core, input, mapStaff, today);
  checkSameFile(file, input);
  const { good, bad } = file.list;
  const agreed = new Set(input.agreed);
  const request = { requestId: input.requestId, action: 'import.staff' };
  return runCommandOf(context, { session, open }, request, (unit): StaffResult => {
    const { db, record } = unit;
    const planned = planOf(db, good, input.answers, today);
    checkPlan({ ...planned, bad: bad.length }, input);
    const classIds = new Map(planned.classes.map((one) => [formatClassName(one), one.id]));
    for (const name of planned.newClasses) {
      const id = insertClass(db, planned.year.id, name);
      classIds.set(formatClassName(name), id);
      record('class', String(id), null, { yearId: planned.year.id, ...name });
    }
    const people: { staffId: number; roles: Role[] }[] = [];
    let [existing, changed, skipped] = [0, 0, 0];
    for (const { row, decision, changes, ledBy } of planned.plans) {
      if (decision.kind !== 'new' && decision.kind !== 'exists') {
        skipped += 1;
        continue;
      }
      const wanted = changes.filter(({ key }) => agreed.has(key));
      const known = idOf(decision) === null ? undefined : planned.byId.get(idOf(decision) ?? 0);
      const staffId = known?.id ?? storeNew(unit, row);
      if (known === undefined) people.push({ staffId, roles: row.roles.map(ownRole) });
      else existing += 1;
      let isChanged = known !== undefined && storeChanges(unit, known, wanted);
      const classId = row.classTeacherOf && classIds.get(formatClassName(row.classTeacherOf));
      const leads =
        known === undefined
          ? ledBy === null
          : wanted.some(({ field }) => field === 'classTeacherOf');
      if (classId !== null && classId !== undefined && leads) {
        setHomeroomTeacher(db, classId, staffId);
        record(
          'class',
          String(classId),
          { homeroomTeacherId: null },
          { homeroomTeacherId: staffId },
        );
        isChanged = true;
      }
      if (isChanged && known !== undefined) changed += 1;
    }
    if (people.length === 0 && changed === 0 && planned.newClasses.length === 0) {
      refuse('INVALID', { why: 'nothingChanges' });
    }
    return {
      added: people.length,
      joined: 0,
      existing,
      changed,
      parents: 0,
      skipped,
      leftOut: bad.length,
      newClasses: planned.newClasses.map(formatClassName),
      people,
    };
  });
}
