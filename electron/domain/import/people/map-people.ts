import type { IsoDate } from '../../calendar/iso-date';
import { formatClassName } from '../../people/class-name';
import { fieldProblem, tidyField } from '../../pupils/pupil-data';
import type { TableSheet } from '../table';
import { textKey } from '../text-key';
import { readChildren } from './child-cells';
import { readContacts, type UnusableCell } from './contact-cells';
import { readParents } from './parent-cells';
import type { PersonName, PupilRow, StaffRow } from './person-row';
import {
  readClass,
  readPeople,
  type PeopleContext,
  type PeopleImport,
  type ReadRow,
  type RowReader,
} from './read-people';
import { readBirthDate, readName, readRoles, readSex, type ReadValue } from './read-values';

const nameCells = (reader: RowReader) => ({
  full: reader.text('fullName'),
  last: reader.text('lastName'),
  first: reader.text('firstName'),
  middle: reader.text('middleName'),
});

const keyOf = (name: PersonName, ...more: readonly string[]) =>
  [name.last, name.first, name.middle].map(textKey).concat(more).join('|');

const keyOfRow = (rowNumber: number, child = 0) =>
  child === 0 ? `r${rowNumber}` : `r${rowNumber}c${child}`;

const parentsOf = (reader: RowReader, today: IsoDate) =>
  readParents({ text: reader.lines, title: reader.title }, today);

/** A birth date nobody can have at school is a problem of the row. */
function readPupilBirth(reader: RowReader, today: IsoDate): ReadValue<IsoDate | null> {
  const read = readBirthDate(reader.value('birthDate'), today);
  if (!read.ok || read.value === null) return read;
  const problem = fieldProblem('birthDate', read.value, today);
  return problem === undefined
    ? read
    : { ok: false, problem: { code: 'unlikelyBirthDate', date: read.value } };
}

/**
 * Reads a list of pupils (C4). The class comes from its column, or «Параллель» and «Литера», else
 * from a heading between the rows, the name of the sheet or a title above. The same name and birth
 * date twice is a bad row; without birth dates, the same name in the same class. A row that names
 * only a parent adds to the pupil above it.
 */
export function mapPupils(sheet: TableSheet, context: PeopleContext): PeopleImport<PupilRow> {
  const { today } = context;
  const read = (reader: RowReader): ReadRow<PupilRow> | undefined => {
    const { rowNumber, take } = reader;
    const name = take(readName(nameCells(reader), false));
    const className = take(reader.className());
    if (className === null) take({ ok: false, problem: { code: 'noClass' } });
    const birthDate = take(readPupilBirth(reader, today));
    const sex = take(readSex(reader.value('sex')));
    if (name === undefined || !className || birthDate === undefined || sex === undefined) {
      return undefined;
    }
    const own = readContacts(reader.text, today);
    const { parents, unusable } = parentsOf(reader, today);
    const row: PupilRow = {
      key: keyOfRow(rowNumber),
      rowNumber,
      name,
      className,
      birthDate,
      sex,
      personalFile: reader.text('personalFile'),
      contacts: own.contacts,
      parents,
      unusable: [...own.unusable, ...unusable],
    };
    return { rows: [row], key: keyOf(name, birthDate ?? formatClassName(className)) };
  };
  const continues = (reader: RowReader, before: PupilRow): PupilRow | undefined => {
    const { full, last, first } = nameCells(reader);
    if (full !== '' || last !== '' || first !== '') return undefined;
    const { parents, unusable } = parentsOf(reader, today);
    if (parents.length === 0) return undefined;
    return {
      ...before,
      parents: [...before.parents, ...parents],
      unusable: [...before.unusable, ...unusable],
    };
  };
  return readPeople(sheet, 'pupils', context, read, continues);
}

const NO_CONTACTS: PupilRow['contacts'] = {
  snils: '',
  phone: '',
  email: '',
  address: '',
  registeredAddress: '',
  citizenship: '',
  previousSchool: '',
  educationForm: null,
};

