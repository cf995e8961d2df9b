import { parseClassName } from '../../people/class-name';
import type { XmlElement } from '../xml';
import { childrenOf } from '../xml';

/** A part of a class in an aSc file; groups of one division exclude each other. */
export interface AscGroup {
  readonly id: string;
  readonly classId: string;
  readonly name: string;
  readonly entire: boolean;
  readonly division: string;
}

/** What the lessons and cards of an aSc file speak of, by id. */
export interface AscTables {
  readonly subjects: ReadonlyMap<string, string>;
  readonly teachers: ReadonlyMap<string, string>;
  readonly classes: ReadonlyMap<string, string>;
  readonly rooms: ReadonlyMap<string, string>;
  readonly groups: ReadonlyMap<string, AscGroup>;
  readonly classTeachers: readonly { readonly className: string; readonly teacher: string }[];
}

/** An attribute with its spaces in order, '' where it is not there. */
export const attribute = (element: XmlElement, name: string): string =>
  (element.attributes[name] ?? '').replace(/\s+/gu, ' ').trim();

/** A comma list of ids. */
export const idsIn = (text: string): string[] =>
  text
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');

/** The rows of a table; a file may hold a table twice. */
export const rowsOf = (root: XmlElement, table: string, row: string): XmlElement[] =>
  childrenOf(root, table).flatMap((list) => childrenOf(list, row));

const nameOf = (element: XmlElement) => attribute(element, 'name') || attribute(element, 'short');

/** «Дроздова» alone is less than the first and last name beside it. */
function teacherName(element: XmlElement): string {
  const name = attribute(element, 'name');
  const parts = [attribute(element, 'lastname'), attribute(element, 'firstname')];
  const full = parts.includes('') ? '' : parts.join(' ');
  return name.includes(' ') ? name : full || nameOf(element);
}

/** «5 А Узб» is no class's name where its short form «5 А» is. */
const className = (element: XmlElement) =>
  [attribute(element, 'name'), attribute(element, 'short')].find(
    (name) => parseClassName(name) !== undefined,
  ) ?? nameOf(element);

/**
 * The names by id. Two rows with one name and different short forms are two: the short form is
 * added to both. What has no name at all is called by its id.
 */
function namesOf(rows: readonly XmlElement[], name: (row: XmlElement) => string) {
  const known = rows.flatMap((row) => {
    const id = attribute(row, 'id');
    return id === '' ? [] : [{ id, name: name(row) || id, short: attribute(row, 'short') }];
  });
  const shorts = Map.groupBy(known, (row) => row.name);
  return new Map(
    known.map((row): [string, string] => {
      const others = new Set((shorts.get(row.name) ?? []).map(({ short }) => short));
      return [
        row.id,
        others.size > 1 && row.short !== '' ? `${row.name} (${row.short})` : row.name,
      ];
    }),
  );
}

/** Reads everything but lessons and cards. */
export function readAscTables(root: XmlElement): AscTables {
  const teachers = namesOf(rowsOf(root, 'teachers', 'teacher'), teacherName);
  const classRows = rowsOf(root, 'classes', 'class');
  const classes = new Map(
    classRows.flatMap((row): [string, string][] => {
      const id = attribute(row, 'id');
      return id === '' ? [] : [[id, className(row) || id]];
    }),
  );
  const groups = rowsOf(root, 'groups', 'group').map((row): AscGroup => {
    const classId = attribute(row, 'classid');
    return {
      id: attribute(row, 'id'),
      classId,
      name: nameOf(row),
      entire: attribute(row, 'entireclass') === '1',
      division: `${classId} ${attribute(row, 'divisiontag')}`,
    };
  });
  return {
    subjects: namesOf(rowsOf(root, 'subjects', 'subject'), nameOf),
    teachers,
    classes,
    rooms: namesOf(rowsOf(root, 'classrooms', 'classroom'), nameOf),
    groups: new Map(groups.map((group) => [group.id, group])),
    classTeachers: classRows.flatMap((row) => {
      const teacher = teachers.get(attribute(row, 'teacherid'));
      const name = classes.get(attribute(row, 'id'));
      return teacher === undefined || name === undefined ? [] : [{ className: name, teacher }];
    }),
  };
}
