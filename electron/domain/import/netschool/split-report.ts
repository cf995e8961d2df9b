import type { AttendanceReport } from './attendance-report';

/** Stands for the whole class among the parts of a class. */
export const WHOLE_CLASS = 0;

/**
 * The report in parts: each pupil's subject goes to the part of the class where the pupil learns it
 * (`partOf`). Every part keeps all pupils in their order, most of them without subjects.
 */
export function splitByPart(
  report: AttendanceReport,
  partOf: (pupil: string, subjectId: number) => number,
): ReadonlyMap<number, AttendanceReport> {
  const parts = new Set(
    report.pupils.flatMap(({ name, subjects }) =>
      subjects.map(({ subject }) => partOf(name, Number(subject))),
    ),
  );
  return new Map(
    [...parts].map((part) => [
      part,
      {
        ...report,
        pupils: report.pupils.map(({ name, subjects }) => ({
          name,
          subjects: subjects.filter(({ subject }) => partOf(name, Number(subject)) === part),
        })),
      },
    ]),
  );
}
