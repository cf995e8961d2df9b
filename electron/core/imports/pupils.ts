import type { PeopleFileInput, PeoplePreview, PeopleResult } from '#contract/import-people';
import { isYearClosed } from '#db/queries/calendar';
import { insertClass, insertClassMembership, insertPupil } from '#db/queries/import-people';
import type { IsoDate } from '#domain/calendar/iso-date';
import { mapParents, mapPupils } from '#domain/import/people/map-people';
import type { RowPlan } from '#domain/import/people/plan-list';
import { formatClassName } from '#domain/people/class-name';
import type { CallContext } from '../context';
import { refuse } from '../refuse';
import { runCommandOf, signedIn, type Writing } from '../unit-of-work';
import { planOfList, shownRows, type PlannedList } from './list-plan';
import { checkPlan, checkSameFile, previewOf, readPeopleFile } from './people-file';
import { parentStore, storePupilChanges } from './store-people';

type Call<Input> = { readonly context: CallContext; readonly input: Input };
type List = 'pupils' | 'parents';
type Agreed = PeopleFileInput & {
  readonly requestId: string;
  readonly sha256: string;
  readonly seen: string;
  readonly withoutBadRows: boolean;
  readonly agreed: readonly string[];
};

const MAPS = { pupils: mapPupils, parents: mapParents } as const;

/** What a list would bring (C4); nothing changes. */
const preview =
  (list: List) =>
  async ({ context, input }: Call<PeopleFileInput>): Promise<PeoplePreview> => {
    const { core } = context;
    const { open } = signedIn(context);
    const today = core.today();
    const file = await readPeopleFile(core, input, MAPS[list], today);
    const planned = planOfList(open.journal.db, file.list.good, list, input.answers, today);
    const { unknown, ...rows } = shownRows(file, planned);
    const shown = previewOf(file);
    const bad = [...shown.bad, ...unknown].sort((a, b) => a.rowNumber - b.rowNumber);
    return { ...shown, bad, ...rows };
  };

export const previewPupils = preview('pupils');
export const previewParents = preview('parents');

/** A new pupil with everything the list says; answers the id. */
function storeNewPupil({ db, record }: Pick<Writing, 'db' | 'record'>, { row }: RowPlan): number {
  const { birthDate, sex, personalFile, name, contacts } = row;
  const pupil = {
    lastName: name.last,
    firstName: name.first,
    middleName: name.middle,
    sex,
    birthDate,
    personalFile,
    ...contacts,
    educationForm: contacts.educationForm ?? 'fullTime',
  };
  const id = insertPupil(db, pupil);
  record('pupil', String(id), null, pupil);
  return id;
}

/** Keeps everything of a plan that was agreed to; the caller's transaction makes it whole. */
function storeList(
  unit: Pick<Writing, 'db' | 'record'>,
  planned: PlannedList,
  agreed: ReadonlySet<string>,
  from: IsoDate,
): Omit<PeopleResult, 'leftOut'> {
  const { db, record } = unit;
  const classIds = new Map(planned.classIds);
  for (const name of planned.newClasses) {
    const id = insertClass(db, planned.year.id, name);
    classIds.set(formatClassName(name), id);
    record('class', String(id), null, { yearId: planned.year.id, ...name });
  }
  const parents = parentStore(unit, planned, agreed);
  const count = { new: 0, joins: 0, exists: 0, skipped: 0 };
  const changedPupils = new Set<number>();
  for (const plan of planned.rows) {
    const { decision, row } = plan;
    if (decision.kind === 'asks') continue;
    count[decision.kind] += 1;
    if (decision.kind === 'skipped') continue;
    const isNew = decision.kind === 'new';
    const pupilId = isNew ? storeNewPupil(unit, plan) : decision.id;
    let changed = storePupilChanges(unit, planned, plan, agreed);
    for (const parent of plan.parents) {
      changed = parents.store(pupilId, isNew, parent) || changed;
    }
    if (changed && !isNew) changedPupils.add(pupilId);
    if (decision.kind === 'exists') continue;
    const classId =
      row.className === null ? undefined : classIds.get(formatClassName(row.className));
    if (classId === undefined) throw new Error('a class of the list was not made');
    const member = { classId, pupilId, from, to: null };
    const memberId = insertClassMembership(db, member);
    record('classMembership', String(memberId), null, member);
  }
  const { added, changed } = parents.finish();
  return {
    added: count.new,
    joined: count.joins,
    existing: count.exists,
    skipped: count.skipped,
    changed: changedPupils.size + changed,
    parents: added,
    newClasses: planned.newClasses.map(formatClassName),
  };
}

/**
 * Takes a list over, whole or not at all, exactly as it was seen: another file (`fileChanged`) or a
 * journal that has changed under the plan (`changedMeanwhile`) is refused.
 */
async function apply(
  { context, input }: Call<Agreed>,
  list: List,
  from: IsoDate | undefined,
): Promise<PeopleResult> {
  const { core } = context;
  const { session, open } = signedIn(context);
  const today = core.today();
  const file = await readPeopleFile(core, input, MAPS[list], today);
  checkSameFile(file, input);
  const { good, bad } = file.list;
  const request = { requestId: input.requestId, action: `import.${list}` };
  return runCommandOf(context, { session, open }, request, (unit): PeopleResult => {
    const planned = planOfList(unit.db, good, list, input.answers, today);
    const leftOut = bad.length + planned.unknown.length;
    checkPlan({ ...planned, bad: leftOut }, input);
    const { id, startsOn, endsOn } = planned.year;
    const places = planned.rows.some(
      ({ decision }) => decision.kind === 'new' || decision.kind === 'joins',
    );
    if (places && isYearClosed(unit.db, id)) refuse('INVALID', { why: 'yearClosed' });
    if (from !== undefined && (from < startsOn || from > endsOn)) {
      refuse('INVALID', { why: 'dates' });
    }
    const result = storeList(unit, planned, new Set(input.agreed), from ?? startsOn);
    if (result.added + result.joined + result.changed + result.parents === 0) {
      refuse('INVALID', { why: 'nothingChanges' });
    }
    return { ...result, leftOut };
  });
}

/** Takes a list of pupils over: classes, pupils, parents, and who is where from when (C4). */
export const applyPupils = (call: Call<Agreed & { readonly from: IsoDate }>) =>
  apply(call, 'pupils', call.input.from);

/** Takes a list of parents over: who they are and whose (C4). */
export const applyParents = (call: Call<Agreed>) => apply(call, 'parents', undefined);
