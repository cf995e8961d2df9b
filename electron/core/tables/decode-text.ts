import iconv from 'iconv-lite';
import { looksLikeUtf16 } from './file-kind';

/**
 * The text of a file in UTF-8 or UTF-16 (with or without a byte order mark), else windows-1251,
 * in which Russian Excel and most school programs write CSV.
 */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xfe && second === 0xff) return iconv.decode(bytes, 'utf-16be');
  if ((first === 0xff && second === 0xfe) || looksLikeUtf16(bytes)) {
    return iconv.decode(bytes, 'utf-16le');
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return iconv.decode(bytes, 'windows-1251');
  }
}
