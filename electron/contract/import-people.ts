import { z } from 'zod';
import type { IsoDate } from '#domain/calendar/iso-date';
import type { ChangedField } from '#domain/import/people/field-change';
import { PERSON_FIELDS, type PersonField } from '#domain/import/people/person-field';

/** A column as it was taken: what it holds and a few of its values. */
export type PreviewColumn = {
  readonly column: number;
  readonly title: string;
  readonly field: PersonField | null;
  readonly sample: readonly string[];
};

/** What would become of a good row. */
export type PersonOutcome =
  /** Nobody like this is in the journal. */
  | { readonly kind: 'new' }
  /** Already there. `where` is the class or the position. */
  | { readonly kind: 'exists'; readonly where: string }
  /** Known from another year or returned: joins the class. */
  | { readonly kind: 'joins' }
  /** One of the row's candidates, or a namesake: to be answered. */
  | { readonly kind: 'asks' }
  /** Left out, as answered. */
  | { readonly kind: 'skipped' };

/** A difference between the journal and the list, to be agreed to by its key. */
export type PreviewChange = {
  readonly key: string;
  readonly field: ChangedField;
  /** The parent whose card it is; '' for the person's own. */
  readonly person: string;
  readonly was: string;
  readonly becomes: string;
  /** `fill` adds where nothing stands, `replace` loses what stands there. */
  readonly kind: 'fill' | 'replace';
};

/** A parent of a row as the list tells. */
export type PreviewParent = {
  readonly key: string;
  /** «Иванова Мария Петровна, мать, +7 900 123-45-67» */
  readonly text: string;
  /** Another child of the same parent, «Иванов Илья, 5-А»; '' for none. */
  readonly sharedWith: string;
  /** Taken for one person by the name alone, or for two though the name is one: may be answered `same`, `other`. */
  readonly byName: 'same' | 'other' | null;
  /** A child of the one with that name; '' where no name alone decides. */
  readonly namesakeOf: string;
};

export type GoodPersonRow = {
  /** Names the row in answers; several children of a list of parents stand in one row. */
  readonly key: string;
  readonly rowNumber: number;
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string;
  /** The pupil's class, or the class whose classroom teacher this is; '' for none. */
  readonly className: string;
  readonly birthDate: IsoDate | null;
  /** The pupil's file or the position. */
  readonly detail: string;
  /** Cells the person comes without, and why: sentences without a full stop. */
  readonly leftOut: readonly string[];
  /** What is to be known of the row besides: sentences without a full stop. */
  readonly told: readonly string[];
  readonly changes: readonly PreviewChange[];
  readonly parents: readonly PreviewParent[];
  /** Who of ours may be meant: answered by the id, `new` or `skip`. */
  readonly candidates: readonly { readonly id: number; readonly label: string }[];
  /** Another one after the journal has changed under the row. */
  readonly stamp: string;
  readonly outcome: PersonOutcome;
};

export type BadPersonRow = {
  readonly rowNumber: number;
  readonly cells: readonly string[];
  /** Sentences without a full stop. */
  readonly reasons: readonly string[];
};

export type PeoplePreview = {
  /** Goes into `apply`: what was seen is what is done. */
  readonly sha256: string;
  /** Goes into `apply`, too: of all that is planned, so that nothing else is done. */
  readonly seen: string;
  readonly sheets: readonly string[];
  readonly sheet: number;
  /** From 0; the person may name another row. */
  readonly firstDataRow: number;
  /** No column named a person: the person says which do. */
  readonly headerFound: boolean;
  readonly columns: readonly PreviewColumn[];
  readonly good: readonly GoodPersonRow[];
  readonly bad: readonly BadPersonRow[];
  /** Classes that would be made. */
  readonly newClasses: readonly string[];
};

export type PeopleResult = {
  readonly added: number;
  readonly joined: number;
  readonly existing: number;
  /** Cards of known people that were changed. */
  readonly changed: number;
  /** Representatives who came new. */
  readonly parents: number;
  /** Rows left out as answered. */
  readonly skipped: number;
  /** Rows with mistakes that were left out as agreed. */
  readonly leftOut: number;
  readonly newClasses: readonly string[];
};

export type StaffResult = PeopleResult & {
  /** Who came new, with the roles the file gives them: accounts may be opened now. */
  readonly people: readonly {
    readonly staffId: number;
    readonly roles: readonly (
      | 'administrator'
      | 'director'
      | 'deputy'
      | 'classTeacher'
      | 'teacher'
      | 'secretary'
    )[];
  }[];
};

export const grant = z.uuid();
export const sha256 = z.string().length(64);
export const peopleFile = {
  grant,
  sheet: z.int().min(0).max(1000).optional(),
  columns: z
    .object({
      firstDataRow: z.int().min(0),
      columns: z
        .array(
          z.object({
            column: z.int().min(0),
            title: z.string().max(40_000),
            field: z.enum(PERSON_FIELDS).nullable(),
          }),
        )
        .max(500),
    })
    .optional(),
  /** The class of everybody in the sheet, where the sheet does not tell it. */
  className: z.string().trim().max(20).optional(),
  /** What was said of rows that ask, by their keys: the id of one of ours, `new`, `skip`, `same`, `other`. */
  answers: z
    .record(z.string().max(30), z.string().max(20))
    .refine((answers) => Object.keys(answers).length <= 20_000)
    .default({}),
};
export const peopleFileInput = z.object(peopleFile);
export type PeopleFileInput = z.infer<typeof peopleFileInput>;

/** What was seen and agreed to. */
export const seenPeople = {
  sha256,
  seen: sha256,
  withoutBadRows: z.boolean(),
  /** Keys of the differences that are to be taken over. */
  agreed: z.array(z.string().max(60)).max(200_000).default([]),
};
