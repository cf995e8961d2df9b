/** What one cell of a grid says of one group of pupils. */
export interface CellLesson {
  readonly subject: string;
  /** «1 группа», «девочки», or '' for the whole class. */
  readonly group: string;
  readonly teachers: readonly string[];
  readonly room: string;
}

interface Open {
  subject: string;
  group: string;
  teachers: string[];
  room: string;
}

/** A slash that parts nothing: «с/з», «а/з». */
const keptSlash = '\u2044';
const shortHall = /(?<!\p{L})([самбт])\s?\/\s?(з|п|м)(?!\p{L})/giu;
const roomNumber = String.raw`\d{1,4}(?:[-.]\d{1,3})?\s?\p{L}?`;
const roomMark = String.raw`(?:каб(?:инет)?|ауд(?:итория)?|кб|к)\.?\s*№?\s*`;
const onlyRoom = new RegExp(String.raw`^(?:${roomMark}|№\s*)?(${roomNumber})$`, 'iu');
const hall = new RegExp(
  String.raw`^(?:[самбт]${keptSlash}[зпм]|(?:спорт\p{L}*|акт\p{L}*|мал\p{L}*|больш\p{L}*|читальн\p{L}*|[мб])\.?\s?зал|зал|мастерск\p{L}*|библиотек\p{L}*|бассейн|стадион|столовая|улица)(?:\s?№?\s?\d{1,3})?$`,
  'iu',
);
const roomBehind = new RegExp(
  String.raw`^(.*\p{L}.*?)[\s,(\[]+(${roomMark}(?:${roomNumber})|${roomNumber})[)\]]*$`,
  'iu',
);
const surname = String.raw`\p{Lu}[\p{Ll}’']+(?:-\p{Lu}\p{Ll}+)?`;
const shortTeacher = String.raw`(?:${surname}\s+\p{Lu}\.\s?(?:\p{Lu}\.?)?|\p{Lu}\.\s?(?:\p{Lu}\.\s?)?${surname})`;
const onlyTeacher = new RegExp(
  String.raw`^(?:${shortTeacher}|${surname}\s+${surname}\s+\p{Lu}\p{Ll}*(?:вич|вна|чна|ьич))$`,
  'u',
);
const teacherBehind = new RegExp(String.raw`^(.*\p{L}.*?)[\s,(]+(${shortTeacher})\)?$`, 'u');
const numberedGroup =
  /[\s,(]*(?:(?<before>\d)\s?-?\s?(?:я|ая)?\s?(?:под)?гр(?:уппа|упп|п)?(?!\p{L})\.?|(?<!\p{L})(?:под)?гр(?:уппа|упп|п)?\.?\s?(?<behind>\d))\s?\)?/iu;
const sexGroup = /[\s,(]+(?:(?<girls>дев\p{L}*\.?|д)|(?<boys>мал\p{L}*\.?|юн\p{L}*\.?|м))\)?$/iu;
const nothing = /^[-–—−.*_xх]*$|^окно$|^нет$/iu;

const tidy = (text: string) =>
  text
    .replaceAll(keptSlash, '/')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s,;:.–—-]+|[\s,;:–—-]+$/gu, '')
    .trim();

const roomOf = (text: string): string | undefined => {
  const bare = text.replace(/^[([]|[)\]]$/gu, '').trim();
  if (hall.test(bare)) return tidy(bare);
  return onlyRoom.exec(bare)?.[1]?.trim();
};
const teacherOf = (text: string): string | undefined => {
  const bare = text.replace(/^\(|\)$/gu, '').trim();
  return onlyTeacher.test(bare) ? bare : undefined;
};

