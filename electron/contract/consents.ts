import { type } from '@orpc/contract';
import { z } from 'zod';
import type { IsoDate } from '#domain/calendar/iso-date';
import {
  CONSENT_DECISIONS,
  CONSENT_KINDS,
  type Consent,
  type ConsentKind,
  type ConsentState,
} from '#domain/consents/consents';
import { command, commandInput, id, isoDate, query } from './procedure';

export type ConsentRow = Consent & {
  readonly representativeId: number | null;
  readonly representative: string | null;
  readonly document: string;
  readonly note: string;
};

/** A line of the register: what holds today of each kind, and the paper behind it. */
export type ConsentLine = {
  readonly pupilId: number;
  readonly name: string;
  readonly className: string;
  readonly classId: number;
  readonly kinds: Readonly<
    Record<
      ConsentKind,
      {
        readonly state: ConsentState;
        readonly datedOn: IsoDate | null;
        readonly validUntil: IsoDate | null;
        readonly withdrawnOn: IsoDate | null;
        readonly document: string;
        /** A given consent that runs out within a month. */
        readonly soon: boolean;
      }
    >
  >;
};

const LOOKS = ['administrator', 'director', 'deputy', 'classTeacher', 'secretary'] as const;
const EDITS = ['administrator', 'classTeacher', 'secretary'] as const;

/** The register of consents and refusals (C3, ЭЛЖ 8, ТИП А.1). */
export const consentsContract = {
  register: query(...LOOKS)
    .input(z.object({ classId: id.optional(), yearId: id.optional() }))
    .output(type<readonly ConsentLine[]>()),
  /** One decision for many pupils at once: a pile of papers of a class. */
  add: command('consent.add', ...EDITS)
    .input(
      commandInput({
        pupilIds: z.array(id).min(1).max(2000),
        kind: z.enum(CONSENT_KINDS),
        decision: z.enum(CONSENT_DECISIONS),
        representativeId: id.nullable(),
        document: z.string().trim().max(100),
        datedOn: isoDate,
        validUntil: isoDate.nullable(),
        note: z.string().trim().max(500),
      }),
    )
    .output(type<{ readonly consentIds: number[] }>()),
  /** `on: null` takes a withdrawal back that was entered by mistake. */
  withdraw: command('consent.withdraw', ...EDITS)
    .input(commandInput({ consentId: id, on: isoDate.nullable() }))
    .output(type<void>()),
  /** Takes out what was entered by mistake; the audit trail keeps it. */
  remove: command('consent.remove', ...EDITS)
    .input(commandInput({ consentIds: z.array(id).min(1).max(2000) }))
    .output(type<void>()),
};
