/** Parts of a class that exclude each other; parts of different divisions share pupils. */
export interface FetDivision {
  readonly groups: readonly string[];
  /** Everybody of the class is in one of the groups. */
  readonly whole: boolean;
}

export interface FetClass {
  readonly name: string;
  readonly pupils: number;
  readonly divisions: readonly FetDivision[];
  /** On the sixth day of a school that has one this class does not learn. */
  readonly fiveDays: boolean;
}

/** What a teacher gives a class or a part of it in a week. */
export interface FetLoad {
  readonly subject: string;
  readonly teacher: string;
  /** Classes and «class group» names. */
  readonly students: readonly string[];
  readonly hours: number;
}

export interface FetSchool {
  readonly name: string;
  readonly days: readonly string[];
  readonly hours: readonly string[];
  readonly classes: readonly FetClass[];
  readonly subjects: readonly string[];
  readonly teachers: readonly string[];
  readonly rooms: readonly { readonly name: string; readonly seats: number }[];
  readonly load: readonly FetLoad[];
  /** When a teacher cannot teach; places in the lists of days and hours. */
  readonly busy: readonly {
    readonly teacher: string;
    readonly hours: readonly (readonly [day: number, hour: number])[];
  }[];
}

const mostSubgroups = 64;

const escaped = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
const tag = (name: string, value: string | number | boolean) =>
  `<${name}>${escaped(String(value))}</${name}>`;
const block = (name: string, lines: readonly string[]) => [`<${name}>`, ...lines, `</${name}>`];

/** What a class calls a part of it in the file. */
export const fetGroupName = (className: string, group: string): string => `${className} ${group}`;

/**
 * Every way to be in one group of each division: who is in «1 группа» and among the girls. Past some
 * dozens of ways a division is taken for one that shares pupils with all.
 */
function waysOf(divisions: readonly FetDivision[]): readonly (readonly string[])[] {
  let ways: string[][] = [[]];
  for (const { groups, whole } of divisions) {
    const choices = whole
      ? groups.map((group) => [group])
      : [...groups.map((group) => [group]), []];
    if (ways.length * choices.length > mostSubgroups) {
      ways = ways.map((way) => [...way, ...groups]);
    } else ways = ways.flatMap((way) => choices.map((choice) => [...way, ...choice]));
  }
  return ways;
}

function classLines({ name, pupils, divisions }: FetClass): string[] {
  const set = (setName: string, count: number) => [
    tag('Name', setName),
    tag('Number_of_Students', count),
    '<Comments></Comments>',
  ];
  const ways = waysOf(divisions);
  const groups = divisions.flatMap((division) => division.groups);
  const shared = divisions.length > 1 || divisions.some(({ whole }) => !whole);
  return block('Year', [
    ...set(name, pupils),
    ...groups.flatMap((group) => {
      const own = shared ? [...ways.entries()].filter(([, way]) => way.includes(group)) : [];
      return block('Group', [
        ...set(fetGroupName(name, group), 0),
        ...own.flatMap(([at]) => block('Subgroup', set(`${name} № ${at + 1}`, 0))),
      ]);
    }),
  ]);
}

/** Hours of half a week are asked for whole: FET has no second week. */
const hoursOf = ({ hours }: FetLoad) => Math.ceil(hours);

function activityLines(load: readonly FetLoad[], dayCount: number) {
  const activities: string[] = [];
  const spread: string[] = [];
  let id = 0;
  for (const one of load) {
    const count = hoursOf(one);
    const first = id + 1;
    for (let nth = 0; nth < count; nth += 1) {
      id += 1;
      activities.push(
        ...block('Activity', [
          ...(one.teacher === '' ? [] : [tag('Teacher', one.teacher)]),
          tag('Subject', one.subject),
          ...one.students.map((name) => tag('Students', name)),
          tag('Duration', 1),
          tag('Total_Duration', count),
          tag('Id', id),
          tag('Activity_Group_Id', count > 1 ? first : 0),
          tag('Active', true),
          '<Comments></Comments>',
        ]),
      );
    }
    if (count < 2) continue;
    spread.push(
      ...block('ConstraintMinDaysBetweenActivities', [
        tag('Weight_Percentage', count <= dayCount ? 95 : 0),
        tag('Consecutive_If_Same_Day', true),
        tag('Number_of_Activities', count),
        ...Array.from({ length: count }, (_, nth) => tag('Activity_Id', first + nth)),
        tag('MinDays', 1),
        tag('Active', true),
        '<Comments></Comments>',
      ]),
    );
  }
  return { activities, spread, count: id };
}

