import type { Load, LoadCell, LoadLine } from '#contract/load';
import { findClassSetups } from '#db/queries/classes';
import { findCurriculum, findCurriculumSubjects } from '#db/queries/curriculum';
import { findGroups, findStreamClasses, type GroupRow } from '#db/queries/groups';
import { findPlanItems } from '#db/queries/individual-plans';
import {
  findAllStaff,
  findLoadPages,
  findLoadTeachers,
  findTeacherSubjects,
} from '#db/queries/load';
import { findYearOr } from '#db/queries/school';
import { compareClassNames, formatClassName, formatClassNames } from '#domain/people/class-name';
import { compareNames, fullName, shortName } from '#domain/people/name';
import { refuse } from '../refuse';
import type { OfYear, Reading } from '../unit-of-work';

type Line = Pick<LoadLine, 'planned' | 'part'>;
const NOT_PLANNED: Line = { planned: 0, part: null };

/** What is known of a year's load, put together for one look-up. */
function factsOf(db: Reading['db'], yearId: number) {
  const classes = findClassSetups(db, yearId).sort(compareClassNames);
  const groups = findGroups(db, yearId);
  const streamClasses = Map.groupBy(findStreamClasses(db, yearId), ({ groupId }) => groupId);
  const items = new Map<string, Line>(
    findCurriculum(db, yearId).map(([classId, subjectId, hours, , part]) => [
      `${classId}:${subjectId}`,
      { planned: hours, part },
    ]),
  );
  const own = new Map(
    findPlanItems(db, yearId).map((item) => [`${item.groupId}:${item.subjectId}`, item]),
  );
  return {
    classes,
    classById: new Map(classes.map((one) => [one.id, one])),
    groups,
    items,
    own,
    pages: Map.groupBy(findLoadPages(db, yearId), ({ groupId }) => groupId),
    teachers: Map.groupBy(findLoadTeachers(db, yearId), ({ pageId }) => pageId),
    classIdsOf: (group: GroupRow): readonly number[] => [
      group.classId,
      ...(streamClasses.get(group.id) ?? []).map(({ classId }) => classId),
    ],
  };
}
type Facts = ReturnType<typeof factsOf>;

function cellOf(facts: Facts, group: GroupRow, subjectId: number): LoadCell {
  const page = facts.pages.get(group.id)?.find((one) => one.subjectId === subjectId);
  const teachers = page === undefined ? [] : (facts.teachers.get(page.id) ?? []);
  return {
    groupId: group.id,
    groupName: group.name,
    division: group.division,
    pageId: page?.id ?? null,
    teachers: teachers.map(({ staffId, hours, from, to }) => ({ staffId, hours, from, to })),
  };
}

const isTaught = ({ teachers }: LoadCell) => teachers.length > 0;

/**
 * The pages of a class's subject: the groups that have one, with the other groups of their division,
 * for nobody may be left out. The whole class stands where it is taught together, or nothing is known.
 */
function cellsOfClass(facts: Facts, groups: readonly GroupRow[], subjectId: number): LoadCell[] {
  const whole = groups.find(({ name }) => name === '');
  const parts = groups.filter(({ name, kind }) => name !== '' && kind === 'subgroup');
  const withPage = parts.filter((group) =>
    facts.pages.get(group.id)?.some((page) => page.subjectId === subjectId),
  );
  const divisions = new Set(withPage.map(({ division }) => division).filter((name) => name !== ''));
  const cells = parts
    .filter((group) => withPage.includes(group) || divisions.has(group.division))
    .map((group) => ({ cell: cellOf(facts, group, subjectId), archived: group.archived === 1 }))
    .filter(({ cell, archived }) => !archived || isTaught(cell))
    .map(({ cell }) => cell);
  const together: LoadCell =
    whole === undefined
      ? { groupId: null, groupName: '', division: '', pageId: null, teachers: [] }
      : cellOf(facts, whole, subjectId);
  return cells.length === 0 || isTaught(together) ? [together, ...cells] : cells;
}

