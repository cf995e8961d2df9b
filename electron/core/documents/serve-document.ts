import path from 'node:path';
import type { DocumentPlace, DocumentView, SavedDocument } from '#contract/documents';
import { assertNever } from '#domain/assert-never';
import type { TableDocument } from '#domain/documents/table-document';
import type { CallContext } from '../context';
import { replaceFile } from '../files/durable';
import { stampOf } from '../sheets/print-stamp';
import { signedIn, type Reading } from '../unit-of-work';
import { tableDocumentCsv } from './table-document-csv';

type Call<Input> = {
  readonly context: CallContext;
  readonly input: Input;
  readonly signal?: AbortSignal | undefined;
};

/**
 * The handlers of a list on paper (`documentProcedures` of the contract). `build` reads what the
 * one who asks may see and refuses the rest, as any query does.
 */
export function documentHandlers<Input>(
  build: (reading: Reading, input: Input, context: CallContext) => TableDocument,
) {
  const documentOf = ({ context, input }: Call<Input>) => {
    const { core } = context;
    const { session, open } = signedIn(context);
    const reading = { db: open.journal.db, actor: session, today: core.today(), core };
    return build(reading, input, context);
  };
  const pdfOf = ({ context, signal }: Call<Input>, document: TableDocument) => {
    const { session } = signedIn(context);
    const stamp = stampOf(context.core, session);
    return context.core.pdf.renderPdf({ kind: 'table', document, stamp }, signal);
  };
  const bytesOf = async (call: Call<Input & DocumentPlace>) => {
    const document = documentOf(call);
    switch (call.input.format) {
      case 'pdf':
        return pdfOf(call, document);
      case 'xlsx':
        return (await import('./table-document-xlsx')).tableDocumentXlsx(document);
      case 'csv':
        return tableDocumentCsv(document);
      default:
        return assertNever(call.input.format);
    }
  };
  return {
    view: async (call: Call<Input>): Promise<DocumentView> => {
      const document = documentOf(call);
      const pdf = await pdfOf(call, document);
      return { title: document.title, pdfBase64: Buffer.from(pdf).toString('base64') };
    },
    /** A file that was there is replaced whole or not at all. */
    save: async (call: Call<Input & DocumentPlace>): Promise<SavedDocument> => {
      const file = call.context.core.grants.pathOf(call.input.grant, 'save');
      await replaceFile(file, await bytesOf(call), 0o644);
      return { fileName: path.basename(file) };
    },
  };
}