function notAvailable(
  kind: 'StudentsSet' | 'Teacher',
  name: string,
  times: readonly (readonly [day: string, hour: string])[],
): string[] {
  return block(`Constraint${kind}NotAvailableTimes`, [
    tag('Weight_Percentage', 100),
    tag(kind === 'Teacher' ? 'Teacher' : 'Students', name),
    tag('Number_of_Not_Available_Times', times.length),
    ...times.flatMap(([day, hour]) =>
      block('Not_Available_Time', [tag('Day', day), tag('Hour', hour)]),
    ),
    tag('Active', true),
    '<Comments></Comments>',
  ]);
}

/**
 * A school's load as a `.fet` file (T3): what is to be placed, and what no timetable may break —
 * the parts of classes, the days of a class, the hours of a teacher. Wishes are set in FET.
 */
export function fetFile(school: FetSchool): { readonly xml: string; readonly activities: number } {
  const { days, hours } = school;
  const named = (list: string, item: string, names: readonly string[]) =>
    block(
      list,
      names.flatMap((name) => block(item, [tag('Name', name), '<Comments></Comments>'])),
    );
  const { activities, spread, count } = activityLines(school.load, days.length);
  const sixth = days[5];
  const saturdays = (sixth === undefined ? [] : school.classes)
    .filter(({ fiveDays }) => fiveDays)
    .flatMap(({ name }) =>
      notAvailable(
        'StudentsSet',
        name,
        hours.map((hour) => [sixth ?? '', hour]),
      ),
    );
  const busy = school.busy.flatMap(({ teacher, hours: taken }) => {
    const times = taken.flatMap(([day, hour]): [string, string][] => {
      const [dayName, hourName] = [days[day], hours[hour]];
      return dayName === undefined || hourName === undefined ? [] : [[dayName, hourName]];
    });
    return times.length === 0 ? [] : notAvailable('Teacher', teacher, times);
  });
  const always = (kind: 'Time' | 'Space') =>
    block(`ConstraintBasicCompulsory${kind}`, [
      tag('Weight_Percentage', 100),
      tag('Active', true),
      '<Comments></Comments>',
    ]);
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<fet version="6.8.5">',
    tag('Mode', 'Official'),
    tag('Institution_Name', school.name),
    '<Comments></Comments>',
    ...block('Days_List', [
      tag('Number_of_Days', days.length),
      ...days.flatMap((name) => block('Day', [tag('Name', name)])),
    ]),
    ...block('Hours_List', [
      tag('Number_of_Hours', hours.length),
      ...hours.flatMap((name) => block('Hour', [tag('Name', name)])),
    ]),
    ...named('Subjects_List', 'Subject', school.subjects),
    ...block('Activity_Tags_List', []),
    ...block(
      'Teachers_List',
      school.teachers.flatMap((name) =>
        block('Teacher', [
          tag('Name', name),
          tag('Target_Number_of_Hours', 0),
          ...block('Qualified_Subjects', []),
          '<Comments></Comments>',
        ]),
      ),
    ),
    ...block('Students_List', school.classes.flatMap(classLines)),
    ...block('Activities_List', activities),
    ...block('Buildings_List', []),
    ...block(
      'Rooms_List',
      school.rooms.flatMap(({ name, seats }) =>
        block('Room', [
          tag('Name', name),
          '<Building></Building>',
          tag('Capacity', seats),
          tag('Virtual', false),
          '<Comments></Comments>',
        ]),
      ),
    ),
    ...block('Time_Constraints_List', [...always('Time'), ...spread, ...saturdays, ...busy]),
    ...block('Space_Constraints_List', always('Space')),
    '</fet>',
    '',
  ];
  return { xml: lines.join('\n'), activities: count };
}
