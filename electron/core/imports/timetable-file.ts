import type { TimetableFileInput } from '#contract/imports';
import { parseAscTimetable } from '#domain/import/asc/parse-asc-timetable';
import { parseFetFile } from '#domain/import/fet/parse-fet-file';
import { parseFetResults } from '#domain/import/fet/parse-fet-results';
import { parseTimetableCsv } from '#domain/import/fet/parse-timetable-csv';
import { parseGrid } from '#domain/import/grid/parse-grid';
import type { ImportedTimetable } from '#domain/import/timetable/imported-timetable';
import type { XmlElement } from '#domain/import/xml';
import type { Core } from '../context';
import { refuse } from '../refuse';
import { decodeText } from '../tables/decode-text';
import { hashOfFiles, readChosen, tableOf, xmlOf, type ChosenFile } from './read-chosen';

const notThisKind = () => refuse('FILE_PROBLEM', { problem: 'notThisKind' });

const looksLikeXml = ({ bytes }: ChosenFile) =>
  /^[\s\uFEFF]*</u.test(decodeText(bytes.subarray(0, 200)));

/** Told from the roots only; the files may have been chosen in any order. */
function timetableOfXml(roots: readonly XmlElement[]): ImportedTimetable {
  const fet = roots.find(({ name }) => name === 'fet');
  const results = roots.find(({ name }) => name === 'Activities_Timetable');
  if (fet !== undefined) return parseFetFile(fet, results) ?? notThisKind();
  const [found] = roots.flatMap((root) => parseAscTimetable(root) ?? parseFetResults(root) ?? []);
  // It numbers activities and says nothing of what they are: the `.fet` file is needed beside it.
  if (found === undefined && results !== undefined) {
    return refuse('FILE_PROBLEM', { problem: 'resultsAlone' });
  }
  return found ?? notThisKind();
}

/**
 * Reads a timetable of any program (T3), told from its content: FET's `.fet`, `timetable.csv` and
 * results, the XML of aSc Timetables, or a table with classes and days.
 */
export async function readTimetable(
  core: Core,
  input: Pick<TimetableFileInput, 'grant' | 'results'>,
): Promise<{ readonly sha256: string; readonly timetable: ImportedTimetable }> {
  const main = await readChosen(core, input.grant);
  const beside = input.results === undefined ? undefined : await readChosen(core, input.results);
  const files = beside === undefined ? [main] : [main, beside];
  const sha256 = hashOfFiles(files);
  if (files.every(looksLikeXml)) return { sha256, timetable: timetableOfXml(files.map(xmlOf)) };
  if (beside !== undefined) return notThisKind();
  const { sheets } = await tableOf(main);
  const found = sheets.map(({ rows }) => parseTimetableCsv(rows)).find(Boolean);
  return { sha256, timetable: found ?? parseGrid(sheets) ?? notThisKind() };
}