/** Takes room, teacher and group off the end of what stands with a subject in one breath. */
function takeApart(text: string): Open {
  let rest = text.trim();
  const found: Open = { subject: '', group: '', teachers: [], room: '' };
  for (let turn = 0; turn < 4; turn += 1) {
    const group = numberedGroup.exec(rest);
    const sex = sexGroup.exec(rest);
    const teacher = teacherBehind.exec(rest);
    const room = roomBehind.exec(rest);
    if (group !== null && found.group === '') {
      found.group = `${group.groups?.['before'] ?? group.groups?.['behind'] ?? ''} группа`;
      rest = `${rest.slice(0, group.index)} ${rest.slice(group.index + group[0].length)}`.trim();
    } else if (sex !== null && found.group === '' && sex.index > 0) {
      found.group = sex.groups?.['girls'] === undefined ? 'мальчики' : 'девочки';
      rest = rest.slice(0, sex.index);
    } else if (teacher?.[1] !== undefined && teacher[2] !== undefined) {
      found.teachers.unshift(teacher[2]);
      rest = teacher[1];
    } else if (room?.[1] !== undefined && room[2] !== undefined && found.room === '') {
      const number = roomOf(room[2]) ?? '';
      // «Модуль 2» and «Английский 1» have no room; «каб. 2» has.
      if (/^\d$/u.test(room[2]) && Number(number) < 5 && !/[([]\d/u.test(rest)) break;
      found.room = number;
      rest = room[1];
    } else break;
  }
  found.subject = tidy(rest);
  return found;
}

/** «Предмет, Учитель, каб.»: the first is the subject, what follows tells more of it. */
function readPart(part: string): Open {
  const [first = '', ...others] = part.split(/[,;]/u).map((field) => field.trim());
  const open = takeApart(first);
  for (const field of others) {
    const room = roomOf(field);
    const teacher = teacherOf(field);
    if (field === '') continue;
    if (room !== undefined) open.room = room;
    else if (teacher !== undefined) open.teachers.push(teacher);
    else if (new RegExp(`^${surname}$`, 'u').test(field) && open.teachers.length === 0) {
      open.teachers.push(field);
    } else {
      const more = takeApart(field);
      if (
        more.teachers.length + more.room.length > 0 &&
        new RegExp(`^${surname}$`, 'u').test(more.subject)
      ) {
        open.teachers.push(more.subject);
      } else open.subject = tidy(`${open.subject}, ${more.subject}`);
      open.teachers.push(...more.teachers);
      open.room ||= more.room;
      open.group ||= more.group;
    }
  }
  return open;
}

/** Gives rooms or teachers of one line («21 / 22») to the halves before it. */
function giveOut(
  halves: (Open | null)[],
  values: readonly string[],
  give: (open: Open, value: string) => void,
) {
  const [only] = halves;
  if (values.length > 1 && halves.length === 1 && only) {
    halves.push(...values.slice(1).map(() => ({ ...only, teachers: [...only.teachers] })));
  }
  const from = Math.max(0, halves.length - values.length);
  for (const [index, value] of values.entries()) {
    const half = halves[from + index];
    if (half) give(half, value);
  }
}

/**
 * Reads what a cell of a grid says: «Алгебра / 21», «Алгебра, Дроздова О. С., 21», lines of their own
 * for teacher and room, and the halves of a class by «/» or on lines of their own. Halves without
 * a name are the first, the second… group in the order they stand in. Nothing for an empty cell.
 */
export function readGridCell(lines: readonly string[]): CellLesson[] {
  const halves: (Open | null)[] = [];
  for (const raw of lines.flatMap((line) => line.split(/[\r\n]+/u))) {
    const line = raw.replace(shortHall, `$1${keptSlash}$2`).replace(/\s+/gu, ' ').trim();
    if (line === '') continue;
    const parts = line.split(/[/|\\]/u).map((part) => part.trim());
    const rooms = parts.map(roomOf);
    const teachers = parts.map(teacherOf);
    const previous = halves.at(-1);
    if (halves.length > 0 && rooms.every((room) => room !== undefined)) {
      giveOut(halves, rooms, (open, room) => (open.room ||= room));
    } else if (halves.length > 0 && teachers.every((teacher) => teacher !== undefined)) {
      giveOut(halves, teachers, (open, teacher) => open.teachers.push(teacher));
    } else if (previous && parts.length === 1 && /^\p{Ll}/u.test(line) && previous.room === '') {
      // A long name broken over two lines.
      const more = readPart(line);
      previous.subject = tidy(`${previous.subject} ${more.subject}`);
      previous.teachers.push(...more.teachers);
      previous.room = more.room;
      previous.group ||= more.group;
    } else readLine(parts, halves);
  }
  const filled = halves.filter((half) => half !== null && half.subject !== '');
  return halves.flatMap((half, index): CellLesson[] => {
    if (half === null || !/\p{L}/u.test(half.subject)) return [];
    const position =
      halves.length <= 2 ? `${index + 1} группа` : `${index + 1} группа из ${halves.length}`;
    const alone = halves.length < 2 || (filled.length === 1 && half.group !== '');
    return [{ ...half, group: half.group === '' && !alone ? position : half.group }];
  });
}

/** The parts of one line between slashes: each is a new half, or tells more of the one before. */
function readLine(parts: readonly string[], halves: (Open | null)[]): void {
  const before = halves.length;
  for (const [index, part] of parts.entries()) {
    const room = roomOf(part);
    const teacher = teacherOf(part);
    const last = halves.length > before ? halves.at(-1) : undefined;
    if (part === '' && parts.length > 1 && index > 0 && index === parts.length - 1) continue;
    if (nothing.test(part)) {
      if (parts.length > 1) halves.push(null);
    } else if (last && (room !== undefined || teacher !== undefined)) {
      const taken = room === undefined ? last.teachers.length > 0 : last.room !== '';
      const half = taken ? { ...last, teachers: [...last.teachers] } : last;
      if (taken) halves.push(half);
      if (room !== undefined) half.room = room;
      else if (teacher !== undefined)
        half.teachers = taken ? [teacher] : [...half.teachers, teacher];
    } else halves.push(readPart(part));
  }
}
