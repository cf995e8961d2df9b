import type { IsoDate } from '../calendar/iso-date';
import type { Attendance } from './attendance';

/** What a document makes of an absence: по болезни or по уважительной причине. */
export const DOCUMENT_REASONS = ['ill', 'excused'] as const;
export type DocumentReason = (typeof DOCUMENT_REASONS)[number];

/** Справка врача, заявление родителей, приказ по школе, другое. */
export const DOCUMENT_KINDS = ['medical', 'parents', 'order', 'other'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** A document in force that covers the days from one to another, both included. */
export type AbsenceDocument = {
  readonly id: number;
  readonly reason: DocumentReason;
  readonly from: IsoDate;
  readonly to: IsoDate;
};

/** The document that counts on a day: of several the one entered first. */
export const documentOn = (
  documents: readonly AbsenceDocument[],
  day: IsoDate,
): AbsenceDocument | undefined =>
  documents
    .filter(({ from, to }) => from <= day && day <= to)
    .reduce<AbsenceDocument | undefined>(
      (first, one) => (first === undefined || one.id < first.id ? one : first),
      undefined,
    );

/** An attendance, and the document that turned it into what it is; it was «Н» before. */
export type Excused = {
  readonly attendance: Attendance | null;
  readonly turnedBy: number | null;
};

/**
 * What documents make of an attendance (J7): «Н» inside their dates becomes «Б» or «У», and what a
 * document turned becomes «Н» again, or what another one says, when it is withdrawn. What a person
 * set by hand, lateness and presence are left alone.
 */
export function underDocuments(
  now: Excused,
  day: IsoDate,
  documents: readonly AbsenceDocument[],
): Excused {
  const before = now.turnedBy === null ? now.attendance : 'absent';
  if (before !== 'absent') return { attendance: before, turnedBy: null };
  const document = documentOn(documents, day);
  return document === undefined
    ? { attendance: 'absent', turnedBy: null }
    : { attendance: document.reason, turnedBy: document.id };
}

export const DOCUMENT_KIND_NAMES: Readonly<Record<DocumentKind, string>> = {
  medical: 'медицинская справка',
  parents: 'заявление родителей',
  order: 'приказ по школе',
  other: 'другой документ',
};
