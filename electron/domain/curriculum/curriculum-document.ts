import type { DocumentPart, DocumentRow, TableDocument } from '../documents/table-document';
import { formatHours, hoursPerYear, PARTS, weekTotals, type CurriculumPart } from './totals';

type Subject = {
  readonly id: number;
  readonly name: string;
  readonly area: string;
  readonly grading: Grading;
  readonly scaleId: number;
};
type Grading = 'marks' | 'credit' | 'none';
export type PrintedClass = {
  readonly id: number;
  readonly grade: number;
  readonly name: string;
  readonly studyDays: 5 | 6;
  readonly weeks: number;
  readonly limit: number;
};
export type PrintedItem = {
  readonly classId: number;
  readonly subjectId: number;
  readonly hoursPerWeek: number;
  readonly hoursPerYear: number | null;
  readonly part: CurriculumPart;
  readonly grading: Grading | null;
  /** The scale where it is not the subject's. */
  readonly scaleId: number | null;
};
export type CurriculumPaper = {
  readonly school: string;
  readonly yearName: string;
  readonly by: 'parallel' | 'class';
  readonly classes: readonly PrintedClass[];
  readonly subjects: readonly Subject[];
  readonly items: readonly PrintedItem[];
  readonly scales: readonly { readonly id: number; readonly name: string }[];
  readonly director: string;
  readonly deputy: string;
};

const PART_NAMES: Readonly<Record<CurriculumPart, string>> = {
  mandatory: 'Обязательная часть',
  formed: 'Часть, формируемая участниками образовательных отношений',
  extra: 'Внеурочная деятельность',
};
const GRADINGS: Readonly<Record<Grading, string>> = {
  marks: 'отметка',
  credit: 'зачёт',
  none: 'без аттестации',
};
const orNothing = (hours: number) => (hours === 0 ? null : hours);
const total = (items: readonly { readonly hours: number }[]) =>
  Math.round(items.reduce((sum, { hours }) => sum + hours, 0) * 100) / 100;

/**
 * By which scales marks are given in these classes: the one of most subjects by its name alone, every
 * other one with what it is for.
 */
function scaleNotes(
  classes: readonly PrintedClass[],
  { subjects, items, scales }: CurriculumPaper,
): readonly string[] {
  const marked = classes.flatMap(({ id, name }) =>
    items.flatMap((item) => {
      const subject = subjects.find((one) => one.id === item.subjectId);
      if (item.classId !== id || subject === undefined) return [];
      if ((item.grading ?? subject.grading) !== 'marks') return [];
      return [{ scaleId: item.scaleId ?? subject.scaleId, subject: subject.name, className: name }];
    }),
  );
  const byScale = [...Map.groupBy(marked, ({ scaleId }) => scaleId)].sort(
    ([one, ofOne], [other, ofOther]) => ofOther.length - ofOne.length || one - other,
  );
  const nameOf = (scaleId: number) => scales.find(({ id }) => id === scaleId)?.name ?? '';
  const sentences = byScale.map(([scaleId, lines], index) => {
    if (index === 0) return `Шкала отметок: «${nameOf(scaleId)}».`;
    const own = [...Map.groupBy(lines, ({ subject }) => subject)].map(([subject, of]) =>
      classes.length === 1
        ? subject
        : `${subject} (${of.map(({ className }) => className).join(', ')})`,
    );
    return `По шкале «${nameOf(scaleId)}»: ${own.join(', ')}.`;
  });
  return sentences.length === 0 ? [] : [sentences.join(' ')];
}

