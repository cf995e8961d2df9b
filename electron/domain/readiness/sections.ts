import type { IsoDate } from '../calendar/iso-date';
import type { Role } from '../people/roles';
import { ruleOf, type Regulation } from '../regulation/regulation';
import type { RuleOf } from '../regulation/rules';
import { termDays } from '../regulation/terms';

type SectionFacts = {
  readonly title: string;
  /** «из 1 класса», «из 14 классов»: what is counted. */
  readonly counted: readonly [one: string, many: string];
  /** Who does it, first of all the one who is named in the papers. */
  readonly by: readonly Role[];
  /** The term by which it is there (R6). */
  readonly term: RuleOf<'term'>;
  readonly clauses: readonly string[];
};
const CLASSES = ['класса', 'классов'] as const;
const ADMINISTRATOR = ['administrator'] as const;
const BOTH = ['administrator', 'deputy'] as const;
const DEPUTY = ['deputy', 'administrator'] as const;

/**
 * The sections of the journal that are formed before a year begins (D3), in the order in which one
 * rests on the other: those of ЭЛЖ 1.2.5 and what ЭЛЖ 1.1.10, 1.2.6 and ТИП 2.1 add to them.
 */
export const READINESS_SECTIONS = {
  profile: {
    title: 'Сведения о школе',
    counted: ['сведения', 'сведений'],
    by: ADMINISTRATOR,
    term: 'setUpComplete',
    clauses: ['ТИП 2.1', 'ТИП А.10'],
  },
  periods: {
    title: 'Учебные периоды',
    counted: CLASSES,
    by: BOTH,
    term: 'setUpComplete',
    clauses: ['ЭЛЖ 1.2.5', 'ТИП А.12'],
  },
  holidays: {
    title: 'Каникулы',
    counted: CLASSES,
    by: BOTH,
    term: 'setUpComplete',
    clauses: ['ЭЛЖ 1.2.5'],
  },
  bells: {
    title: 'Режим работы и звонки',
    counted: CLASSES,
    by: BOTH,
    term: 'setUpComplete',
    clauses: ['ЭЛЖ 1.2.6', 'ТИП А.13'],
  },
  rooms: {
    title: 'Кабинеты',
    counted: ['кабинета', 'кабинетов'],
    by: ADMINISTRATOR,
    term: 'setUpComplete',
    clauses: ['ЭЛЖ 1.2.5', 'ТИП А.14'],
  },
  staff: {
    title: 'Сотрудники',
    counted: ['нужного', 'нужных'],
    by: ADMINISTRATOR,
    term: 'setUpComplete',
    clauses: ['ЭЛЖ 1.2.5', 'ТИП А.11'],
  },
  classes: {
    title: 'Классы',
    counted: CLASSES,
    by: ADMINISTRATOR,
    term: 'setUpComplete',
    clauses: ['ЭЛЖ 1.2.5', 'ТИП А.15'],
  },
  pupils: {
    title: 'Списки учеников',
    counted: CLASSES,
    by: ['administrator', 'secretary'],
    term: 'setUpComplete',
    clauses: ['ЭЛЖ 1.1.10', 'ТИП А.17'],
  },
  subjects: {
    title: 'Предметы учебного плана',
    counted: CLASSES,
    by: DEPUTY,
    term: 'loadGiven',
    clauses: ['ЭЛЖ 1.2.5', 'КИА 4.6.11'],
  },
  groups: {
    title: 'Учебные группы',
    counted: ['деления', 'делений'],
    by: ['deputy', 'classTeacher', 'administrator'],
    term: 'setUpComplete',
    clauses: ['ЭЛЖ 1.2.5', 'ТИП А.18'],
  },
  individual: {
    title: 'Индивидуальные планы',
    counted: ['плана', 'планов'],
    by: ADMINISTRATOR,
    term: 'setUpComplete',
    clauses: ['ЭЛЖ 1.2.5'],
  },
  load: {
    title: 'Нагрузка учителей',
    counted: ['предмета', 'предметов'],
    by: DEPUTY,
    term: 'loadGiven',
    clauses: ['ЭЛЖ 1.1.10', 'КИА 4.6.11'],
  },
  accounts: {
    title: 'Доступ учителей к журналу',
    counted: ['учителя', 'учителей'],
    by: ADMINISTRATOR,
    term: 'setUpComplete',
    clauses: ['ТИП А.3', 'ТИП А.8'],
  },
  timetable: {
    title: 'Расписание',
    counted: CLASSES,
    by: DEPUTY,
    term: 'setUpComplete',
    clauses: ['ЭЛЖ 1.2.5', 'ТИП А.19'],
  },
  plans: {
    title: 'Планы (КТП)',
    counted: ['страницы', 'страниц'],
    by: ['teacher', 'deputy'],
    term: 'plansReady',
    clauses: ['ЭЛЖ 1.1.10', 'ТИП А.16'],
  },
  controlWorks: {
    title: 'Контрольные работы (ВШК)',
    counted: CLASSES,
    by: DEPUTY,
    term: 'setUpComplete',
    clauses: ['ЭЛЖ 1.2.5'],
  },
} as const satisfies Record<string, SectionFacts>;

export type ReadinessSection = keyof typeof READINESS_SECTIONS;
export const SECTION_KEYS = Object.keys(READINESS_SECTIONS) as readonly ReadinessSection[];

export const sectionFacts = (section: ReadinessSection): SectionFacts =>
  READINESS_SECTIONS[section];

type Span = { readonly startsOn: IsoDate; readonly endsOn: IsoDate };

/** By which day a section is there, and by which clauses; no day where a period is needed first. */
export function sectionDue(
  section: ReadinessSection,
  regulation: Regulation,
  year: Span,
  periods: readonly Span[],
): { readonly due: IsoDate | null; readonly clauses: readonly string[] } {
  const { term, clauses } = sectionFacts(section);
  const rule = ruleOf(regulation, term);
  const days = termDays(rule.value, year, periods).map(({ to }) => to);
  return {
    due: days.toSorted()[0] ?? null,
    clauses: [...new Set([...clauses, ...rule.clauses])],
  };
}
