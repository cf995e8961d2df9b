import type { TDocumentDefinitions } from 'pdfmake/interfaces';
import { assertNever } from '#domain/assert-never';
import type { TableDocument } from '#domain/documents/table-document';
import type { SummarySheet } from '#domain/sheets/summary-sheet';
import { tableDocumentPdf } from '../documents/table-document-pdf';
import type { PrintStamp } from './official-page';
import { summarySheetDocument } from './summary-sheet-document';

/**
 * A document to be made a PDF, as plain data: it crosses to the worker, where pdfmake's own
 * definitions, which hold functions, cannot go. A new kind of paper is a new member here.
 */
export type PdfDocument =
  | {
      readonly kind: 'summary-sheet';
      readonly sheet: SummarySheet;
      readonly stamp: PrintStamp;
    }
  | { readonly kind: 'table'; readonly document: TableDocument; readonly stamp: PrintStamp };

/** The definition that pdfmake lays out. */
export function definitionOf(document: PdfDocument): TDocumentDefinitions {
  switch (document.kind) {
    case 'summary-sheet':
      return summarySheetDocument(document.sheet, document.stamp);
    case 'table':
      return tableDocumentPdf(document.document, document.stamp);
    default:
      return assertNever(document);
  }
}
