import type { IsoDate } from '../../calendar/iso-date';
import type { ClassName } from '../../people/class-name';
import type { Relation } from '../../pupils/representative';
import type { PupilContacts, UnusableCell } from './contact-cells';
import type { PersonField } from './person-field';

/** A name in its parts; what a person does not have is ''. */
export interface PersonName {
  readonly last: string;
  readonly first: string;
  /** Отчество, or whatever follows the first name («Мария кызы»). */
  readonly middle: string;
}

export type Sex = 'male' | 'female';

export type StaffRole =
  | 'administrator'
  | 'director'
  | 'deputy'
  | 'classTeacher'
  | 'subjectTeacher'
  | 'secretary';

interface PersonRow {
  /** As the spreadsheet numbers its rows, from 1. */
  readonly rowNumber: number;
  readonly name: PersonName;
  readonly birthDate: IsoDate | null;
  readonly sex: Sex | null;
}

/** A parent or another representative as a list tells; '' and null where it says nothing. */
export interface ParentRow {
  readonly name: PersonName;
  readonly relation: Relation | null;
  /** By a word or the column, not only by the patronymic. */
  readonly relationSaid: boolean;
  /** A legal representative. */
  readonly legal: boolean;
  readonly phone: string;
  readonly email: string;
  readonly address: string;
  /** The place of work, further numbers. */
  readonly note: string;
}

export interface PupilRow extends PersonRow {
  /** Names the row in choices and changes: several children of a list of parents stand in one row. */
  readonly key: string;
  /** Null only in a list of parents that does not tell it. */
  readonly className: ClassName | null;
  /** № личного дела, '' where not given. */
  readonly personalFile: string;
  readonly contacts: PupilContacts;
  readonly parents: readonly ParentRow[];
  /** Cells the pupil comes without. */
  readonly unusable: readonly UnusableCell[];
}

export interface StaffRow extends PersonRow {
  /** Должность as written, '' where not given. */
  readonly position: string;
  /** None where the file does not say. */
  readonly roles: readonly StaffRole[];
  /** The class whose classroom teacher this is. */
  readonly classTeacherOf: ClassName | null;
  readonly subjects: readonly string[];
  readonly phone: string;
  readonly email: string;
  /** Cells the person comes without. */
  readonly unusable: readonly UnusableCell[];
}

/** Why a row cannot be taken over. */
export type RowProblem =
  | { readonly code: 'noName' }
  | { readonly code: 'noFirstName'; readonly name: string }
  | { readonly code: 'initialsOnly'; readonly name: string }
  | { readonly code: 'oddName'; readonly name: string }
  | { readonly code: 'noClass' }
  | { readonly code: 'badClass'; readonly text: string }
  | { readonly code: 'badDate'; readonly text: string }
  | { readonly code: 'unlikelyBirthDate'; readonly date: IsoDate }
  | { readonly code: 'badSex'; readonly text: string }
  | { readonly code: 'unknownRole'; readonly text: string }
  | { readonly code: 'noChild' }
  | { readonly code: 'childUnknown'; readonly name: string }
  | { readonly code: 'noParent' }
  | { readonly code: 'duplicate'; readonly ofRowNumber: number };

export interface BadRow {
  /** As the spreadsheet numbers its rows, from 1. */
  readonly rowNumber: number;
  /** The row's cells as a person reads them. */
  readonly cells: readonly string[];
  /** At least one. */
  readonly problems: readonly RowProblem[];
}

/** A column of the sheet and what it is taken for; null where it is not used. */
export interface PersonColumn {
  /** From 0. */
  readonly column: number;
  /** The header's words, '' where it has none. */
  readonly title: string;
  readonly field: PersonField | null;
}

/** Which column is what and where the people begin: found by us, corrected by the person. */
export interface PeopleColumns {
  /** From 0. */
  readonly firstDataRow: number;
  /** Every column of the sheet. No field twice. */
  readonly columns: readonly PersonColumn[];
}
