/*
 * The thread that reads PDFs. A file of its own makes the build put pdf.js' worker among the
 * program's files: the content security policy lets in no other.
 */
import 'pdfjs-dist/build/pdf.worker.min.mjs';
