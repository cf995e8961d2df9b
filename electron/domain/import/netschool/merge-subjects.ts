import type { AttendanceReport, ReportedSubject } from './attendance-report';

const holdsSomething = ({ cells, periodMark }: ReportedSubject) =>
  periodMark !== null ||
  cells.some(({ works, attendances }) => works.length > 0 || attendances.length > 0);

/**
 * The report under our subjects: each is named by its id, those that mean one of ours are one
 * («Труд (девочки)» and «Труд (мальчики)»), and those that are not taken are gone. Of several rows
 * of one pupil and subject those without anything go, so that no lesson is counted twice.
 */
export function mergeSubjects(
  report: AttendanceReport,
  ids: ReadonlyMap<string, number>,
): AttendanceReport {
  return {
    ...report,
    pupils: report.pupils.map(({ name, subjects }) => {
      const taken = subjects.flatMap((subject) => {
        const id = ids.get(subject.subject);
        return id === undefined ? [] : { ...subject, subject: String(id) };
      });
      const byId = Map.groupBy(taken, ({ subject }) => subject);
      const kept = [...byId.values()].flatMap((same) =>
        same.length > 1 && same.some(holdsSomething) ? same.filter(holdsSomething) : same,
      );
      return { name, subjects: kept };
    }),
  };
}
