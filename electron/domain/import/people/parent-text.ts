import { parsePhone } from '../../people/phone';
import type { Relation } from '../../pupils/representative';
import { textKey } from '../text-key';

/** What one piece of a cell says of one person; a piece without a name goes to somebody named elsewhere. */
export interface ParentPiece {
  readonly name: string;
  readonly relation: Relation | null;
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  /** The place of work and whatever else stands there. */
  readonly rest: readonly string[];
}

const RELATION_WORDS: readonly (readonly [Relation, RegExp])[] = [
  ['fosterParent', /^прием(?:ный|ная) (?:родитель|мать|отец|мама|папа)$/u],
  ['mother', /^(?:мать|мама|матери)$/u],
  ['father', /^(?:отец|папа|отца)$/u],
  ['guardian', /^опекун(?:ша)?$/u],
  ['trustee', /^попечитель(?:ница)?$/u],
  ['institution', /^учреждение$/u],
  [
    'relative',
    /^(?:бабушка|дедушка|дед|тетя|дядя|брат|сестра|родственни(?:к|ца)|отчим|мачеха|прабабушка|прадедушка)$/u,
  ],
  ['other', /^(?:няня|сосед(?:ка)?|друг(?:ое лицо)?|другой|иное)$/u],
];

/** How a person stands to the pupil, by a word: «мать», «Опекун», «бабушка». */
export function relationOfWord(text: string): Relation | undefined {
  const key = textKey(text);
  return RELATION_WORDS.find(([, pattern]) => pattern.test(key))?.[0];
}

/** Words that tell more than the relation they stand for: kept in the note. */
const tellsMore = (text: string) =>
  ['relative', 'other'].includes(relationOfWord(text) ?? '') &&
  !/^(?:родственник|другое лицо)$/u.test(textKey(text));

const isParentWord = (text: string) =>
  /^(?:родитель|законн\p{L}* представител\p{L}*|представитель)$/u.test(textKey(text));

/** «нет», a dash: nobody is there. */
export const saysNobody = (text: string): boolean =>
  /^(?:нет|прочерк|не указан\p{L}*|отсутствует|[-–—.\s]*)$/iu.test(text.trim());

