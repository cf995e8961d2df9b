import { type } from '@orpc/contract';
import { z } from 'zod';
import type { IsoDate } from '#domain/calendar/iso-date';
import { ROLES } from '#domain/people/roles';
import { PRESET_IDS, type PresetId, type Regulation } from '#domain/regulation/regulation';
import { RULE_IDS, type RuleId } from '#domain/regulation/rules';
import { documentProcedures } from './documents';
import { command, commandInput, id, isoDate, query } from './procedure';

/** `approved` is signed by the director but has no day yet. */
export type RegulationState = 'draft' | 'approved' | 'coming' | 'now' | 'past';

export type RegulationSummary = {
  readonly id: number;
  readonly title: string;
  readonly preset: PresetId;
  readonly state: RegulationState;
  readonly fromDate: IsoDate | null;
  /** The last day in force; null where none is set after it. */
  readonly until: IsoDate | null;
  /** The moment and the name; null and '' where the director has not approved it. */
  readonly approvedAt: string | null;
  readonly approvedBy: string;
  readonly madeAt: string;
  readonly madeBy: string;
  readonly version: number;
};

export type OpenRegulation = {
  readonly summary: RegulationSummary;
  readonly document: Regulation;
};

const named = { id, version: z.int().min(1) };
const rule = z.enum(RULE_IDS as [RuleId, ...RuleId[]]);
const title = z.string().trim().min(1).max(200);
const paper = documentProcedures({ id }, ...ROLES);

export const regulationContract = {
  versions: query(...ROLES).output(type<readonly RegulationSummary[]>()),
  open: query(...ROLES)
    .input(z.object({ id }))
    .output(type<OpenRegulation>()),
  newDraft: command('regulation.newDraft', 'administrator')
    .input(
      commandInput({
        title,
        from: z.union([z.object({ preset: z.enum(PRESET_IDS) }), z.object({ copyOf: id })]),
      }),
    )
    .output(type<{ readonly id: number }>()),
  rename: command('regulation.rename', 'administrator')
    .input(commandInput({ ...named, title }))
    .output(type<{ readonly version: number }>()),
  /** One rule of a draft; a value that the rule cannot have is refused. */
  setRule: command('regulation.setRule', 'administrator')
    .input(
      commandInput({
        ...named,
        rule,
        value: z.unknown(),
        clauses: z.array(z.string().trim().min(1).max(40)).max(8),
        words: z.string().trim().max(1000),
      }),
    )
    .output(type<{ readonly version: number }>()),
  removeDraft: command('regulation.removeDraft', 'administrator')
    .input(commandInput({ id }))
    .output(type<void>()),
  /** The director signs exactly what was on the screen. */
  approve: command('regulation.approve', 'director')
    .input(commandInput(named))
    .output(type<void>()),
  putInForce: command('regulation.putInForce', 'administrator', 'director')
    .input(commandInput({ ...named, fromDate: isoDate }))
    .output(type<void>()),
  /** Takes the day away from a version that has not begun. */
  withdraw: command('regulation.withdraw', 'administrator', 'director')
    .input(commandInput(named))
    .output(type<void>()),
  paper: paper.view,
  savePaper: paper.save,
};
