import type { PeopleFileInput, PeoplePreview, PeopleResult } from '#contract/imports';
import {
  findAllPupils,
  insertClass,
  insertClassMembership,
  insertPupil,
} from '#db/queries/import-people';
import { findClasses, findYear } from '#db/queries/school';
import type { ReadableDb } from '#db/statement';
import type { IsoDate } from '#domain/calendar/iso-date';
import { mapPupils } from '#domain/import/people/map-people';
import type { PupilRow } from '#domain/import/people/person-row';
import { describeUnusable } from '#domain/import/people/problem-text';
import { missingClasses, planPupils, type PersonDecision } from '#domain/import/people/plan-people';
import { formatClassName } from '#domain/people/class-name';
import type { CallContext } from '../context';
import { refuse } from '../refuse';
import { runCommandOf, signedIn } from '../unit-of-work';
import { checkPeopleFile, previewOf, readPeopleFile } from './people-file';

type Call<Input> = { readonly context: CallContext; readonly input: Input };

function decide(db: ReadableDb, rows: readonly PupilRow[], today: IsoDate) {
  const year = findYear(db, today) ?? refuse('NOT_FOUND', { what: 'period' });
  const classes = findClasses(db, year.id, today);
  const known = findAllPupils(db, year.id, today).map((pupil) => ({
    ...pupil,
    className:
      pupil.grade === null
        ? ''
        : formatClassName({ grade: pupil.grade, letter: pupil.letter ?? '' }),
  }));
  const decisions = planPupils(rows, known);
  const joining = rows.filter((_, index) => decisions[index]?.kind !== 'exists');
  const newClasses = missingClasses(
    joining.map(({ className }) => className),
    classes,
  );
  return { year, classes, decisions, newClasses };
}

const outcomeOf = (decision: PersonDecision) =>
  decision.kind === 'exists'
    ? { kind: decision.kind, where: decision.where }
    : { kind: decision.kind };

/** What a list of pupils would bring (C4); nothing changes. */
export async function previewPupils({
  context,
  input,
}: Call<PeopleFileInput>): Promise<PeoplePreview> {
  const { core } = context;
  const { open } = signedIn(context);
  const today = core.today();
  const file = await readPeopleFile(core, input, mapPupils, today);
  const { decisions, newClasses } = decide(open.journal.db, file.list.good, today);
  return {
    ...previewOf(file),
    good: file.list.good.map((row, index) => ({
      rowNumber: row.rowNumber,
      lastName: row.name.last,
      firstName: row.name.first,
      middleName: row.name.middle,
      className: formatClassName(row.className),
      birthDate: row.birthDate,
      detail: row.personalFile,
      leftOut: decisions[index]?.kind === 'new' ? row.unusable.map(describeUnusable) : [],
      outcome: outcomeOf(decisions[index] ?? { kind: 'new' }),
    })),
    newClasses: newClasses.map(formatClassName),
  };
}

/** Takes a list of pupils over, whole or not at all: classes, pupils, and who is where from when. */
export async function applyPupils({
  context,
  input,
}: Call<
  PeopleFileInput & {
    readonly requestId: string;
    readonly sha256: string;
    readonly withoutBadRows: boolean;
    readonly from: IsoDate;
  }
>): Promise<PeopleResult> {
  const { core } = context;
  const { session, open } = signedIn(context);
  const today = core.today();
  const file = await readPeopleFile(core, input, mapPupils, today);
  checkPeopleFile(file, input);
  const { good, bad } = file.list;
  const request = { requestId: input.requestId, action: 'import.pupils' };
  return runCommandOf(context, { session, open }, request, ({ db, record }): PeopleResult => {
    const { year, classes, decisions, newClasses } = decide(db, good, today);
    if (input.from < year.startsOn || input.from > year.endsOn) refuse('INVALID', { why: 'dates' });
    if (decisions.every(({ kind }) => kind === 'exists')) {
      refuse('INVALID', { why: 'nothingChanges' });
    }
    const classIds = new Map(classes.map((one) => [formatClassName(one), one.id]));
    for (const name of newClasses) {
      const id = insertClass(db, year.id, name);
      classIds.set(formatClassName(name), id);
      record('class', String(id), null, { yearId: year.id, ...name });
    }
    let [added, joined, existing] = [0, 0, 0];
    for (const [index, row] of good.entries()) {
      const decision = decisions[index] ?? { kind: 'new' };
      if (decision.kind === 'exists') {
        existing += 1;
        continue;
      }
      let pupilId: number;
      if (decision.kind === 'new') {
        const { birthDate, sex, personalFile, name } = row;
        const named = { lastName: name.last, firstName: name.first, middleName: name.middle };
        const pupil = { ...named, sex, birthDate, personalFile, ...row.contacts };
        pupilId = insertPupil(db, pupil);
        record('pupil', String(pupilId), null, pupil);
        added += 1;
      } else {
        pupilId = decision.id;
        joined += 1;
      }
      const classId = classIds.get(formatClassName(row.className));
      if (classId === undefined) throw new Error('a class of the list was not made');
      const member = { classId, pupilId, from: input.from, to: null };
      const memberId = insertClassMembership(db, member);
      record('classMembership', String(memberId), null, member);
    }
    return {
      added,
      joined,
      existing,
      leftOut: bad.length,
      newClasses: newClasses.map(formatClassName),
    };
  });
}