const EMAIL = /[^\s@,;:()<>]+@[^\s@,;:()<>]+/gu;
const PHONE = /(?<![\p{L}\d.])\+?\d[\d\s()–-]{3,24}\d(?![\p{L}\d.])/gu;
const LABEL =
  /(?<!\p{L})(?:тел(?:ефон)?|моб(?:ильный)?|сот(?:овый)?|дом(?:ашний)?|раб(?:очий)?|т|м|e-?mail|эл\.? ?почта|почта)\s*[.:]+\s*(?=[+\d(]|[^\s@]+@)/giu;
const WORK_LABEL = /^(?:место работы|работает|работа|должность)[\s:.]*/iu;
const FIRM = /^(?:ООО|ОАО|ЗАО|ПАО|АО|ИП|МБОУ|МАОУ|ГБОУ|МОУ|ГБУ|МУП|ФГУП|ТЦ|ТД|СПК|КФХ|РЖД)$/u;

const isNameWord = (word: string) =>
  (/^\p{Lu}[\p{L}'’ʼ`-]*$/u.test(word) || /^\p{Lu}\.(?:\p{Lu}\.)?$/u.test(word)) &&
  !FIRM.test(word);
const isInitials = (word: string) => /^\p{Lu}\.(?:\s?\p{Lu}\.)?$/u.test(word);
const isPatronymic = (word: string) => /(?:вич|вна|ич|чна|шна|кызы|оглы)$/iu.test(word);

/** Two to five words of a name; the second person of one piece has a patronymic or initials, too. */
function looksLikeName(text: string, certain: boolean): boolean {
  const words = text.split(/\s+/u);
  if (words.length < 2 || words.length > 5) return false;
  const last = words.at(-1) ?? '';
  const named = words.every((word) => isNameWord(word) || /^(?:кызы|оглы|заде)$/iu.test(word));
  return named && (!certain || isPatronymic(last) || isInitials(last));
}

/** Most texts hold no such word: told at once, before every word is compared. */
const MAY_HOLD_RELATION =
  /(?<!\p{L})(?:мат|мам|пап|от[цч]|отец|опек|попеч|при[её]м|баб|дед|т[её]т|дяд|брат|сест|родств|мачех|няня|сосед|друг|иное|учрежд|родител|законн|представ|праб|прад)/iu;

/** Takes a word of relation off the beginning or the end of «мать Иванова Мария Петровна». */
function splitRelation(text: string): { readonly word: string; readonly rest: string } {
  if (!MAY_HOLD_RELATION.test(text)) return { word: '', rest: text };
  const words = text.split(/\s+/u);
  for (const count of [2, 1]) {
    const head = words.slice(0, count).join(' ');
    const tail = words.slice(-count).join(' ');
    const known = (word: string) => relationOfWord(word) !== undefined || isParentWord(word);
    if (words.length > count && known(head)) {
      return { word: head, rest: words.slice(count).join(' ') };
    }
    if (words.length > count && known(tail)) {
      return { word: tail, rest: words.slice(0, -count).join(' ') };
    }
  }
  return relationOfWord(text) !== undefined || isParentWord(text)
    ? { word: text, rest: '' }
    : { word: '', rest: text };
}

type Draft = {
  name: string;
  relation: Relation | null;
  phones: string[];
  emails: string[];
  rest: string[];
};
const empty = (): Draft => ({ name: '', relation: null, phones: [], emails: [], rest: [] });
const isEmpty = (draft: Draft) =>
  draft.name === '' &&
  draft.relation === null &&
  draft.phones.length + draft.emails.length + draft.rest.length === 0;

/** One «Иванова Мария Петровна, мать, 8 900 …»; a second name in it begins a second person. */
function readChunk(chunk: string): Draft[] {
  const drafts: Draft[] = [];
  let now = empty();
  const close = () => {
    if (!isEmpty(now)) drafts.push(now);
    now = empty();
  };
  // Numbers stay at their place, so that each goes to the person it stands after.
  const marked = chunk
    .replace(LABEL, ' ')
    .replace(EMAIL, (email) => `,${email},`)
    .replace(PHONE, (phone) =>
      parsePhone(phone) === undefined ? phone : `,${phone.trim().replace(/[()]/gu, ' ')},`,
    );
  for (const bit of marked.split(/[,()]|\s[-–—]\s|:\s/u)) {
    const text = bit.replace(/^[\s.\-–—:]+|[\s\-–—:]+$/gu, '').replace(/\s+/gu, ' ');
    if (text === '') continue;
    if (text.includes('@')) now.emails.push(text);
    else if (parsePhone(bit.trim()) !== undefined) now.phones.push(bit.trim());
    else {
      const { word, rest } = splitRelation(text);
      const isName = looksLikeName(rest, now.name !== '');
      const relation = relationOfWord(word) ?? null;
      // «мать: …; отец: …» in one piece.
      const another = relation !== null && now.relation !== null && relation !== now.relation;
      if ((isName && now.name !== '') || (another && (now.name !== '' || now.phones.length > 0))) {
        close();
      }
      if (relation !== null) now.relation = relation;
      if (tellsMore(word)) now.rest.push(word.toLowerCase());
      if (isName) now.name = rest;
      else if (rest !== '') now.rest.push(rest.replace(WORK_LABEL, ''));
    }
  }
  close();
  return drafts;
}

/**
 * Reads a cell that tells of one or several parents in words: «Иванова Мария Петровна, мать,
 * 8 900 …; Иванов Пётр Ильич (отец)». Semicolons, lines and slashes part people; a number, a
 * relation or a place of work alone belongs to the name before it.
 */
export function readParentText(text: string): ParentPiece[] {
  const pieces: Draft[] = [];
  for (const chunk of text.slice(0, 4_000).split(/[;\n\r]+|\s\/\s/u)) {
    if (saysNobody(chunk)) continue;
    for (const draft of readChunk(chunk)) {
      const before = pieces.at(-1);
      const other = draft.relation !== null && before?.relation !== draft.relation;
      if (draft.name === '' && before !== undefined && before.name !== '' && !other) {
        before.phones.push(...draft.phones);
        before.emails.push(...draft.emails);
        before.rest.push(...draft.rest);
      } else if (
        draft.name !== '' &&
        before !== undefined &&
        before.name === '' &&
        before.relation !== null &&
        (draft.relation === null || draft.relation === before.relation) &&
        before.phones.length === 0
      ) {
        // «Мать:» in a line of its own.
        pieces[pieces.length - 1] = {
          ...draft,
          relation: before.relation,
          rest: [...before.rest, ...draft.rest],
        };
      } else pieces.push(draft);
    }
  }
  return pieces;
}
