/** What a file really is, whatever it is called. */
export type FileKind =
  | 'empty'
  | 'zip'
  | 'oldExcel'
  | 'oldWord'
  | 'passwordProtected'
  | 'text'
  | 'other';

const startsWith = (bytes: Uint8Array, ...head: number[]) =>
  head.every((byte, index) => bytes[index] === byte);

function holdsUtf16(bytes: Uint8Array, text: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(text, 0, 'utf16le');
}

/** Control characters that no text file holds; UTF-16 is told apart before this is asked. */
function holdsControls(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 65_536).some((byte) => byte < 9 || (byte > 13 && byte < 32));
}

/** UTF-16 little-endian without a mark: every other byte is 0 (Latin) or 4 (Cyrillic). */
export function looksLikeUtf16(bytes: Uint8Array): boolean {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return false;
  const head = bytes.subarray(0, 4_096);
  let high = 0;
  for (let at = 1; at < head.length; at += 2) if (head[at] === 0 || head[at] === 4) high += 1;
  return high / (head.length / 2) > 0.9;
}

/** Told from the content only: a picture named `list.xlsx` is a picture. */
export function fileKindOf(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'empty';
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return 'zip';
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    // An OLE container: a workbook before 2007, an encrypted new one, or anything else.
    if (holdsUtf16(bytes, 'EncryptedPackage')) return 'passwordProtected';
    if (holdsUtf16(bytes, 'WordDocument')) return 'oldWord';
    return holdsUtf16(bytes, 'Workbook') || holdsUtf16(bytes, 'Book') ? 'oldExcel' : 'other';
  }
  // Bare BIFF streams of Excel 2 to 4.
  if ([0x00, 0x02, 0x04].some((version) => startsWith(bytes, 0x09, version, 0x06, 0x00))) {
    return 'oldExcel';
  }
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff) || looksLikeUtf16(bytes)) {
    return 'text';
  }
  return holdsControls(bytes) || startsWith(bytes, 0x25, 0x50, 0x44, 0x46) ? 'other' : 'text';
}
