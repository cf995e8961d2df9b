import { findCheckCounts } from '#db/queries/duties';
import { findClasses } from '#db/queries/school';
import type { Duty } from '#domain/duties/duty';
import { repeatedOwed } from '#domain/duties/term-duties';
import { formatClassName } from '#domain/people/class-name';
import type { DutyGround } from './ground';

/** The class teacher's check of pupils' data (R5, C5): done when every sheet of a check is back. */
export function dutiesOfDataChecks(ground: DutyGround): readonly Duty[] {
  const { db, year, today, regulation, of } = ground;
  const checks = Map.groupBy(findCheckCounts(db, year.id), ({ classId }) => classId);
  return findClasses(db, year.id, today).flatMap((one): readonly Duty[] => {
    const { id, grade, homeroomTeacherId: staffId, pupils } = one;
    if (staffId === null || pupils === 0 || (of !== null && of.staffId !== staffId)) return [];
    if (ground.people().get(staffId)?.roles.includes('classTeacher') !== true) return [];
    const own = checks.get(id) ?? [];
    const isDone = ({ done, expected }: (typeof own)[number]) => done > 0 && done >= expected;
    const last = own.findLast(isDone);
    const open = own.findLast((check) => !isDone(check));
    const lastDone = last?.lastDone ?? year.startsOn;
    const count = open === undefined ? pupils : open.expected - open.done;
    const periods = ground
      .periods()
      .filter(
        ({ kind, gradeFrom, gradeTo }) => kind !== 'year' && gradeFrom <= grade && grade <= gradeTo,
      );
    const owed = repeatedOwed(
      regulation(today),
      'pupilDataChecked',
      lastDone,
      periods,
      count,
      today,
    );
    if (owed === undefined) return [];
    return [
      {
        kind: 'dataCheck',
        staffId,
        role: 'classTeacher',
        classIds: [id],
        where: formatClassName(one),
        group: `class ${id}`,
        place: { at: 'dataChecks', checkId: open?.checkId },
        ...owed,
      },
    ];
  });
}
