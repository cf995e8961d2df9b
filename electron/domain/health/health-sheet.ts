/** Группа здоровья. */
export const HEALTH_GROUPS = ['I', 'II', 'III', 'IV', 'V'] as const;
export type HealthGroup = (typeof HEALTH_GROUPS)[number];

/** Группа для занятий физкультурой. */
export const SPORT_GROUPS = ['main', 'preparatory', 'specialA', 'specialB', 'exempt'] as const;
export type SportGroup = (typeof SPORT_GROUPS)[number];

export const SPORT_GROUP_NAMES: Readonly<Record<SportGroup, string>> = {
  main: 'основная',
  preparatory: 'подготовительная',
  specialA: 'специальная «А»',
  specialB: 'специальная «Б»',
  exempt: 'освобождён',
};

/** A pupil's line of the health sheet (листок здоровья, ИНС 3.6): special data under 152-ФЗ. */
export type HealthData = {
  readonly group: HealthGroup | null;
  readonly sport: SportGroup | null;
  /** Which row and desk the doctor advises. */
  readonly seat: string;
  readonly recommendations: string;
  /** Illnesses and what they forbid. */
  readonly conditions: string;
  /** ОВЗ, инвалидность: what the school must provide for. */
  readonly disability: string;
};

export const EMPTY_HEALTH: HealthData = {
  group: null,
  sport: null,
  seat: '',
  recommendations: '',
  conditions: '',
  disability: '',
};
