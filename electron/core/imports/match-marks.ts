import type { MarksFileInput } from '#contract/imports';
import { findEveryPupil, findMembersOfClass } from '#db/queries/import-marks';
import { findNameMatches } from '#db/queries/name-match';
import { findClasses, findPeriods, findWorkKinds, findYear, findYears } from '#db/queries/school';
import { findSubjects } from '#db/queries/subjects';
import type { ReadableDb } from '#db/statement';
import type { IsoDate } from '#domain/calendar/iso-date';
import { openDoubles } from '#domain/import/matching/decide-names';
import { matchClasses } from '#domain/import/matching/match-classes';
import { matchPeople } from '#domain/import/matching/match-people';
import { matchSubjects } from '#domain/import/matching/match-subjects';
import { formatClassName, parseClassName, type ClassName } from '#domain/people/class-name';
import { compareNames, fullName } from '#domain/people/name';
import { defaultPeriods, startYearOf } from '#domain/school/default-periods';
import { refuse } from '../refuse';
import type { MarksFiles } from './marks-file';
import { countNames, namesOf } from './names';

export const NETSCHOOL = 'netschool';
const DEFAULT_KIND = 'Работа на уроке';

/** The school year of the report; `id` is missing where the journal does not have it. */
function yearOf(db: ReadableDb, { report, gradeSheet }: MarksFiles, today: IsoDate) {
  const span = report?.schoolYear ?? gradeSheet?.schoolYear;
  const day = report?.period?.from ?? findYear(db, today)?.startsOn ?? today;
  const startYear = span?.from ?? startYearOf(day);
  const known = findYears(db).find(({ startsOn }) => startYearOf(startsOn) === startYear);
  if (known !== undefined) return { ...known, startYear, periods: findPeriods(db, known.id) };
  const suggested = defaultPeriods(startYear);
  const periods = suggested.periods.map((period, index) => ({ ...period, id: -1 - index }));
  return { ...suggested, id: undefined, startYear, periods };
}

type ClassTaken = { readonly use: number } | 'create' | null;

function classOf(
  name: string,
  classes: readonly (ClassName & { readonly id: number; readonly name: string })[],
  chosen: MarksFileInput['classChoice'],
): ClassTaken {
  const told = typeof chosen === 'object' ? chosen : undefined;
  if (told !== undefined && classes.some(({ id }) => id === told.use)) return told;
  const parsed = parseClassName(name);
  const [match] = matchClasses([name], classes);
  if (match?.match.kind === 'exact') return { use: match.match.id };
  return parsed === undefined ? null : 'create';
}

/** The names of the reports matched to ours: the year, the class, its pupils, the subjects. */
export function matchMarks(
  db: ReadableDb,
  files: MarksFiles,
  input: MarksFileInput,
  today: IsoDate,
) {
  const { report, gradeSheet } = files;
  const year = yearOf(db, files, today);
  const className = report?.className ?? gradeSheet?.className ?? '';
  const classes =
    year.id === undefined
      ? []
      : findClasses(db, year.id, today).map((one) => ({
          id: one.id,
          grade: one.grade,
          letter: one.letter,
          name: formatClassName(one),
        }));
  const classTaken = classOf(className, classes, input.classChoice);
  const own = typeof classTaken === 'object' && classTaken !== null ? classTaken.use : undefined;
  const people = (own === undefined ? findEveryPupil(db) : findMembersOfClass(db, own))
    .sort(compareNames)
    .map((one) => ({
      ...one,
      last: one.lastName,
      first: one.firstName,
      middle: one.middleName,
    }));
  const tables = [...(report?.pupils ?? []), ...(gradeSheet?.pupils ?? [])];
  const subjectNames = tables.flatMap((pupil) =>
    pupil.subjects.map((one: { readonly subject: string }) => one.subject),
  );
  const uses = {
    pupils: countNames(tables.map(({ name }) => name)),
    subjects: countNames(subjectNames),
  };
  const matched = namesOf({
    names: [...uses.pupils.keys()],
    ours: people,
    labelOf: fullName,
    match: matchPeople,
    remembered: new Map(),
    chosen: input.pupils,
  });
  const pupils = { ...matched, names: openDoubles(matched.names) };
  const kinds = findWorkKinds(db);
  const kind =
    kinds.find(({ id }) => id === input.kindId) ??
    kinds.find(({ name }) => name === DEFAULT_KIND) ??
    kinds[0] ??
    refuse('NOT_FOUND', { what: 'period' });
  const chosenClass = classes.find(({ id }) => id === own) ?? parseClassName(className);
  return {
    year,
    className,
    classes,
    classTaken,
    classId: own,
    grade: chosenClass?.grade ?? 0,
    uses,
    // A class that arrives whole brings pupils nobody knows here.
    pupils:
      classTaken === 'create'
        ? {
            ...pupils,
            names: pupils.names.map((one) =>
              one.certainty === 'none' && one.decided === null
                ? { ...one, decided: 'create' as const }
                : one,
            ),
          }
        : pupils,
    subjects: namesOf({
      names: [...uses.subjects.keys()],
      ours: findSubjects(db),
      labelOf: ({ name }) => name,
      match: matchSubjects,
      remembered: findNameMatches(db, NETSCHOOL, 'subject'),
      chosen: input.subjects,
    }),
    kinds,
    kind,
  };
}
export type MatchedMarks = ReturnType<typeof matchMarks>;