/** The table of one class, or of classes side by side. */
function tableOf(
  classes: readonly PrintedClass[],
  paper: CurriculumPaper,
): Pick<DocumentPart, 'columns' | 'rows' | 'notes'> {
  const { subjects, items, by } = paper;
  const own = new Map(classes.map(({ id }) => [id, items.filter((one) => one.classId === id)]));
  const of = (classId: number) => own.get(classId) ?? [];
  const weekAndYear = (select: (one: PrintedItem) => boolean) =>
    classes.flatMap(({ id, weeks }) => {
      const chosen = of(id).filter(select);
      return [
        orNothing(total(chosen.map((one) => ({ hours: one.hoursPerWeek })))),
        orNothing(total(chosen.map((one) => ({ hours: hoursPerYear(one, weeks) })))),
      ];
    });
  const alone = by === 'class';
  const gradingOf = ({ id, grading }: Subject) =>
    GRADINGS[of(classes[0]?.id ?? 0).find((one) => one.subjectId === id)?.grading ?? grading];
  const wholeRow = (title: string, cells: readonly (number | string | null)[]): DocumentRow => ({
    kind: 'total',
    cells: ['', title, ...cells, ...(alone ? [''] : [])],
  });
  const rows = PARTS.flatMap((part): DocumentRow[] => {
    const learnt = subjects.filter(({ id }) =>
      classes.some((one) => of(one.id).some((item) => item.subjectId === id && item.part === part)),
    );
    if (learnt.length === 0) return [];
    return [
      { kind: 'section', cells: [PART_NAMES[part]] },
      ...learnt.map((subject, index): DocumentRow => ({
        cells: [
          subject.area === learnt[index - 1]?.area ? '' : subject.area,
          subject.name,
          ...weekAndYear((item) => item.subjectId === subject.id && item.part === part),
          ...(alone ? [gradingOf(subject)] : []),
        ],
      })),
      wholeRow(
        'Итого',
        weekAndYear((item) => item.part === part),
      ),
    ];
  });
  const counted = (item: PrintedItem) => item.part !== 'extra';
  const over = classes.flatMap(({ id, name, limit }) => {
    const { counted: hours } = weekTotals(of(id));
    return hours > limit ? [`${name} — на ${formatHours(hours - limit)} ч`] : [];
  });
  // A school that names no areas needs no empty column for them.
  const withAreas = subjects.some(({ area }) => area !== '');
  const shown = (row: DocumentRow): DocumentRow =>
    withAreas || row.kind === 'section' ? row : { ...row, cells: row.cells.slice(1) };
  return {
    columns: [
      ...(withAreas ? [{ title: 'Предметная область', width: 26 }] : []),
      { title: 'Учебный предмет, курс', width: 30 },
      ...classes.flatMap(({ name }) => [
        { title: alone ? 'Часов в неделю' : `${name} в неделю`, width: 8, align: 'right' as const },
        { title: alone ? 'Часов в год' : `${name} в год`, width: 8, align: 'right' as const },
      ]),
      ...(alone ? [{ title: 'Форма аттестации', width: 14 }] : []),
    ],
    rows: [
      ...rows,
      wholeRow('Всего без внеурочной деятельности', weekAndYear(counted)),
      wholeRow(
        'Наибольшая нагрузка в неделю',
        classes.flatMap(({ limit }) => [limit, null]),
      ),
      wholeRow(
        'Учебных недель в году',
        classes.flatMap(({ weeks }) => [null, weeks]),
      ),
    ].map(shown),
    notes: [
      'Наибольшая недельная нагрузка — по СанПиН 1.2.3685-21, таблица 6.6; внеурочная деятельность в неё не входит.',
      ...scaleNotes(classes, paper),
      ...(over.length > 0 ? [`Нагрузка больше допустимой: ${over.join(', ')}.`] : []),
    ],
  };
}

/**
 * Учебный план on paper (КИА 4.1.8, ЭЛЖ 1.2.5): a page a parallel with its classes side by side, or
 * a page a class, with sums, the sanitary maximum and the lines of its approval. Who learns nothing
 * has no page.
 */
export function curriculumDocument(paper: CurriculumPaper): TableDocument {
  const planned = paper.classes.filter(({ id }) =>
    paper.items.some(({ classId }) => classId === id),
  );
  const pages =
    paper.by === 'class'
      ? planned.map((one) => [one])
      : [...Map.groupBy(planned, ({ grade }) => grade).values()];
  const days = (classes: readonly PrintedClass[]) =>
    [...new Set(classes.map(({ studyDays }) => studyDays))].sort((a, b) => a - b).join(' и ');
  const signatures = [
    { role: 'Заместитель директора по УВР', name: paper.deputy },
    { role: 'Директор', name: paper.director },
  ];
  return {
    title: `Учебный план ${paper.yearName.replace('/', '-')}`,
    school: paper.school,
    heading: ['Учебный план', `${paper.yearName} учебный год`],
    lines: [
      'Рассмотрен на заседании педагогического совета, протокол от «____» ______________ 20___ г. № ______',
      'Утверждён приказом директора от «____» ______________ 20___ г. № ______',
    ],
    orientation: paper.by === 'class' ? 'portrait' : 'landscape',
    fontSize: 9,
    parts: pages.map((classes, index): DocumentPart => {
      const [first] = classes;
      const whose =
        paper.by === 'class' ? `${first?.name ?? ''} класс` : `${first?.grade ?? ''}-е классы`;
      return {
        heading: `${whose}, ${days(classes)}-дневная учебная неделя`,
        newPage: index > 0,
        ...tableOf(classes, paper),
      };
    }),
    signatures,
    stamp: true,
  };
}
