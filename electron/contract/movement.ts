import { type } from '@orpc/contract';
import { z } from 'zod';
import type { IsoDate } from '#domain/calendar/iso-date';
import { MOVEMENT_KINDS, type MovementKind } from '#domain/movement/kinds';
import type { MovementProblem } from '#domain/movement/plan-movement';
import { documentProcedures } from './documents';
import { command, commandInput, id, isoDate, ofYear, query, written } from './procedure';

export type Debt = {
  readonly subjectId: number;
  readonly subjectName: string;
  readonly dueOn: IsoDate;
  readonly settledOn: IsoDate | null;
};

/** One pupil by one order, as the register shows it. */
export type MovementRow = {
  readonly id: number;
  readonly orderId: number;
  readonly orderNumber: string;
  readonly orderDate: IsoDate;
  readonly kind: MovementKind;
  readonly effectiveOn: IsoDate;
  readonly pupilId: number;
  readonly pupil: string;
  readonly birthDate: IsoDate | null;
  readonly address: string;
  readonly fromClass: string | null;
  readonly toClass: string | null;
  readonly fromClassId: number | null;
  readonly toClassId: number | null;
  readonly place: string;
  readonly reason: string;
  readonly debts: readonly Debt[];
  /** Why the order was revoked for this pupil; null while it is in force. */
  readonly revoked: string | null;
};

/** Somebody who is or was a pupil. */
export type MovementPerson = {
  readonly id: number;
  readonly name: string;
  readonly sex: 'male' | 'female' | null;
  readonly birthDate: IsoDate | null;
  /** The last class, with its year: «6-А». */
  readonly className: string;
  readonly classId: number | null;
  readonly yearId: number | null;
  readonly grade: number | null;
  /** The last day in that class; null while it goes on. */
  readonly to: IsoDate | null;
  /** The groups of that class the pupil is in. */
  readonly groupNames: readonly string[];
};

export type MovementStart = {
  readonly people: readonly MovementPerson[];
  readonly classes: readonly {
    readonly id: number;
    readonly name: string;
    readonly grade: number;
    readonly yearId: number;
    readonly yearName: string;
    readonly groups: readonly {
      readonly id: number;
      readonly name: string;
      readonly division: string;
    }[];
  }[];
  readonly subjects: readonly { readonly id: number; readonly name: string }[];
};

/** Entries of one page that will lie on days on which the pupil no longer belongs to it. */
export type OutsideEntries = {
  readonly pageId: number;
  readonly page: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly cells: number;
  readonly marks: number;
};

export type MovementPreviewItem = {
  readonly problem: MovementProblem | 'changedSince' | null;
  readonly fromClass: string | null;
  /** Classes that were to follow and are taken back. */
  readonly dropped: readonly string[];
  readonly outside: readonly OutsideEntries[];
};

export type MovementPreview = {
  readonly items: readonly MovementPreviewItem[];
  /** The order is in the journal already: the pupils are added to it. */
  readonly orderExists: boolean;
  /** All entries left outside: goes into `enter`, so that what was seen is what is done. */
  readonly outside: number;
};

const text = (max: number) => written().max(max);
const item = z.object({
  kind: z.enum(MOVEMENT_KINDS),
  on: isoDate,
  /** Absent: `newPupil` comes to the school for the first time. */
  pupilId: id.optional(),
  newPupil: z
    .object({
      lastName: text(100).min(1),
      firstName: text(100).min(1),
      middleName: text(100),
      sex: z.enum(['male', 'female']).nullable(),
      birthDate: isoDate.nullable(),
    })
    .optional(),
  toClassId: id.nullable(),
  groupIds: z.array(id).max(20),
  place: text(300),
  reason: text(300),
  debts: z.array(z.object({ subjectId: id, dueOn: isoDate })).max(30),
});
export type MovementItem = z.infer<typeof item>;

const order = {
  number: text(50).min(1),
  date: isoDate,
  title: text(200),
  items: z.array(item).min(1).max(1000),
};
const orderInput = z.object(order);
export type MovementOrderInput = z.infer<typeof orderInput>;

const looks = ['administrator', 'director', 'deputy', 'secretary', 'classTeacher'] as const;
const enters = ['administrator', 'secretary'] as const;

const span = documentProcedures({ from: isoDate, to: isoDate }, ...enters, 'director', 'deputy');
const list = documentProcedures({ orderId: id }, ...enters, 'director', 'deputy');

export const movementContract = {
  /** «Сведения о прибывших и выбывших» between two days. */
  period: span.view,
  savePeriod: span.save,
  /** The list of pupils of an order. */
  orderList: list.view,
  saveOrderList: list.save,
  /** The movements of a year; who is only a class teacher gets those of the own class. */
  register: query(...looks)
    .input(ofYear)
    .output(type<readonly MovementRow[]>()),
  /** What an order is written with: pupils, former pupils, classes and their groups. */
  start: query(...enters).output(type<MovementStart>()),
  /** What an order would do; nothing changes. */
  preview: query(...enters)
    .input(orderInput)
    .output(type<MovementPreview>()),
  enter: command('movement.enter', ...enters)
    .input(commandInput({ ...order, outside: z.int().min(0) }))
    .output(type<{ readonly orderId: number }>()),
  /** Whether these movements of an order can be taken back. */
  previewRevoke: query(...enters)
    .input(z.object({ orderId: id, movementIds: z.array(id).max(1000).optional() }))
    .output(type<readonly (MovementPreviewItem & { readonly pupil: string })[]>()),
  /** Takes an order back, whole or for the named movements: memberships become what they were. */
  revoke: command('movement.revoke', ...enters)
    .input(
      commandInput({
        orderId: id,
        movementIds: z.array(id).max(1000).optional(),
        why: text(300).min(1),
        outside: z.int().min(0),
      }),
    )
    .output(type<void>()),
  /** A debt is settled on a day, or owed again. */
  settleDebt: command('movement.settleDebt', ...enters, 'deputy')
    .input(commandInput({ movementId: id, subjectId: id, settledOn: isoDate.nullable() }))
    .output(type<void>()),
};
