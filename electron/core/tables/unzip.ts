import { crc32, inflateRawSync } from 'node:zlib';
import { maxUnpackedBytes } from './limits';
import { TableError } from './table-error';

/** One part of an archive as its directory tells it. */
interface ZipEntry {
  readonly name: string;
  readonly encrypted: boolean;
  readonly method: number;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  readonly crc: number;
  readonly headerAt: number;
}

const directoryEnd = 0x06054b50;
const directoryEntry = 0x02014b50;
const localHeader = 0x04034b50;
const maxEntries = 5_000;

const damaged = () => new TableError({ code: 'damaged' });
const tooLarge = () =>
  new TableError({ code: 'tooLarge', what: 'unpacked', limit: maxUnpackedBytes });

/**
 * The directory of a ZIP archive; nothing is unpacked. ZIP64 is not read: its smallest use is far
 * above our limit.
 * @throws TableError `damaged`
 */
export function readZipDirectory(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const lowest = Math.max(0, bytes.length - 65_557);
  let end = bytes.length - 22;
  while (end >= lowest && view.getUint32(end, true) !== directoryEnd) end -= 1;
  if (end < lowest) throw damaged();

  const count = view.getUint16(end + 10, true);
  if (count > maxEntries) throw damaged();
  const names = new TextDecoder();
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== directoryEntry) throw damaged();
    const nameLength = view.getUint16(at + 28, true);
    entries.push({
      name: names.decode(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll('\\', '/'),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packedBytes: view.getUint32(at + 20, true),
      unpackedBytes: view.getUint32(at + 24, true),
      headerAt: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function unpack(bytes: Uint8Array, entry: ZipEntry): Buffer {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = entry.headerAt;
  if (at + 30 > bytes.length || view.getUint32(at, true) !== localHeader) throw damaged();
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (from + entry.packedBytes > bytes.length) throw damaged();
  const packed = bytes.subarray(from, from + entry.packedBytes);
  let content: Buffer;
  if (entry.method === 0) {
    content = Buffer.from(packed);
  } else if (entry.method === 8) {
    try {
      // One byte above what the directory promises: a part that lies about its size stops there.
      content = inflateRawSync(packed, { maxOutputLength: entry.unpackedBytes + 1 });
    } catch {
      throw damaged();
    }
  } else {
    throw damaged();
  }
  if (content.length !== entry.unpackedBytes || crc32(content) !== entry.crc) throw damaged();
  return content;
}

/**
 * Unpacks the parts whose names are wanted. The sizes promised by the directory are added up
 * before the first byte is unpacked, and no part may grow above its promise.
 * @throws TableError `damaged`, `tooLarge`, `passwordProtected`
 */
export function unzipParts(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
  wanted: (name: string) => boolean,
): Map<string, Buffer> {
  const parts = entries.filter((entry) => wanted(entry.name));
  let total = 0;
  for (const part of parts) total += part.unpackedBytes;
  if (total > maxUnpackedBytes) throw tooLarge();
  const unpacked = new Map<string, Buffer>();
  for (const part of parts) {
    if (part.encrypted) throw new TableError({ code: 'passwordProtected' });
    if (!unpacked.has(part.name)) unpacked.set(part.name, unpack(bytes, part));
  }
  return unpacked;
}

/** A ZIP archive that stores the parts as they are, for a reader that only takes archives. */
export function storeZip(parts: ReadonlyMap<string, Buffer>): Uint8Array {
  const body: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of parts) {
    const nameBytes = Buffer.from(name);
    const header = Buffer.alloc(30);
    header.writeUInt32LE(localHeader, 0);
    header.writeUInt16LE(20, 4);
    header.writeUInt16LE(0x0800, 6); // names are UTF-8
    header.writeUInt32LE(crc32(content), 14);
    header.writeUInt32LE(content.length, 18);
    header.writeUInt32LE(content.length, 22);
    header.writeUInt16LE(nameBytes.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(directoryEntry, 0);
    entry.writeUInt16LE(20, 4);
    header.copy(entry, 6, 4, 28);
    entry.writeUInt32LE(offset, 42);
    body.push(header, nameBytes, content);
    directory.push(entry, nameBytes);
    offset += header.length + nameBytes.length + content.length;
  }
  const directoryBytes = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(directoryEnd, 0);
  end.writeUInt16LE(parts.size, 8);
  end.writeUInt16LE(parts.size, 10);
  end.writeUInt32LE(directoryBytes.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...body, directoryBytes, end]);
}
