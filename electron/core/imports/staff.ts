import type { PeopleFileInput, PeoplePreview, StaffResult } from '#contract/imports';
import { insertClass, setHomeroomTeacher } from '#db/queries/import-people';
import { findStaff, insertStaffMember } from '#db/queries/people';
import { findClasses, findYear } from '#db/queries/school';
import type { ReadableDb } from '#db/statement';
import type { IsoDate } from '#domain/calendar/iso-date';
import { mapStaff } from '#domain/import/people/map-people';
import type { StaffRole, StaffRow } from '#domain/import/people/person-row';
import { missingClasses, planStaff } from '#domain/import/people/plan-people';
import { formatClassName } from '#domain/people/class-name';
import type { Role } from '#domain/people/roles';
import type { CallContext } from '../context';
import { refuse } from '../refuse';
import { runCommandOf, signedIn } from '../unit-of-work';
import { checkPeopleFile, previewOf, readPeopleFile } from './people-file';

type Call<Input> = { readonly context: CallContext; readonly input: Input };

const ownRole = (role: StaffRole): Role => (role === 'subjectTeacher' ? 'teacher' : role);

function decide(db: ReadableDb, rows: readonly StaffRow[], today: IsoDate) {
  const year = findYear(db, today) ?? refuse('NOT_FOUND', { what: 'period' });
  const classes = findClasses(db, year.id, today);
  const named = rows.flatMap(({ classTeacherOf }) => classTeacherOf ?? []);
  const newClasses = missingClasses(named, classes);
  return { year, classes, decisions: planStaff(rows, findStaff(db, year.id)), newClasses };
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
  const { decisions, newClasses } = decide(open.journal.db, file.list.good, today);
  return {
    ...previewOf(file),
    good: file.list.good.map((row, index) => {
      const decision = decisions[index];
      return {
        rowNumber: row.rowNumber,
        lastName: row.name.last,
        firstName: row.name.first,
        middleName: row.name.middle,
        className: row.classTeacherOf === null ? '' : formatClassName(row.classTeacherOf),
        birthDate: row.birthDate,
        detail: row.position,
        leftOut: [],
        outcome:
          decision?.kind === 'exists' ? { kind: 'exists', where: decision.where } : { kind: 'new' },
      };
    }),
    newClasses: newClasses.map(formatClassName),
  };
}

/**
 * Takes a list of the staff over, whole or not at all: people, the classes they lead, and who leads
 * which. A class that has a classroom teacher keeps them.
 */
export async function applyStaff({
  context,
  input,
}: Call<
  PeopleFileInput & {
    readonly requestId: string;
    readonly sha256: string;
    readonly withoutBadRows: boolean;
  }
>): Promise<StaffResult> {
  const { core } = context;
  const { session, open } = signedIn(context);
  const today = core.today();
  const file = await readPeopleFile(core, input, mapStaff, today);
  checkPeopleFile(file, input);
  const { good, bad } = file.list;
  const request = { requestId: input.requestId, action: 'import.staff' };
  return runCommandOf(context, { session, open }, request, ({ db, record }): StaffResult => {
    const { year, classes, decisions, newClasses } = decide(db, good, today);
    const classOf = new Map(
      classes.map((one) => [formatClassName(one), { id: one.id, teacher: one.homeroomTeacherId }]),
    );
    for (const name of newClasses) {
      const id = insertClass(db, year.id, name);
      classOf.set(formatClassName(name), { id, teacher: null });
      record('class', String(id), null, { yearId: year.id, ...name });
    }
    const people: { staffId: number; roles: Role[] }[] = [];
    let [existing, led] = [0, 0];
    for (const [index, row] of good.entries()) {
      const decision = decisions[index];
      let staffId: number;
      if (decision?.kind === 'exists') {
        staffId = decision.id;
        existing += 1;
      } else {
        const { name, position } = row;
        const member = { lastName: name.last, firstName: name.first, middleName: name.middle };
        staffId = insertStaffMember(db, { ...member, position });
        record('staff', String(staffId), null, { ...member, position });
        people.push({ staffId, roles: row.roles.map(ownRole) });
      }
      const leads = row.classTeacherOf && classOf.get(formatClassName(row.classTeacherOf));
      if (leads && leads.teacher === null) {
        setHomeroomTeacher(db, leads.id, staffId);
        record(
          'class',
          String(leads.id),
          { homeroomTeacherId: null },
          { homeroomTeacherId: staffId },
        );
        leads.teacher = staffId;
        led += 1;
      }
    }
    if (people.length === 0 && led === 0 && newClasses.length === 0) {
      refuse('INVALID', { why: 'nothingChanges' });
    }
    return {
      added: people.length,
      joined: 0,
      existing,
      leftOut: bad.length,
      newClasses: newClasses.map(formatClassName),
      people,
    };
  });
}
