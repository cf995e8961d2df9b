import { formatAverage } from '../marks/average';
import {
  fivePointAverage,
  levelOf,
  markFormulas,
  markIndicators,
  mixedIndicators,
  pupilFormulas,
  pupilIndicators,
  type ScaledMark,
  type SetMark,
} from '../marks/indicators';
import type { Grading, MarkValue } from '../marks/mark-value';
import { FIVE_POINTS, isFivePoint, type PointScale } from '../marks/point-scale';
import type { Ratio } from '../marks/ratio';
import { compareText } from '../text/compare-text';
import { scaleNotes } from './scale-notes';
import { broughtNotes, signedText, type BroughtCells } from './brought-notes';
import { classTotals, footerRows, type FooterRow } from './summary-footer';

/** What stands in a cell: a mark, «not-studied» (another group, individual plan), or nothing yet. */
export type SheetCell = MarkValue | 'not-studied' | undefined;

export type SheetSubject = {
  readonly name: string;
  readonly grading: Grading;
  /** The scale of its period marks and what it is called; absent: five points. */
  readonly scale?: PointScale;
  readonly scaleName?: string;
};

type SheetHead = {
  /** The school's name as documents give it. */
  readonly school: string;
  /** «8-Б». */
  readonly className: string;
  /** «2026/27». */
  readonly schoolYear: string;
  /** The number in the register of summary sheets (A3), where one is given. */
  readonly number?: string;
  /** Names for the signature lines; an absent one leaves the line blank. */
  readonly classTeacher?: string;
  readonly deputy?: string;
  readonly director?: string;
  /** In the order of the columns. */
  readonly subjects: readonly SheetSubject[];
};

/** The sheet of a quarter, trimester or half-year: one row of marks a pupil. */
export type PeriodSheetInput = SheetHead & {
  readonly kind: 'period';
  /** «I четверть», as it stands after «за». */
  readonly periodName: string;
  /** `marks` in the order of `subjects`. */
  readonly pupils: readonly {
    readonly name: string;
    readonly marks: readonly SheetCell[];
    readonly brought?: BroughtCells;
  }[];
};

/** A row of the year sheet: a period, the year, the examination, the final mark. */
export type YearRow = {
  /** «I четверть» or «I четв.»: narrow. */
  readonly label: string;
  readonly kind: 'period' | 'year' | 'exam' | 'final';
};

/** The sheet of the year: the same rows for each pupil and the council's decision. */
export type YearSheetInput = SheetHead & {
  readonly kind: 'year';
  readonly rows: readonly YearRow[];
  readonly pupils: readonly {
    readonly name: string;
    /** `marks[row][subject]`, in the order of `rows` and `subjects`. */
    readonly marks: readonly (readonly SheetCell[])[];
    /** Решение педагогического совета: «переведён в 9 класс»; absent: room to write. */
    readonly decision?: string;
    readonly brought?: BroughtCells;
  }[];
};

export type SummarySheetInput = PeriodSheetInput | YearSheetInput;

/** A line to sign: the role, and the name written out where it is known. */
export type SignatureLine = { readonly role: string; readonly name: string };

export type SheetRow = {
  /** Absent in the sheet of a period. */
  readonly label?: string;
  readonly main: boolean;
  readonly cells: readonly string[];
  readonly average: string;
};

export type SheetPupil = {
  readonly number: number;
  readonly name: string;
  readonly rows: readonly SheetRow[];
  readonly decision: string;
};

/** Сводная ведомость учёта успеваемости as plain texts: the same for paper, screen and a table file. */
export type SummarySheet = {
  readonly kind: 'period' | 'year';
  /** One line that names the document. */
  readonly title: string;
  /** The class and the period in a few words, for the foot of each page. */
  readonly caption: string;
  readonly school: string;
  /** The lines under the school's name. */
  readonly heading: readonly string[];
  readonly classTeacher: string;
  readonly subjects: readonly string[];
  readonly pupils: readonly SheetPupil[];
  readonly footer: readonly FooterRow[];
  readonly totals: readonly string[];
  readonly formulas: readonly string[];
  readonly signatures: readonly SignatureLine[];
};

const documentName = 'Сводная ведомость учёта успеваемости обучающихся';

/**
 * The sheet from plain inputs (O, A1, A2; «сводная ведомость» of ИНС 3.6, ЭЛЖ 1.1.5, КИА 4.1.11).
 * Pupils are put in alphabetical order, «Ё» as «Е», and numbered. Who left before the period's end
 * does not belong here: the caller leaves them out. The rows below the table and the class totals
 * are of the period's marks, in the year sheet of the year marks. A pupil whose marks do not match
 * the subjects or the rows in number throws RangeError: a mark must not slip into another column.
 */
