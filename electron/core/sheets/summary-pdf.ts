import path from 'node:path';
import type { CallContext } from '../context';
import { replaceFile } from '../files/durable';
import { signedIn } from '../unit-of-work';
import { classSummary } from './class-summary';
import { stampOf } from './print-stamp';

type Asked = { readonly classId: number; readonly periodId: number };
type Call<Input> = {
  readonly context: CallContext;
  readonly input: Input;
  readonly signal?: AbortSignal | undefined;
};

/** Makes the PDF of a class's summary sheet, stamped with who prints it and when. */
async function summaryPdf({ context, input, signal }: Call<Asked>) {
  const { core } = context;
  const { session, open: opened } = signedIn(context);
  const reading = { db: opened.journal.db, actor: session, today: core.today(), core };
  const sheet = classSummary(reading, input);
  const stamp = stampOf(core, session);
  const pdf = await core.pdf.renderPdf({ kind: 'summary-sheet', sheet, stamp }, signal);
  return { title: sheet.title, pdf };
}

export async function summary(call: Call<Asked>) {
  const { title, pdf } = await summaryPdf(call);
  return { title, pdfBase64: Buffer.from(pdf).toString('base64') };
}

/** Writes the sheet where the person chose; a file that was there is replaced whole or not at all. */
export async function saveSummary(call: Call<Asked & { readonly grant: string }>) {
  const file = call.context.core.grants.pathOf(call.input.grant, 'save');
  const { pdf } = await summaryPdf(call);
  await replaceFile(file, pdf, 0o644);
  return { fileName: path.basename(file) };
}
