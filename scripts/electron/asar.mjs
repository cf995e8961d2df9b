/**
 * A flat folder as an asar archive (a Pickle header with a JSON index, then the files).
 * A real file is needed: electron-builder hashes every `*.asar` and cannot read a folder of that name.
 */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** @param {string} folder @returns {Promise<Buffer>} */
export async function asarOf(folder) {
  const names = (await readdir(folder)).sort();
  const contents = await Promise.all(names.map((name) => readFile(path.join(folder, name))));
  let offset = 0;
  const files = {};
  names.forEach((name, i) => {
    files[name] = { size: contents[i].length, offset: String(offset) };
    offset += contents[i].length;
  });
  const index = Buffer.from(JSON.stringify({ files }));
  const padded = Math.ceil(index.length / 4) * 4;
  const header = Buffer.alloc(16 + padded);
  header.writeUInt32LE(4, 0);
  header.writeUInt32LE(padded + 8, 4);
  header.writeUInt32LE(padded + 4, 8);
  header.writeUInt32LE(index.length, 12);
  index.copy(header, 16);
  return Buffer.concat([header, ...contents]);
}
