import type { Curriculum, CurriculumClass, CurriculumItem } from '#contract/curriculum';
import { formatHours, parseHours, PARTS, weekTotals } from '#domain/curriculum/totals';
import { curriculumTexts } from '../../text/curriculum';
import type { Entry, Place } from '../../ui/sheet-grid/range';
import type { FootRow, SheetCell, SheetRow } from '../../ui/sheet-grid/sheet-parts';

const words = curriculumTexts;
const TONES = { mandatory: undefined, formed: 'soft', extra: 'other' } as const;

/** A change of one cell: what stood there and what is to stand. */
export type CellChange = {
  readonly classId: number;
  readonly subjectId: number;
  readonly before: CurriculumItem | null;
  readonly after: CurriculumItem | null;
};

export type Items = ReadonlyMap<string, CurriculumItem>;
export const itemKey = (classId: number, subjectId: number): string => `${classId}:${subjectId}`;

export const itemsOf = ({ items }: Curriculum): Items =>
  new Map(
    items.map(
      ([classId, subjectId, hoursPerWeek, hoursPerYear, part, grading, scaleId, finals]) => [
        itemKey(classId, subjectId),
        { hoursPerWeek, hoursPerYear, part, grading, scaleId, finals },
      ],
    ),
  );

/** The view with the changes in it, as it will come back from the core. */
export function withChanges(view: Curriculum, changes: readonly CellChange[]): Curriculum {
  const changed = new Set(changes.map((one) => itemKey(one.classId, one.subjectId)));
  const kept = view.items.filter(
    ([classId, subjectId]) => !changed.has(itemKey(classId, subjectId)),
  );
  const added = changes.flatMap(({ classId, subjectId, after }) => {
    if (after === null) return [];
    const { hoursPerWeek, hoursPerYear, part, grading, scaleId, finals } = after;
    return [
      [classId, subjectId, hoursPerWeek, hoursPerYear, part, grading, scaleId, finals] as const,
    ];
  });
  return { ...view, items: [...kept, ...added] };
}

/** How a line is assessed where it says so itself: a sign in the cell and the words. */
function assessedAs({ grading, scaleId }: CurriculumItem, scales: Shown['scales']) {
  const scale = grading === 'marks' ? scales.find(({ id }) => id === scaleId) : undefined;
  if (scale !== undefined) return [`${scale.highest}`, words.ofScale(scale.name)] as const;
  return grading === null
    ? (['', ''] as const)
    : ([words.gradingSigns[grading], words.gradings[grading]] as const);
}

function cellOf(item: CurriculumItem | undefined, scales: Shown['scales']): SheetCell {
  if (item === undefined) return { text: '' };
  const { part } = item;
  const [gradingSign, gradingWords] = assessedAs(item, scales);
  const sign = [words.signs[part], gradingSign, words.finalSigns[item.finals]]
    .filter(Boolean)
    .join(' ');
  const finalsWords = item.finals === 'none' ? '' : words.finals[item.finals];
  const tone = TONES[part];
  return {
    text: formatHours(item.hoursPerWeek),
    title: [words.parts[part], gradingWords, finalsWords].filter(Boolean).join(', '),
    ...(sign === '' ? {} : { sign }),
    ...(tone === undefined ? {} : { tone }),
  };
}

export type Shown = Pick<Curriculum, 'subjects' | 'scales'> & {
  readonly classes: readonly CurriculumClass[];
};

/** The rows of the sheet: a subject each, with the classes that are shown. */
export const sheetRows = ({ subjects, classes, scales }: Shown, items: Items): SheetRow[] =>
  subjects.map((subject) => ({
    key: subject.id,
    name: subject.name,
    cells: classes.map(({ id }) => cellOf(items.get(itemKey(id, subject.id)), scales)),
  }));

/** Totals by part, and the sanitary maximum beside what counts against it. */
export function footRows({ subjects, classes }: Shown, items: Items): FootRow[] {
  const totals = classes.map(({ id }) =>
    weekTotals(subjects.flatMap((subject) => items.get(itemKey(id, subject.id)) ?? [])),
  );
  const hours = (value: number) => (value === 0 ? '' : formatHours(value));
  return [
    ...PARTS.map((part) => ({
      name: words.parts[part],
      cells: totals.map((total) => ({ text: hours(total[part]) })),
    })),
    {
      name: words.counted,
      cells: totals.map(({ counted }, index) => {
        const limit = classes[index]?.limit ?? 0;
        const text = words.ofLimit(formatHours(counted), limit);
        return counted > limit
          ? { text, bad: true, title: words.overLimit(formatHours(counted - limit)) }
          : { text, title: words.limit(limit) };
      }),
    },
  ];
}

/**
 * What entries make of the cells; `wrong` is the first text that is no number of hours. A cell that
 * had hours keeps its part and grading; a new one gets the part of the subject's kind.
 */
export function changesOf(
  { subjects, classes }: Shown,
  items: Items,
  entries: readonly Entry[],
): { readonly changes: readonly CellChange[]; readonly wrong: string | undefined } {
  const changes: CellChange[] = [];
  for (const { row, col, text } of entries) {
    const subject = subjects[row];
    const schoolClass = classes[col];
    if (subject === undefined || schoolClass === undefined) continue;
    const hours = parseHours(text);
    if (hours === undefined) return { changes: [], wrong: text };
    const before = items.get(itemKey(schoolClass.id, subject.id)) ?? null;
    if ((before?.hoursPerWeek ?? null) === hours) continue;
    const fresh: CurriculumItem = {
      hoursPerWeek: 1,
      hoursPerYear: null,
      part: subject.kind === 'main' ? 'mandatory' : 'extra',
      grading: null,
      scaleId: null,
      finals: 'none',
    };
    const after = hours === null ? null : { ...(before ?? fresh), hoursPerWeek: hours };
    changes.push({ classId: schoolClass.id, subjectId: subject.id, before, after });
  }
  return { changes, wrong: undefined };
}

/** Changes the part, the assessment or the year of those places that have hours. */
export function restyled(
  { subjects, classes }: Shown,
  items: Items,
  places: readonly Place[],
  style: Partial<CurriculumItem>,
): readonly CellChange[] {
  return places.flatMap(({ row, col }) => {
    const [subject, schoolClass] = [subjects[row], classes[col]];
    if (subject === undefined || schoolClass === undefined) return [];
    const before = items.get(itemKey(schoolClass.id, subject.id));
    if (before === undefined) return [];
    const after = { ...before, ...style };
    return [{ classId: schoolClass.id, subjectId: subject.id, before, after }];
  });
}

/** A class's whole plan put in place of those of its parallel. */
export function copiedToParallel(
  view: Curriculum,
  items: Items,
  from: CurriculumClass,
): { readonly changes: readonly CellChange[]; readonly names: readonly string[] } {
  const others = view.classes.filter(({ id, grade }) => grade === from.grade && id !== from.id);
  const changes = others.flatMap(({ id: classId }) =>
    view.subjects.flatMap(({ id: subjectId }): CellChange[] => {
      const before = items.get(itemKey(classId, subjectId)) ?? null;
      const after = items.get(itemKey(from.id, subjectId)) ?? null;
      const same = JSON.stringify(before) === JSON.stringify(after);
      return same ? [] : [{ classId, subjectId, before, after }];
    }),
  );
  return { changes, names: others.map(({ name }) => name) };
}
