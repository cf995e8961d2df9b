import type { SummarySheet } from '#domain/sheets/summary-sheet';
import { landscapeRoom } from './official-page';
import { brokenLines, fittingSize, textEms, unbreakable } from './text-fit';
import { verticalHeight } from './vertical-text';

/** Points that a column takes beside its text: padding on both sides and one rule. */
export const padding = 1;
export const rule = 0.5;
const around = 2 * padding + rule;

/** Inner widths of the columns, the height of the head and of a row of marks; all in points. */
export type SheetLayout = {
  readonly number: number;
  readonly name: number;
  /** Zero in the sheet of a period. */
  readonly label: number;
  readonly subject: number;
  readonly average: number;
  /** Zero in the sheet of a period. */
  readonly decision: number;
  readonly headHeight: number;
  readonly rowPadding: number;
  /** The font size of the rows' names, and of the percentages: one for the whole table. */
  readonly labelSize: number;
  readonly shareSize: number;
};

export const markSize = 9.5;
export const headSize = 9;
/** How far a name or a label stands off the rule, beside the padding. */
export const indent = 1.5;
const lineHeight = 1.15;
/** Title lines above the table: the school's line is measured, the others are one line each. */
const titleHeight = 48;

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

/**
 * Fixed widths that together never exceed the page, whatever the number of subjects: pdfmake's own
 * «star» columns run off it. Names and decisions give way before the columns of marks become
 * narrower than a percentage needs (up to 22 subjects), and take what few subjects leave over.
 */
export function sheetLayout(sheet: SummarySheet): SheetLayout {
  const isYear = sheet.kind === 'year';
  const count = Math.max(1, sheet.subjects.length);
  const number = 15;
  const average = 26;
  const label = isYear ? clamp(widest(labelsOf(sheet)) + indent, 30, 64) : 0;
  const fixed = rule + number + average + label + around * (count + (isYear ? 5 : 3));
  const free = landscapeRoom.width - fixed;
  // In the sheet of the year a pupil has several rows: the name may take several lines.
  const names = sheet.pupils.flatMap(({ name }) => (isYear ? unbreakable(name) : [name]));
  const wanted = widest(names) + indent;
  const leastName = isYear ? 84 : 100;
  const leastDecision = isYear ? 62 : 0;
  const share = (name: number) => (free - name - leastDecision) / count;
  const least = Math.min(share(leastName), 18);
  const subject = clamp(share(clamp(wanted, leastName, 150)), least, 44);
  const left = free - subject * count;
  const name = isYear ? clamp(left - leastDecision, leastName, 150) : clamp(left, leastName, 210);
  const decision = isYear ? clamp(left - name, leastDecision, 180) : 0;
  const heights = sheet.subjects.map((text) => verticalHeight(text, subject, headSize));
  const headHeight = clamp(Math.max(...heights), 58, 112);
  return {
    number,
    name,
    label,
    subject,
    average,
    decision,
    headHeight,
    labelSize: Math.min(
      ...labelsOf(sheet).map((text) => fittingSize(text, label - indent, markSize)),
      markSize,
    ),
    shareSize: fittingSize('100,0', subject, markSize),
    rowPadding: isYear ? 0.5 : periodRowPadding(sheet, headHeight, name),
  };
}

/** A class of up to about 30 fits on one page: the rows are as high as that allows. */
function periodRowPadding(sheet: SummarySheet, headHeight: number, name: number): number {
  const schoolLines = brokenLines(sheet.school, landscapeRoom.width / 11).length;
  const lines = sheet.pupils.map(
    (pupil) => brokenLines(pupil.name, (name - indent) / markSize).length,
  );
  const text = markSize * lineHeight;
  const room = landscapeRoom.height - titleHeight - schoolLines * 13 - headHeight - 2 * padding - 4;
  const taken = lines.reduce((sum, each) => sum + each * text + rule, 0);
  return clamp((room - taken) / (2 * Math.max(1, lines.length)), 0.4, 2.5);
}

/** The names of the rows of the year sheet, each once. */
function labelsOf(sheet: SummarySheet): string[] {
  const rows = sheet.pupils.flatMap((pupil) => pupil.rows);
  return [...new Set(rows.map(({ label }) => label ?? ''))];
}

function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => textEms(text) * markSize));
}
