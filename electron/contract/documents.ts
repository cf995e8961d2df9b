import { type } from '@orpc/contract';
import { z } from 'zod';
import { query, type Access } from './procedure';

export const DOCUMENT_FORMATS = ['pdf', 'xlsx', 'csv'] as const;
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];

/** A document to look at and print. */
export type DocumentView = {
  readonly title: string;
  readonly pdfBase64: string;
};
export type SavedDocument = { readonly fileName: string };

/** Where a document goes: the place the person chose in the shell's dialog, and as what. */
export type DocumentPlace = { readonly grant: string; readonly format: DocumentFormat };

/**
 * The two procedures of a list on paper: `view` answers its PDF, `save` writes it as PDF, XLSX or
 * CSV. `shape` is what has to be said to get the list.
 */
export const documentProcedures = <Shape extends z.ZodRawShape>(
  shape: Shape,
  ...access: readonly Access[]
) => ({
  view: query(...access)
    .input(z.object(shape))
    .output(type<DocumentView>()),
  save: query(...access)
    .input(z.object({ ...shape, grant: z.uuid(), format: z.enum(DOCUMENT_FORMATS) }))
    .output(type<SavedDocument>()),
});

const cell = z.union([z.string().max(2000), z.number(), z.null()]);
/** A table as a screen shows it: sorted, filtered, its columns in order. */
const shownTable = {
  title: z.string().trim().min(1).max(200),
  columns: z
    .array(z.object({ title: z.string().max(200), align: z.enum(['left', 'center', 'right']) }))
    .min(1)
    .max(40),
  rows: z.array(z.array(cell).max(40)).max(10_000),
};
export type ShownTable = z.infer<z.ZodObject<typeof shownTable>>;
const list = documentProcedures(shownTable, 'signedIn');

export const documentsContract = {
  /** What a screen shows as a table, put on paper: nothing is read from the journal but the school's name. */
  table: list.view,
  saveTable: list.save,
};
