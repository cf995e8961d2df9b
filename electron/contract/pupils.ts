import { type } from '@orpc/contract';
import { z } from 'zod';
import type { IsoDate } from '#domain/calendar/iso-date';
import { EDUCATION_FORMS, type PupilData } from '#domain/pupils/pupil-data';
import { RELATIONS, type Relation, type RepresentativeData } from '#domain/pupils/representative';
import type { ConsentRow } from './consents';
import { commandInput, id, isoDate, query, ruledCommand, ruledQuery } from './procedure';

export type RepresentativeOfPupil = {
  readonly id: number;
  readonly version: number;
  readonly data: RepresentativeData;
  readonly relation: Relation;
  readonly legal: boolean;
  readonly main: boolean;
  /** Brothers and sisters: «Абрамов Илья, 8-А». */
  readonly otherChildren: readonly string[];
};

export type MovementKind =
  | 'arrival'
  | 'leaving'
  | 'transfer'
  | 'promotion'
  | 'conditionalPromotion'
  | 'repeat'
  | 'graduation';

export type PupilCard = {
  readonly id: number;
  readonly version: number;
  readonly data: PupilData;
  readonly className: string | null;
  readonly classId: number | null;
  /** The last day in the school of who is there no more. */
  readonly leftOn: IsoDate | null;
  readonly hasPhoto: boolean;
  readonly mayEdit: boolean;
  /** The one who asks enters consents and notes beside it. */
  readonly mayKeep: boolean;
  /** Whether the school keeps health sheets, and who asks may open them. */
  readonly health: 'off' | 'closed' | 'open';
  readonly classes: readonly {
    readonly yearName: string;
    readonly className: string;
    readonly homeroomTeacher: string | null;
    readonly from: IsoDate;
    readonly to: IsoDate | null;
  }[];
  readonly movements: readonly {
    readonly id: number;
    readonly kind: MovementKind;
    readonly effectiveOn: IsoDate;
    readonly order: string;
    readonly orderDate: IsoDate;
    readonly fromClass: string | null;
    readonly toClass: string | null;
    readonly place: string;
    readonly reason: string;
    readonly revoked: boolean;
  }[];
  /** Subgroups of this year. */
  readonly groups: readonly {
    readonly name: string;
    readonly subjects: string;
    readonly from: IsoDate;
    readonly to: IsoDate | null;
  }[];
  readonly representatives: readonly RepresentativeOfPupil[];
  readonly consents: readonly ConsentRow[];
};

type HistoryValue = string | number | boolean | null;
export type CardChange = {
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly entity: string;
  readonly before: Readonly<Record<string, HistoryValue>> | null;
  readonly after: Readonly<Record<string, HistoryValue>> | null;
};
export type CardHistory = {
  readonly changes: readonly CardChange[];
  /** Who opened the card on which days; only for who answers for the journal. */
  readonly looks: readonly { readonly at: string; readonly actor: string }[];
};

export type FoundRepresentative = {
  readonly id: number;
  readonly name: string;
  /** The last four digits: tells namesakes apart. */
  readonly phoneTail: string;
  readonly children: readonly string[];
};

const LOOKS = ['administrator', 'director', 'deputy', 'classTeacher', 'secretary'] as const;
const RULE = 'correctPupilData';

const line = z.string().max(200);
const text = z.string().max(1000);
const pupilChanges = z
  .object({
    lastName: line,
    firstName: line,
    middleName: line,
    sex: z.enum(['male', 'female']).nullable(),
    birthDate: isoDate.nullable(),
    personalFile: line,
    snils: line,
    phone: line,
    email: line,
    address: text,
    registeredAddress: text,
    citizenship: line,
    previousSchool: text,
    educationForm: z.enum(EDUCATION_FORMS),
    note: text,
  })
  .partial();
const representative = z.object({
  lastName: line,
  firstName: line,
  middleName: line,
  phone: line,
  email: line,
  address: text,
  note: text,
});
const link = { relation: z.enum(RELATIONS), legal: z.boolean(), main: z.boolean() };

/** A photograph is shrunk before it comes here; base64 is a third longer than the bytes. */
export const LARGEST_PHOTO = 300_000;

/** Pupils' cards (C1): KIA 4.7, ИНС 4.2. */
export const pupilsContract = {
  /** Opening a card is written into the audit trail once a person, card and day (U4). */
  card: query(...LOOKS)
    .input(z.object({ pupilId: id }))
    .output(type<PupilCard>()),
  history: query(...LOOKS)
    .input(z.object({ pupilId: id }))
    .output(type<CardHistory>()),
  photo: query(...LOOKS)
    .input(z.object({ pupilId: id }))
    .output(type<{ readonly jpegBase64: string | null }>()),
  save: ruledCommand(RULE, 'pupil.save')
    .input(commandInput({ pupilId: id, version: z.int().min(0), changes: pupilChanges }))
    .output(type<{ readonly version: number }>()),
  setPhoto: ruledCommand(RULE, 'pupil.setPhoto')
    .input(
      commandInput({
        pupilId: id,
        jpegBase64: z
          .string()
          .max(LARGEST_PHOTO * 1.4)
          .nullable(),
      }),
    )
    .output(type<void>()),
  /** By the beginning of the surname, so that brothers and sisters share a parent. */
  findRepresentatives: ruledQuery(RULE)
    .input(z.object({ name: z.string().trim().min(2).max(100) }))
    .output(type<readonly FoundRepresentative[]>()),
  addRepresentative: ruledCommand(RULE, 'representative.add')
    .input(commandInput({ pupilId: id, data: representative, ...link }))
    .output(type<{ readonly representativeId: number }>()),
  /** Ties somebody known to the pupil, or changes how they are tied. */
  linkRepresentative: ruledCommand(RULE, 'representative.link')
    .input(commandInput({ pupilId: id, representativeId: id, ...link }))
    .output(type<void>()),
  saveRepresentative: ruledCommand(RULE, 'representative.save')
    .input(
      commandInput({
        representativeId: id,
        version: z.int().min(0),
        changes: representative.partial(),
      }),
    )
    .output(type<{ readonly version: number }>()),
  detachRepresentative: ruledCommand(RULE, 'representative.detach')
    .input(commandInput({ pupilId: id, representativeId: id }))
    .output(type<void>()),
};