/** A stream or a group of one has its own line in each subject it has a page of. */
function linesOfGroup(facts: Facts, group: GroupRow, subjectNames: ReadonlyMap<number, string>) {
  const classIds = facts.classIdsOf(group);
  const classes = classIds.flatMap((id) => facts.classById.get(id) ?? []);
  const [lead] = classes;
  if (lead === undefined) return [];
  return (facts.pages.get(group.id) ?? []).flatMap(({ subjectId }): LoadLine[] => {
    const own = facts.own.get(`${group.id}:${subjectId}`);
    const ofClasses = classIds.flatMap((id) => facts.items.get(`${id}:${subjectId}`) ?? []);
    const cell = cellOf(facts, group, subjectId);
    if (group.kind === 'individual' && own === undefined && !isTaught(cell)) return [];
    const planned =
      group.kind === 'individual'
        ? (own?.hoursPerWeek ?? 0)
        : Math.max(0, ...ofClasses.map((item) => item.planned));
    return [
      {
        kind: group.kind === 'individual' ? 'individual' : 'stream',
        classId: group.classId,
        className: formatClassNames(classes),
        grade: lead.grade,
        subjectId,
        subjectName: subjectNames.get(subjectId) ?? '',
        part: ofClasses[0]?.part ?? null,
        planned,
        inStreams: [],
        cells: [cell],
      },
    ];
  });
}

/** Everything that is, or by the curriculum should be, taught in a year, in the order of classes. */
export function loadLines(db: Reading['db'], yearId: number): readonly LoadLine[] {
  const facts = factsOf(db, yearId);
  const subjects = findCurriculumSubjects(db, yearId);
  const names = new Map(subjects.map(({ id, name }) => [id, name]));
  const streams = facts.groups.filter(({ kind, archived }) => kind === 'stream' && archived === 0);
  const apart = facts.groups
    .filter(({ kind }) => kind !== 'subgroup')
    .flatMap((group) => linesOfGroup(facts, group, names));
  return facts.classes.flatMap((schoolClass) => {
    const groups = facts.groups.filter(({ classId }) => classId === schoolClass.id);
    const own = subjects.flatMap(({ id: subjectId, name: subjectName }): LoadLine[] => {
      const item = facts.items.get(`${schoolClass.id}:${subjectId}`) ?? NOT_PLANNED;
      const cells = cellsOfClass(facts, groups, subjectId);
      const inStreams = streams
        .filter(
          (stream) =>
            facts.classIdsOf(stream).includes(schoolClass.id) &&
            facts.pages.get(stream.id)?.some((page) => page.subjectId === subjectId),
        )
        .map(({ name }) => name);
      const taught = cells.some(isTaught);
      if (item === NOT_PLANNED && !taught) return [];
      return [
        {
          kind: 'class',
          classId: schoolClass.id,
          className: formatClassName(schoolClass),
          grade: schoolClass.grade,
          subjectId,
          subjectName,
          part: item.part,
          planned: inStreams.length > 0 && !taught ? 0 : item.planned,
          inStreams,
          cells: inStreams.length > 0 && !taught ? [] : cells,
        },
      ];
    });
    return [...own, ...apart.filter(({ classId }) => classId === schoolClass.id)];
  });
}

/** The load of a year (S3): lines to give out, the divisions to split by, and whom to give them. */
export function load({ db, today }: Reading, { yearId }: OfYear): Load {
  const year = findYearOr(db, yearId, today) ?? refuse('NOT_FOUND', { what: 'year' });
  const links = Map.groupBy(findTeacherSubjects(db), ({ staffId }) => staffId);
  const parts = findGroups(db, year.id).filter(
    ({ kind, name, division, archived }) =>
      kind === 'subgroup' && name !== '' && division !== '' && archived === 0,
  );
  const divisions = Map.groupBy(parts, ({ classId, division }) => `${classId}:${division}`);
  return {
    year: { name: year.name, startsOn: year.startsOn, endsOn: year.endsOn },
    lines: loadLines(db, year.id),
    divisions: [...divisions.values()].flatMap((groups) => {
      const [first] = groups;
      if (first === undefined) return [];
      return [
        {
          classId: first.classId,
          name: first.division,
          groups: groups.map(({ id, name }) => ({ id, name })),
        },
      ];
    }),
    teachers: findAllStaff(db)
      .sort(compareNames)
      .map((person) => ({
        id: person.id,
        name: fullName(person),
        shortName: shortName(person),
        position: person.position,
        works: person.dismissedOn === null || person.dismissedOn > today,
        subjectIds: (links.get(person.id) ?? []).map(({ subjectId }) => subjectId),
      })),
    subjects: findCurriculumSubjects(db, year.id).map(({ id, name }) => ({ id, name })),
  };
}
