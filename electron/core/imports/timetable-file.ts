import type { TimetableFileInput } from '#contract/imports';
import type { ImportedTimetable } from '#domain/import/fet/imported-timetable';
import { parseFetFile } from '#domain/import/fet/parse-fet-file';
import { parseTimetableCsv } from '#domain/import/fet/parse-timetable-csv';
import type { Core } from '../context';
import { refuse } from '../refuse';
import { hashOfFiles, readChosen, tableOf, xmlOf, type ChosenFile } from './read-chosen';

const notThisKind = () => refuse('FILE_PROBLEM', { problem: 'notThisKind' });

const looksLikeXml = ({ bytes }: ChosenFile) =>
  /^[\s\uFEFF]*</u.test(bytes.subarray(0, 200).toString('utf8'));

/** Longer than any name: a damaged file has one, and nobody could choose for it. */
const longestName = 200;
const cut = (name: string) => name.slice(0, longestName);

function withShortNames(timetable: ImportedTimetable): ImportedTimetable {
  const lessons = timetable.lessons.map((lesson) => ({
    ...lesson,
    subject: cut(lesson.subject),
    teachers: lesson.teachers.map(cut),
    classes: lesson.classes.map(cut),
    room: lesson.room === null ? null : cut(lesson.room),
  }));
  return { ...timetable, lessons };
}

/** Reads a timetable of FET (T3): its `.fet` file, with its results or alone, or its CSV export. */
export async function readTimetable(
  core: Core,
  input: Pick<TimetableFileInput, 'grant' | 'results'>,
): Promise<{ readonly sha256: string; readonly timetable: ImportedTimetable }> {
  const main = await readChosen(core, input.grant);
  const beside = input.results === undefined ? undefined : await readChosen(core, input.results);
  const sha256 = hashOfFiles(beside === undefined ? [main] : [main, beside]);
  if (!looksLikeXml(main)) {
    const file = await tableOf(main);
    const found = file.sheets.map(({ rows }) => parseTimetableCsv(rows)).find(Boolean);
    return { sha256, timetable: withShortNames(found ?? notThisKind()) };
  }
  const roots = [main, ...(beside === undefined ? [] : [beside])].map(xmlOf);
  // In whichever order they were chosen.
  const fet = roots.find(({ name }) => name === 'fet') ?? notThisKind();
  const results = roots.find((root) => root !== fet);
  return { sha256, timetable: withShortNames(parseFetFile(fet, results) ?? notThisKind()) };
}
