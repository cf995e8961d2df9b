import { findClassSetup, type ClassSetupRow } from '#db/queries/classes';
import {
  deleteGroup,
  findGroup,
  findGroupByName,
  findStreamClasses,
  groupInUse,
  insertGroupOf,
  replaceStreamClasses,
  updateGroup,
  type GroupRow,
} from '#db/queries/groups';
import type { WritableDb } from '#db/statement';
import { refuse } from '../refuse';
import type { Writing } from '../unit-of-work';

function classOf(db: WritableDb, id: number): ClassSetupRow {
  return findClassSetup(db, id) ?? refuse('NOT_FOUND', { what: 'class' });
}

/** A stream has at least one class more than the one that leads, all of one year, each once. */
function checkStream(db: WritableDb, lead: ClassSetupRow, others: readonly number[]): void {
  const distinct = new Set([lead.id, ...others]);
  if (others.length === 0 || distinct.size !== others.length + 1) {
    refuse('INVALID', { why: 'streamClasses' });
  }
  for (const id of others) {
    if (classOf(db, id).yearId !== lead.yearId) refuse('INVALID', { why: 'streamClasses' });
  }
}

/** Divides a class into groups that exclude each other, or makes streams it leads (S4). */
export function addGroups(
  { db, record }: Writing,
  input: {
    readonly classId: number;
    readonly kind: 'subgroup' | 'stream';
    readonly division: string;
    readonly names: readonly string[];
    readonly otherClassIds: readonly number[];
  },
): void {
  const { kind, division } = input;
  const lead = classOf(db, input.classId);
  const others = kind === 'stream' ? input.otherClassIds : [];
  if (kind === 'stream') checkStream(db, lead, others);
  for (const name of input.names) {
    if (findGroupByName(db, lead.id, name) !== undefined)
      refuse('INVALID', { why: 'groupNameTaken' });
    const group = { classId: lead.id, name, kind, division };
    const id = insertGroupOf(db, group);
    replaceStreamClasses(db, id, others);
    record('group', String(id), null, { ...group, otherClassIds: others });
  }
}

function groupToChange(db: WritableDb, id: number): GroupRow {
  const group = findGroup(db, id);
  // The whole class is no group to change; a group of one is changed through its plan.
  if (group === undefined || group.name === '' || group.kind === 'individual') {
    refuse('NOT_FOUND', { what: 'group' });
  }
  return group;
}

/** Renames a group, moves it to another division, puts it away, or changes the classes of a stream. */
export function setGroup(
  { db, record }: Writing,
  input: {
    readonly groupId: number;
    readonly name: string;
    readonly division: string;
    readonly archived: boolean;
    readonly otherClassIds: readonly number[];
  },
): void {
  const group = groupToChange(db, input.groupId);
  const lead = classOf(db, group.classId);
  const taken = findGroupByName(db, group.classId, input.name);
  if (taken !== undefined && taken.id !== group.id) refuse('INVALID', { why: 'groupNameTaken' });
  // Pupils may be in both at once: two groups exclude each other only from their making on.
  if (input.division !== group.division && groupInUse(db, group.id)) {
    refuse('INVALID', { why: 'groupInUse' });
  }
  const before = {
    name: group.name,
    division: group.division,
    archived: group.archived === 1,
    otherClassIds: findStreamClasses(db, lead.yearId)
      .filter(({ groupId }) => groupId === group.id)
      .map(({ classId }) => classId),
  };
  const others = group.kind === 'stream' ? input.otherClassIds : [];
  if (group.kind === 'stream') {
    checkStream(db, lead, others);
    // Whose pupils are in the stream stays in it.
    const gone = before.otherClassIds.some((id) => !others.includes(id));
    if (gone && groupInUse(db, group.id)) refuse('INVALID', { why: 'groupInUse' });
    replaceStreamClasses(db, group.id, others);
  }
  updateGroup(db, group.id, input);
  const { name, division, archived } = input;
  record('group', String(group.id), before, { name, division, archived, otherClassIds: others });
}

/** Takes away a group nobody ever was in and that has no page. */
export function removeGroup(
  { db, record }: Writing,
  { groupId }: { readonly groupId: number },
): void {
  const group = groupToChange(db, groupId);
  if (groupInUse(db, groupId)) refuse('INVALID', { why: 'groupInUse' });
  deleteGroup(db, groupId);
  record('group', String(groupId), group, null);
}
