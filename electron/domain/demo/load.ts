import { SHOW_CLASS, type ClassPlan } from './classes';
import { curriculumOf, type CurriculumLine, type Department } from './curriculum';
import type { Random } from './random';
import type { Teacher } from './staff';

/** Who teaches a line of the curriculum in a class: one teacher for each part of the split. */
export type Assignment = {
  /** The place of the class in the list of classes. */
  readonly classIndex: number;
  readonly line: CurriculumLine;
  readonly teachers: readonly Teacher[];
};
export type Load = {
  readonly assignments: readonly Assignment[];
  /** The class teacher of each class, in the order of the classes. */
  readonly homerooms: readonly Teacher[];
};

/** What one department teaches in one class: stays in the same hands. */
type Bundle = {
  readonly classIndex: number;
  readonly departments: readonly Department[];
  readonly lines: CurriculumLine[];
  hours: number;
};

function bundlesOf(classes: readonly ClassPlan[]): Bundle[] {
  const bundles: Bundle[] = [];
  for (const [classIndex, { grade }] of classes.entries()) {
    const byDepartment = new Map<string, Bundle>();
    for (const line of curriculumOf(grade)) {
      if (line.departments[0] === 'homeroom') continue;
      const key = line.departments.join();
      let bundle = byDepartment.get(key);
      if (bundle === undefined) {
        bundle = { classIndex, departments: line.departments, lines: [], hours: 0 };
        byDepartment.set(key, bundle);
      }
      bundle.lines.push(line);
      bundle.hours += line.hours;
    }
    bundles.push(...byDepartment.values());
  }
  return bundles.sort((a, b) => b.hours - a.hours || a.classIndex - b.classIndex);
}

/** Gives each class its teachers: the heaviest bundles first, each to whoever has the fewest hours. */
function assign(bundles: readonly Bundle[], teachers: readonly Teacher[]): Assignment[] {
  const hours = new Map<number, number>();
  const hoursOf = (teacher: Teacher) => hours.get(teacher.id) ?? 0;
  const assignments: Assignment[] = [];
  for (const { classIndex, departments, lines, hours: weekly } of bundles) {
    const chosen: Teacher[] = [];
    for (const department of departments) {
      let best: Teacher | undefined;
      for (const teacher of teachers) {
        if (teacher.department !== department || chosen.includes(teacher)) continue;
        if (best === undefined || hoursOf(teacher) < hoursOf(best)) best = teacher;
      }
      if (best === undefined) throw new Error(`nobody teaches ${department}`);
      chosen.push(best);
      hours.set(best.id, hoursOf(best) + weekly);
    }
    for (const line of lines) assignments.push({ classIndex, line, teachers: chosen });
  }
  return assignments;
}

/** In 1–4 the one who teaches nearly all; above, whoever teaches the class most and leads no other. */
function chooseHomerooms(
  classes: readonly ClassPlan[],
  teachers: readonly Teacher[],
  assignments: readonly Assignment[],
): Teacher[] {
  const homerooms = new Map<number, Teacher>();
  const taken = new Set<Teacher>();
  const rank = ({ grade, letter }: ClassPlan) =>
    grade === SHOW_CLASS.grade && letter === SHOW_CLASS.letter ? -1 : grade;
  const order = [...classes.keys()].sort((a, b) => {
    const [left, right] = [classes[a], classes[b]];
    return left === undefined || right === undefined ? 0 : rank(left) - rank(right) || a - b;
  });
  for (const classIndex of order) {
    const hours = new Map<Teacher, number>();
    for (const { classIndex: of, line, teachers: those } of assignments) {
      if (of !== classIndex) continue;
      for (const teacher of those) hours.set(teacher, (hours.get(teacher) ?? 0) + line.hours);
    }
    const [best] = [...hours]
      .filter(([teacher]) => !taken.has(teacher))
      .sort(([a, x], [b, y]) => y - x || a.id - b.id);
    const homeroom = best?.[0] ?? teachers.find((teacher) => !taken.has(teacher));
    if (homeroom === undefined) throw new Error('more classes than teachers');
    taken.add(homeroom);
    homerooms.set(classIndex, homeroom);
  }
  return classes.map((_, classIndex) => homerooms.get(classIndex) as Teacher);
}

/** Shares the curriculum of all classes out among the teachers. */
export function distributeLoad(
  classes: readonly ClassPlan[],
  teachers: readonly Teacher[],
  random: Random,
): Load {
  const assignments = assign(bundlesOf(classes), random.shuffled(teachers));
  const homerooms = chooseHomerooms(classes, teachers, assignments);
  for (const [classIndex, homeroom] of homerooms.entries()) {
    for (const line of curriculumOf(classes[classIndex]?.grade ?? 0)) {
      if (line.departments[0] === 'homeroom') {
        assignments.push({ classIndex, line, teachers: [homeroom] });
      }
    }
  }
  return { assignments, homerooms };
}
