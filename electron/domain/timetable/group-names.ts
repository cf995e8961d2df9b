import type { ImportedLesson } from '../import/timetable/imported-timetable';
import { textKey } from '../import/text-key';

/** A lesson of one class and subject of ours, as the file has it. */
export interface PartLesson {
  readonly lesson: Pick<ImportedLesson, 'classes' | 'groupNames' | 'divided' | 'teachers'>;
  /** The class as the file names it. */
  readonly className: string;
}

/** «1 группа»; where a class is parted into three or more, the name says it: the lists differ. */
const numbered = (number: number, of: number) =>
  of <= 2 ? `${number} группа` : `${number} группа (из ${of})`;

/** «8А-1» of class «8А» is «1 группа», «8А девочки» is «девочки»; a name of its own stays. */
export function partName(groupName: string, className: string): string {
  const flat = (text: string) => textKey(text).replaceAll(' ', '');
  let rest = groupName;
  for (let length = groupName.length; length > 0; length -= 1) {
    if (flat(groupName.slice(0, length)) === flat(className)) {
      rest = groupName.slice(length);
      break;
    }
  }
  const bare = rest.replace(/^[\s_\-.,(/+]+|[\s)]+$/gu, '');
  const [, at, of] = /^(\d)\s*группа\s*\(?из\s*(\d)$/iu.exec(bare) ?? [];
  if (at !== undefined) return numbered(Number(at), Number(of));
  const number = /^(?:гр(?:уппа|\.)?\s*)?(\d)(?:\s*(?:-?я)?\s*гр(?:уппа|\.)?)?$/iu.exec(bare)?.[1];
  return number === undefined ? bare || groupName : numbered(Number(number), 2);
}

const teachersKey = (teachers: readonly string[]) => [...teachers].sort().join('+');

/**
 * The part of the class that each lesson of a subject is for, '' for the whole class (T3). Parts go
 * by the names the file gives them; without names, the lessons of a divided class go by their
 * teachers: «1 группа», «2 группа» in the order of the teachers' names. One teacher alone tells no
 * parts: then the whole class is on the page, and `unclear` says so.
 */
export function nameParts(lessons: readonly PartLesson[]): {
  readonly names: readonly string[];
  readonly unclear: boolean;
} {
  const byTeacher = new Set(
    lessons
      .filter(({ lesson }) => lesson.divided && lesson.groupNames.length === 0)
      .map(({ lesson }) => teachersKey(lesson.teachers)),
  );
  const order = [...byTeacher].sort((one, other) => one.localeCompare(other, 'ru'));
  let unclear = false;
  const names = lessons.map(({ lesson, className }) => {
    const isOf = (name: string, one: string) => textKey(name).startsWith(textKey(one));
    const own = lesson.groupNames.filter((name) => isOf(name, className));
    // Of classes together, whose parts are named by their classes, this one may come whole.
    const others = lesson.groupNames.filter(
      (name) => !lesson.classes.some((one) => isOf(name, one)),
    );
    const groups = own.length > 0 ? own : others;
    const [group] = groups;
    if (group !== undefined && groups.length === 1) return partName(group, className);
    if (!lesson.divided) return '';
    if (groups.length > 1) return groups.map((name) => partName(name, className)).join(' + ');
    if (order.length < 2) {
      unclear = true;
      return '';
    }
    return numbered(order.indexOf(teachersKey(lesson.teachers)) + 1, order.length);
  });
  return { names, unclear };
}

/** A pupil as far as the parting of a class looks. */
export interface PartMember {
  readonly id: number;
  readonly sex: 'male' | 'female' | null;
}

/**
 * A first guess who is in a new part of a class: girls and boys where the name says so, else by the
 * alphabet in as many runs as there are parts. `members` come in alphabetical order. The person
 * checks the lists.
 */
export function guessMembers(
  name: string,
  siblings: readonly string[],
  members: readonly PartMember[],
): readonly number[] {
  const sex = /^(?:дев|жен)/iu.test(name) ? 'female' : /^(?:мал|юн|муж)/iu.test(name) ? 'male' : '';
  if (sex !== '' && members.every((member) => member.sex !== null)) {
    return members.filter((member) => member.sex === sex).map(({ id }) => id);
  }
  const at = Math.max(0, siblings.indexOf(name));
  const size = Math.max(1, siblings.length);
  const from = Math.ceil((members.length * at) / size);
  const to = Math.ceil((members.length * (at + 1)) / size);
  return members.slice(from, to).map(({ id }) => id);
}
