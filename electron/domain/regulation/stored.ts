import { z } from 'zod';
import { PRESETS } from './presets/index';
import { PRESET_IDS, regulationSchema, type Regulation } from './regulation';
import { RULE_IDS } from './rules';

const head = z.object({
  format: z.literal(1),
  title: z.string(),
  preset: z.enum(PRESET_IDS),
  rules: z.record(z.string(), z.unknown()),
});

/**
 * The document as a journal keeps it. A rule it does not hold (the program has learnt it since) is
 * its preset's; a rule the program does not know is left out. Throws where it is no regulation.
 */
export function regulationFromStored(stored: unknown): Regulation {
  const { rules, ...rest } = head.parse(stored);
  const base: Readonly<Record<string, unknown>> = PRESETS[rest.preset].rules;
  const whole = Object.fromEntries(RULE_IDS.map((id) => [id, rules[id] ?? base[id]]));
  return regulationSchema.parse({ ...rest, rules: whole });
}

/** What the standard order leaves to the school: who beside the named ones already did it. */
export const SCHOOL_RIGHTS: Pick<
  Regulation['rules'],
  'setAbsenceReasons' | 'enterPlans' | 'correctPupilData'
> = {
  // The class teacher of the own class beside who teaches them (J7).
  setAbsenceReasons: {
    ...PRESETS.ins.rules.setAbsenceReasons,
    value: ['teacher', 'classTeacher'],
    origin: 'school',
  },
  enterPlans: {
    ...PRESETS.tip.rules.enterPlans,
    value: ['administrator', 'deputy', 'teacher'],
    origin: 'school',
  },
  correctPupilData: {
    ...PRESETS.tip.rules.correctPupilData,
    value: ['administrator', 'classTeacher', 'secretary'],
    origin: 'school',
  },
};

/**
 * What a journal begins with: the standard order, but nothing closes until the director has approved
 * what the school wants.
 */
export const startingRegulation = (): Regulation => ({
  ...PRESETS.tip,
  title: 'Регламент ведения электронного журнала',
  rules: {
    ...PRESETS.tip.rules,
    ...SCHOOL_RIGHTS,
    closedByPeriodMarks: { value: false, clauses: [], words: '', origin: 'school' },
  },
});
