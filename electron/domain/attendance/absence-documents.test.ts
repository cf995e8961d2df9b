import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type IsoDate } from '../calendar/iso-date';
import {
  documentOn,
  DOCUMENT_REASONS,
  underDocuments,
  type AbsenceDocument,
  type Excused,
} from './absence-documents';
import { ATTENDANCES } from './attendance';

const START: IsoDate = '2026-11-02';
const day = (number: number) => addDays(START, number);
const anyDocuments = fc
  .array(
    fc.record({
      reason: fc.constantFrom(...DOCUMENT_REASONS),
      from: fc.nat({ max: 12 }),
      days: fc.nat({ max: 8 }),
    }),
    { maxLength: 5 },
  )
  .map((rows) =>
    rows.map(({ reason, from, days }, index): AbsenceDocument => ({
      id: index + 1,
      reason,
      from: day(from),
      to: day(from + days),
    })),
  );
const anyCells = fc.array(
  fc.record({
    day: fc.nat({ max: 20 }),
    attendance: fc.constantFrom(null, ...ATTENDANCES),
  }),
  { maxLength: 12 },
);
type Cell = { readonly day: IsoDate; readonly state: Excused };
const all = (cells: readonly Cell[], documents: readonly AbsenceDocument[]) =>
  cells.map((cell) => ({ ...cell, state: underDocuments(cell.state, cell.day, documents) }));

test('documents entered and withdrawn in any order leave everything as it was', () => {
  fc.assert(
    fc.property(anyDocuments, anyCells, fc.infiniteStream(fc.nat()), (documents, drawn, order) => {
      const before: Cell[] = drawn.map(({ day: number, attendance }) => ({
        day: day(number),
        state: { attendance, turnedBy: null },
      }));
      let now = before;
      let inForce: AbsenceDocument[] = [];
      const waiting = [...documents];
      while (waiting.length > 0 || inForce.length > 0) {
        const pick = order.next().value;
        const enters = waiting.length > 0 && (inForce.length === 0 || pick % 2 === 0);
        if (enters) inForce = [...inForce, waiting.splice(pick % waiting.length, 1)[0]!];
        else inForce = inForce.filter((_, at) => at !== pick % inForce.length);
        now = all(now, inForce);
        // However it came about, the cells are what these documents make of the beginning.
        expect(now).toEqual(all(before, inForce));
      }
      expect(now).toEqual(before);
    }),
  );
});

test('only «Н» inside the dates is turned; of several documents the first entered counts', () => {
  fc.assert(
    fc.property(anyDocuments, anyCells, (documents, drawn) => {
      for (const { day: number, attendance } of drawn) {
        const date = day(number);
        const after = underDocuments({ attendance, turnedBy: null }, date, documents);
        const covering = documents.filter(({ from, to }) => from <= date && date <= to);
        const first = covering[0];
        expect(documentOn(documents, date)).toEqual(first);
        expect(after).toEqual(
          attendance === 'absent' && first !== undefined
            ? { attendance: first.reason, turnedBy: first.id }
            : { attendance, turnedBy: null },
        );
      }
    }),
  );
});
