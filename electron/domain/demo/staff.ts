import { addDays, type IsoDate } from '../calendar/iso-date';
import type { ClassPlan } from './classes';
import { curriculumOf, type Department } from './curriculum';
import { personName, type PersonName, type Sex } from './names';
import type { Random } from './random';

export type StaffMember = {
  readonly id: number;
  readonly name: PersonName;
  readonly position: string;
  readonly hiredOn: IsoDate;
};
export type Teacher = StaffMember & {
  readonly department: Department;
  /** The teacher's own room, so that two lessons never meet in one. */
  readonly room: string;
  readonly roomId: number;
};
export type Staff = {
  readonly director: StaffMember;
  readonly deputy: StaffMember;
  readonly secretary: StaffMember;
  readonly administrator: StaffMember;
  readonly teachers: readonly Teacher[];
};

type DepartmentPlan = {
  readonly department: Department;
  readonly position: string;
  /** The weekly hours a teacher of the department is hired for. */
  readonly norm: number;
  /** How many must be there at once: two subgroups need two teachers. */
  readonly atLeast: number;
  readonly shareOfMen: number;
};

const DEPARTMENTS: readonly DepartmentPlan[] = [
  ['primary', 'Учитель начальных классов', 18, 1, 0],
  ['russian', 'Учитель русского языка и литературы', 18, 1, 0.05],
  ['english', 'Учитель английского языка', 20, 2, 0.1],
  ['mathematics', 'Учитель математики', 16, 1, 0.15],
  ['informatics', 'Учитель информатики', 20, 2, 0.5],
  ['history', 'Учитель истории и обществознания', 15, 1, 0.35],
  ['geography', 'Учитель географии', 18, 1, 0.2],
  ['biology', 'Учитель биологии', 18, 1, 0.05],
  ['physics', 'Учитель физики', 18, 1, 0.4],
  ['chemistry', 'Учитель химии', 18, 1, 0.05],
  ['music', 'Учитель музыки', 20, 1, 0.1],
  ['art', 'Учитель изобразительного искусства', 18, 1, 0.1],
  ['technologyBoys', 'Учитель труда (технологии)', 24, 1, 1],
  ['technologyGirls', 'Учитель труда (технологии)', 24, 1, 0],
  ['physicalEducation', 'Учитель физической культуры', 13, 1, 0.6],
  ['safety', 'Преподаватель-организатор ОБЗР', 18, 1, 1],
].map(([department, position, norm, atLeast, shareOfMen]) => ({
  department: department as Department,
  position: String(position),
  norm: Number(norm),
  atLeast: Number(atLeast),
  shareOfMen: Number(shareOfMen),
}));

const GYMS = ['Спортзал', 'Малый спортзал', 'Стадион', 'Тренажёрный зал', 'Хореографический зал'];
const WORKSHOPS: Partial<Record<Department, string>> = {
  technologyBoys: 'Мастерская',
  technologyGirls: 'Кабинет технологии',
  music: 'Кабинет музыки',
};

function roomOf(department: Department, index: number, id: number): string {
  if (department === 'physicalEducation') return GYMS[index] ?? `Площадка ${index + 1}`;
  const named = index === 0 ? WORKSHOPS[department] : undefined;
  return named ?? `${1 + Math.floor(id / 16)}${String((id % 16) + 1).padStart(2, '0')}`;
}

/** Hires people one after another; never two of the same full name. */
export type Recruiter = {
  readonly hire: (position: string, sex: Sex, hiredOn: IsoDate) => StaffMember;
};

export function recruiterOf(random: Random): Recruiter {
  const taken = new Set<string>();
  let lastId = 0;
  return {
    hire: (position, sex, hiredOn) => {
      let name = personName(random, sex, 'adult');
      const full = () => `${name.lastName} ${name.firstName} ${name.middleName}`;
      while (taken.has(full())) name = personName(random, sex, 'adult');
      taken.add(full());
      lastId += 1;
      return { id: lastId, name, position, hiredOn };
    },
  };
}

/** The hours a department teaches in a week: each subgroup counts. */
function hoursOf(department: Department, classes: readonly ClassPlan[]): number {
  let hours = 0;
  for (const { grade } of classes) {
    for (const line of curriculumOf(grade)) {
      hours += line.hours * line.departments.filter((one) => one === department).length;
    }
  }
  return hours;
}

/** Everybody the school starts with: the management and as many teachers as its hours ask for. */
export function firstStaff(
  recruiter: Recruiter,
  classes: readonly ClassPlan[],
  firstDay: IsoDate,
  random: Random,
): Staff {
  const someDayBefore = () => addDays(firstDay, -random.between(5, 7300));
  const staff = {
    director: recruiter.hire('Директор', 'female', someDayBefore()),
    deputy: recruiter.hire('Заместитель директора по УВР', 'female', someDayBefore()),
    secretary: recruiter.hire('Секретарь', 'female', someDayBefore()),
    administrator: recruiter.hire('Системный администратор', 'male', someDayBefore()),
  };
  const teachers: Teacher[] = [];
  for (const { department, position, norm, atLeast, shareOfMen } of DEPARTMENTS) {
    const hours = hoursOf(department, classes);
    const count = hours === 0 ? 0 : Math.max(atLeast, Math.ceil(hours / norm));
    for (let index = 0; index < count; index += 1) {
      const sex = random.chance(shareOfMen) ? 'male' : 'female';
      const member = recruiter.hire(position, sex, someDayBefore());
      const room = roomOf(department, index, member.id);
      teachers.push({ ...member, department, room, roomId: teachers.length + 1 });
    }
  }
  return { ...staff, teachers };
}

/** The next year's staff: two teachers have left, two have come in their places. */
export function nextStaff(
  recruiter: Recruiter,
  staff: Staff,
  firstDay: IsoDate,
  random: Random,
): {
  readonly staff: Staff;
  readonly hired: readonly Teacher[];
  readonly left: readonly Teacher[];
} {
  const left = random.shuffled(staff.teachers).slice(0, 2);
  const hired: Teacher[] = [];
  const teachers = staff.teachers.map((teacher) => {
    if (!left.includes(teacher)) return teacher;
    const sex = teacher.department === 'technologyBoys' ? 'male' : 'female';
    const member = recruiter.hire(teacher.position, sex, addDays(firstDay, -5));
    const { department, room, roomId } = teacher;
    const successor = { ...member, department, room, roomId };
    hired.push(successor);
    return successor;
  });
  return { staff: { ...staff, teachers }, hired, left };
}
