import {
  approveRegulation,
  deleteRegulation,
  findRegulations,
  insertRegulation,
  saveRegulation,
  setRegulationDay,
  type RegulationRow,
} from '#db/queries/regulation';
import type { ReadableDb } from '#db/statement';
import type { IsoDate } from '#domain/calendar/iso-date';
import { originOf } from '#domain/regulation/differences';
import { PRESETS } from '#domain/regulation/presets/index';
import { regulationSchema, type PresetId } from '#domain/regulation/regulation';
import type { RuleId } from '#domain/regulation/rules';
import { refuse } from '../refuse';
import type { Writing } from '../unit-of-work';
import { regulationToSee } from './versions';

const ENTITY = 'regulation';

type Named = { readonly id: number };
type Seen = Named & { readonly version: number };

/** The version as the person saw it: what somebody else has done to it since is refused. */
function regulationAsSeen(db: ReadableDb, { id, version }: Seen): RegulationRow {
  const row = regulationToSee(db, id);
  if (row.version !== version) refuse('CONFLICT', { current: row.version });
  return row;
}

/** A draft as the person saw it; what the director has signed is changed by nobody. */
function draftToChange(db: ReadableDb, { id, version }: Seen): RegulationRow {
  const row = regulationToSee(db, id);
  if (row.approvedAt !== null || row.fromDate !== null) {
    refuse('INVALID', { why: 'regulationApproved' });
  }
  if (row.version !== version) refuse('CONFLICT', { current: row.version });
  return row;
}

/** A draft from a preset, or from a version there is. */
export function newRegulationDraft(
  { db, now, actor, record }: Writing,
  input: {
    readonly title: string;
    readonly from: { readonly preset: PresetId } | { readonly copyOf: number };
  },
): { readonly id: number } {
  const { title, from } = input;
  const source =
    'preset' in from ? PRESETS[from.preset] : regulationToSee(db, from.copyOf).document;
  const document = { ...source, title };
  const id = insertRegulation(db, { document, fromDate: null, madeAt: now, madeBy: actor.name });
  record(ENTITY, String(id), null, { title, ...from });
  return { id };
}

export function renameRegulation(
  { db, record }: Writing,
  input: Seen & { readonly title: string },
): { readonly version: number } {
  const { document, version: was } = draftToChange(db, input);
  const version = was + 1;
  saveRegulation(db, input.id, { document: { ...document, title: input.title }, version });
  record(ENTITY, String(input.id), { title: document.title }, { title: input.title });
  return { version };
}

/** One rule of a draft; whose words it has then, its preset tells. */
export function setRegulationRule(
  { db, record }: Writing,
  input: Seen & {
    readonly rule: RuleId;
    readonly value?: unknown;
    readonly clauses: readonly string[];
    readonly words: string;
  },
): { readonly version: number } {
  const { document, version: was } = draftToChange(db, input);
  const { rule, value, clauses, words } = input;
  const before = document.rules[rule];
  const origin = originOf(document.preset, rule, { value, clauses, words });
  const after = { value, clauses, words, origin };
  const changed = regulationSchema.safeParse({
    ...document,
    rules: { ...document.rules, [rule]: after },
  });
  if (!changed.success) refuse('INVALID', { why: 'regulationValue' });
  const version = was + 1;
  saveRegulation(db, input.id, { document: changed.data, version });
  record(ENTITY, String(input.id), { [rule]: before }, { [rule]: after });
  return { version };
}

export function removeRegulationDraft({ db, record }: Writing, { id }: Named): void {
  const { document, approvedAt, fromDate } = regulationToSee(db, id);
  if (approvedAt !== null || fromDate !== null) refuse('INVALID', { why: 'regulationApproved' });
  deleteRegulation(db, id);
  record(ENTITY, String(id), document, null);
}

/** The director approves (КИА 4.2.1, ЭЛЖ 1.1.4): from then on the document is not changed. */
export function approve({ db, now, actor, record }: Writing, input: Seen): void {
  const row = regulationToSee(db, input.id);
  if (row.approvedAt !== null) refuse('INVALID', { why: 'regulationApproved' });
  if (row.version !== input.version) refuse('CONFLICT', { current: row.version });
  const approval = { approvedAt: now, approvedBy: actor.name, version: row.version + 1 };
  approveRegulation(db, input.id, approval);
  record(ENTITY, String(input.id), { approvedAt: null }, { ...approval, document: row.document });
}

/**
 * Puts an approved version in force from a day on: today at the earliest, so nothing that was done is
 * judged anew. What nobody approved and has not begun by then gives way.
 */
export function putRegulationInForce(
  { db, today, record }: Writing,
  { id, version, fromDate }: Seen & { readonly fromDate: IsoDate },
): void {
  const row = regulationAsSeen(db, { id, version });
  if (row.approvedAt === null) refuse('INVALID', { why: 'regulationNotApproved' });
  if (row.fromDate !== null && row.fromDate <= today) refuse('INVALID', { why: 'versionInForce' });
  if (fromDate < today) refuse('INVALID', { why: 'pastDay' });
  for (const other of findRegulations(db)) {
    if (other.id === id || other.fromDate === null) continue;
    if (other.approvedAt === null && other.fromDate >= fromDate) {
      deleteRegulation(db, other.id);
      record(ENTITY, String(other.id), other.document, null);
    } else if (other.fromDate === fromDate) refuse('INVALID', { why: 'sameDay' });
  }
  setRegulationDay(db, id, { fromDate, version: row.version + 1 });
  record(ENTITY, String(id), { fromDate: row.fromDate }, { fromDate });
}

export function withdrawRegulation({ db, today, record }: Writing, { id, version }: Seen): void {
  const row = regulationAsSeen(db, { id, version });
  if (row.fromDate === null || row.fromDate <= today) refuse('INVALID', { why: 'versionInForce' });
  setRegulationDay(db, id, { fromDate: null, version: row.version + 1 });
  record(ENTITY, String(id), { fromDate: row.fromDate }, { fromDate: null });
}
