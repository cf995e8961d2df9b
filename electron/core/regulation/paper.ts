import { findPersonOfRole } from '#db/queries/class-sheet';
import { findSchool } from '#db/queries/school';
import { formatDate } from '#domain/calendar/iso-date';
import type { DocumentRow, TableDocument } from '#domain/documents/table-document';
import { shortName } from '#domain/people/name';
import { RULE_IDS, RULES, SECTION_TITLES, SECTIONS, type Section } from '#domain/regulation/rules';
import { ruleSentence } from '#domain/regulation/sentences';
import { dayOf } from '../local-time';
import type { Reading } from '../unit-of-work';
import { openRegulation } from './versions';

/** «Регламент» on paper: rules by parts, numbered, with their clauses and the line of approval. */
export function regulationPaper(reading: Reading, { id }: { readonly id: number }): TableDocument {
  const { summary, document } = openRegulation(reading, { id });
  const { approvedAt, approvedBy, fromDate } = summary;
  const director = findPersonOfRole(reading.db, 'director');
  const rowsOf = (section: Section, number: number): readonly DocumentRow[] =>
    RULE_IDS.filter((rule) => RULES[rule].section === section).map((rule, index) => ({
      cells: [
        `${number}.${index + 1}`,
        RULES[rule].title,
        ruleSentence(document, rule),
        document.rules[rule].clauses.map((clause) => clause.replaceAll(' ', '\u00a0')).join(', '),
      ],
    }));
  return {
    title: document.title,
    school: findSchool(reading.db)?.name ?? '',
    heading: [document.title],
    lines: [
      approvedAt === null
        ? 'Проект, директором не утверждён.'
        : `УТВЕРЖДЕНО: ${approvedBy}, ${formatDate(dayOf(new Date(approvedAt)))}.`,
      ...(fromDate === null ? [] : [`Действует с ${formatDate(fromDate)}.`]),
    ],
    orientation: 'portrait',
    parts: [
      {
        columns: [
          { title: '№', width: 6, align: 'center' },
          { title: 'О чём', width: 24 },
          { title: 'Правило', width: 58 },
          { title: 'Основание', width: 18 },
        ],
        rows: SECTIONS.flatMap((section, index): readonly DocumentRow[] => [
          { kind: 'section', cells: [`${index + 1}. ${SECTION_TITLES[section]}`] },
          ...rowsOf(section, index + 1),
        ]),
      },
    ],
    notes: [
      'Основание: ИНС — инструкция школы («Дневник.ру»), ЭЛЖ — обязанности рабочей группы («ЭлЖур»), КИА — положение гимназии (КИАСУО), ТИП — типовой порядок («Дневник.ру»), СГО — положение школы («Сетевой город. Образование»).',
    ],
    signatures: [{ role: 'Директор', name: director === undefined ? '' : shortName(director) }],
    stamp: true,
  };
}