export function summarySheet(input: SummarySheetInput): SummarySheet {
  const { subjects } = input;
  const span = input.kind === 'year' ? 'год' : input.periodName;
  const pupils = pupilsOf(input).toSorted((a, b) => compareText(a.name, b.name));
  for (const { marks } of pupils) {
    if (marks.some(({ cells }) => cells.length !== subjects.length)) throw new RangeError('marks');
  }
  const main = pupils.map((pupil) => pupil.marks.find((row) => row.main)?.cells ?? []);
  const bySubject = subjects.map((subject, column) =>
    markIndicators(
      subject.grading === 'none' ? [] : main.map((cells) => setMark(cells[column])),
      subject.scale,
    ),
  );
  const all = mixedIndicators(main.flatMap((cells) => gradedMarks(cells, subjects)));
  const byPupil = pupilIndicators(main.map((cells) => gradedMarks(cells, subjects).map(levelOf)));
  return {
    kind: input.kind,
    title: `${documentName}. ${input.className} класс, ${span}, ${input.schoolYear} учебный год`,
    caption: `${input.className} класс, ${span}, ${input.schoolYear}`,
    school: input.school,
    heading: [
      `${documentName}${input.number === undefined ? '' : ` № ${input.number}`}`,
      input.kind === 'year'
        ? `${input.className} класса за ${input.schoolYear} учебный год`
        : `${input.className} класса за ${input.periodName} ${input.schoolYear} учебного года`,
    ],
    classTeacher: input.classTeacher ?? '',
    subjects: subjects.map((subject) =>
      isOfOtherScale(subject) ? `${subject.name}\u00A0*` : subject.name,
    ),
    pupils: pupils.map((pupil, index) => ({
      number: index + 1,
      name: pupil.name,
      decision: pupil.decision,
      rows: pupil.marks.map(({ cells, ...row }, at) => ({
        ...row,
        cells: cells.map((cell, subject) => signedText(cellText(cell), pupil.brought, at, subject)),
        average: averageText(fivePointAverage(gradedMarks(cells, subjects))),
      })),
    })),
    footer: footerRows(bySubject, all),
    totals: classTotals(byPupil, all),
    formulas: [
      ...broughtNotes(pupils),
      ...scaleNotes(subjects.filter(isOfOtherScale)),
      ...markFormulas,
      ...pupilFormulas,
    ],
    signatures: signaturesOf(input),
  };
}

type PupilRows = {
  readonly name: string;
  readonly decision: string;
  readonly brought?: BroughtCells;
  readonly marks: readonly {
    readonly label?: string;
    readonly main: boolean;
    readonly cells: readonly SheetCell[];
  }[];
};

function pupilsOf(input: SummarySheetInput): PupilRows[] {
  if (input.kind === 'period') {
    return input.pupils.map(({ marks, ...pupil }) => ({
      ...pupil,
      decision: '',
      marks: [{ main: true, cells: marks }],
    }));
  }
  const { rows } = input;
  if (rows.filter(({ kind }) => kind === 'year').length !== 1) throw new RangeError('rows');
  return input.pupils.map(({ marks, decision, ...pupil }) => {
    if (marks.length !== rows.length) throw new RangeError('marks');
    return {
      ...pupil,
      decision: decision ?? '',
      marks: rows.map(({ label, kind }, index) => ({
        label,
        main: kind === 'year',
        cells: marks[index] ?? [],
      })),
    };
  });
}

/** The marks of the subjects that are graded and that the pupil studies. */
function gradedMarks(cells: readonly SheetCell[], subjects: readonly SheetSubject[]): ScaledMark[] {
  return cells.flatMap((cell, column) =>
    cell === 'not-studied' || subjects[column]?.grading === 'none'
      ? []
      : [{ mark: cell, scale: subjects[column]?.scale ?? FIVE_POINTS }],
  );
}

/** A subject whose marks are points, but not five: they are counted by their levels. */
const isOfOtherScale = ({ grading, scale }: SheetSubject): boolean =>
  grading === 'marks' && scale !== undefined && !isFivePoint(scale);

function setMark(cell: SheetCell): SetMark {
  return cell === 'not-studied' ? undefined : cell;
}

function cellText(cell: SheetCell): string {
  return cell === 'not-studied' ? '–' : (cell ?? '');
}

function averageText(average: Ratio | undefined): string {
  return average === undefined ? '' : formatAverage(average);
}

function signaturesOf(input: SummarySheetInput): SignatureLine[] {
  const lines = [
    { role: 'Классный руководитель', name: input.classTeacher ?? '' },
    { role: 'Заместитель директора', name: input.deputy ?? '' },
  ];
  return input.kind === 'year'
    ? [...lines, { role: 'Директор', name: input.director ?? '' }]
    : lines;
}
