import { textKey } from '../text-key';

/**
 * Whose a parent's column is: by its words, by a number («Родитель 2»), or `parents` where both
 * stand in one cell.
 */
const PARENT_SLOTS = ['mother', 'father', 'guardian', 'parent1', 'parent2', 'parents'] as const;
export type ParentSlot = (typeof PARENT_SLOTS)[number];

export const PARENT_PARTS = [
  'fullName',
  'lastName',
  'firstName',
  'middleName',
  'relation',
  'phone',
  'email',
  'work',
  'address',
] as const;
export type ParentPart = (typeof PARENT_PARTS)[number];

export type ParentField = `${ParentSlot}.${ParentPart}`;

/** What a column of a list may tell of a pupil's parents. */
export const PARENT_FIELDS: readonly ParentField[] = PARENT_SLOTS.flatMap((slot) =>
  PARENT_PARTS.map((part): ParentField => `${slot}.${part}`),
);

/** The slots in the order in which a row tells of parents. */
export const ALL_PARENT_SLOTS: readonly ParentSlot[] = PARENT_SLOTS;

/** The slot and the part of a field; undefined where it does not tell of a parent. */
export function parentFieldOf(
  field: string,
): { readonly slot: ParentSlot; readonly part: ParentPart } | undefined {
  const [slotText, partText] = field.split('.');
  const slot = PARENT_SLOTS.find((one) => one === slotText);
  const part = PARENT_PARTS.find((one) => one === partText);
  return slot === undefined || part === undefined ? undefined : { slot, part };
}

const word = (pattern: string) => new RegExp(`(?<!\\p{L})(?:${pattern})(?!\\p{L})`, 'u');
const MOTHER = word('мат(?:ь|ери|ерью)|мам[аы]?');
const FATHER = word('отец|отца|пап[аы]?');
const PARENT = word('родител(?:ь|я|и|ей|ю|ях)');
const MANY = word('родител(?:и|ей|ях)');
const DEPUTY = word('представител\\p{L}*|опекун\\p{L}*|попечител\\p{L}*');
const SECOND = word('2|2 й|2 го|второ\\p{L}*|второй');

/** Whose column it is by the words of its title: «Тел. матери», «Родитель № 2 (законный представитель)». */
export function slotOfTitle(title: string): ParentSlot | undefined {
  const key = textKey(title);
  const [mother, father] = [MOTHER.test(key), FATHER.test(key)];
  if (mother && father) return 'parents';
  if (mother) return 'mother';
  if (father) return 'father';
  if (PARENT.test(key)) {
    if (MANY.test(key) && !/\d/u.test(key)) return 'parents';
    return SECOND.test(key) ? 'parent2' : 'parent1';
  }
  return DEPUTY.test(key) ? 'guardian' : undefined;
}

const NO_MATTER = word(
  'мат(?:ь|ери|ерью)|мам[аы]?|отец|отца|пап[аы]?|родител(?:ь|я|и|ей|ю|ях)|законн\\p{L}*|представител\\p{L}*|опекун\\p{L}*|попечител\\p{L}*|первый|первого|второй|второго|й|го|№|номер|\\d|сведени\\p{L}*|данные|информация|контакт\\p{L}*|о|об|или|для|связи|ребенка|ученик\\p{L}*|учащ\\p{L}*|обучающ\\p{L}*|полностью|при наличии|заменяющ\\p{L}*|лиц\\p{L}*|их|его',
);

const PARTS: readonly (readonly [ParentPart, RegExp])[] = [
  ['email', word('e mail|email|(?:адрес )?(?:электронн\\p{L}*|эл) почт\\p{L}*|почт\\p{L}*')],
  [
    'phone',
    word(
      '(?:моб\\p{L}*|сот\\p{L}*|домашн\\p{L}*|рабоч\\p{L}*)(?= тел)|тел(?:ефон\\p{L}*)?|сотов\\p{L}*|мобильн\\p{L}*',
    ),
  ],
  ['relation', word('степень родства|родств\\p{L}*|кем (?:приходится|является)|статус|тип|кто')],
  ['work', word('мест\\p{L}+ работы|работ\\p{L}+|(?:занимаемая )?должност\\p{L}*|професси\\p{L}*')],
  [
    'address',
    word(
      'адрес(?: (?:проживания|регистрации|места жительства))?|мест\\p{L}+ жительства|место проживания',
    ),
  ],
  ['fullName', word('фио|ф и о|фамилия имя(?: и)? отчество|фамилия имя|полное имя')],
  ['lastName', word('фамилия')],
  ['firstName', word('имя')],
  ['middleName', word('отчество')],
];

/**
 * What a title says of a parent besides whose it is: «ФИО матери» is a name; a title that says
 * nothing more («Мать»), or several things («Мать: ФИО, телефон»), is a cell to be read whole.
 * Undefined where there are words nobody knows («Подпись родителя»).
 */
export function partOfTitle(title: string): ParentPart | undefined {
  let rest = textKey(title);
  const parts = new Set<ParentPart>();
  for (const [part, pattern] of PARTS) {
    const all = new RegExp(pattern.source, 'gu');
    const without = rest.replace(all, ' ');
    if (without !== rest) parts.add(part);
    rest = without;
  }
  const unknown = rest
    .replace(new RegExp(NO_MATTER.source, 'gu'), ' ')
    .replace(/(?<!\p{L})и(?!\p{L})/gu, ' ')
    .trim();
  if (unknown !== '') return undefined;
  const [first] = parts;
  return parts.size === 1 ? first : 'fullName';
}

/** What a column with that title tells of a pupil's parents, if it does. */
export function parentFieldOfTitle(title: string): ParentField | undefined {
  const slot = slotOfTitle(title);
  const part = partOfTitle(title);
  return slot === undefined || part === undefined ? undefined : `${slot}.${part}`;
}