/**
 * Reads a list of parents (C4): a row a parent, with the child's name and class in columns of their
 * own, or several children in a cell or in columns. Answers a row for each child.
 */
export function mapParents(sheet: TableSheet, context: PeopleContext): PeopleImport<PupilRow> {
  const { today } = context;
  return readPeople(sheet, 'parents', context, (reader): ReadRow<PupilRow> | undefined => {
    const { rowNumber, take } = reader;
    const { full, ...parts } = nameCells(reader);
    const children = readChildren([
      reader.lines('fullName'),
      reader.lines('child2'),
      reader.lines('child3'),
    ]);
    const inParts = full === '' && (parts.last !== '' || parts.first !== '');
    const names = inParts ? [{ name: '', className: null }, ...children] : children;
    if (names.length === 0) take({ ok: false, problem: { code: 'noChild' } });
    const className = take(reader.className());
    const birthDate = take(readPupilBirth(reader, today));
    const { parents, unusable } = parentsOf(reader, today);
    const wrong = unusable.find(({ field }) => field === 'parentName');
    if (wrong !== undefined)
      take({ ok: false, problem: { code: 'noFirstName', name: wrong.text } });
    else if (parents.length === 0) take({ ok: false, problem: { code: 'noParent' } });
    const rows = names.flatMap((child, index): PupilRow[] => {
      const cells =
        inParts && index === 0
          ? { full: '', ...parts }
          : { full: child.name, last: '', first: '', middle: '' };
      const name = take(readName(cells, false));
      const own = child.className ?? (index === 0 ? (className ?? null) : null);
      if (name === undefined) return [];
      return [
        {
          key: keyOfRow(rowNumber, index),
          rowNumber,
          name,
          className: own,
          birthDate: index === 0 ? (birthDate ?? null) : null,
          sex: null,
          personalFile: '',
          contacts: NO_CONTACTS,
          parents,
          unusable: index === 0 ? unusable : [],
        },
      ];
    });
    return { rows, key: null };
  });
}

/**
 * Reads a list of the staff (C4): name, position, roles in the journal, subjects, and the class
 * whose classroom teacher the person is. The same name and birth date twice is a bad row.
 */
export function mapStaff(sheet: TableSheet, context: PeopleContext): PeopleImport<StaffRow> {
  return readPeople(sheet, 'staff', context, (reader): ReadRow<StaffRow> | undefined => {
    const { rowNumber, take } = reader;
    const name = take(readName(nameCells(reader), true));
    const roles = take(readRoles(reader.value('role')));
    const classText = reader.text('className');
    const classTeacherOf = take(readClass({ whole: classText, letter: '' }, undefined));
    const birthDate = take(readBirthDate(reader.value('birthDate'), context.today));
    const sex = take(readSex(reader.value('sex')));
    if (
      name === undefined ||
      roles === undefined ||
      classTeacherOf === undefined ||
      birthDate === undefined ||
      sex === undefined
    ) {
      return undefined;
    }
    const subjects = reader
      .text('subjects')
      .split(/[,;]/u)
      .map((subject) => subject.trim())
      .filter((subject) => subject !== '');
    const unusable: UnusableCell[] = [];
    const contact = (field: 'phone' | 'email') => {
      const text = tidyField(field, reader.text(field));
      if (/^[-–—]?$/u.test(text)) return '';
      if (fieldProblem(field, text, context.today) === undefined) return text;
      unusable.push({ field, text });
      return '';
    };
    const row = {
      rowNumber,
      name,
      position: reader.text('position'),
      roles,
      classTeacherOf,
      subjects,
      birthDate,
      sex,
      phone: contact('phone'),
      email: contact('email'),
      unusable,
    };
    return { rows: [row], key: keyOf(name, birthDate ?? '') };
  });
}
