import { XMLParser } from 'fast-xml-parser';
import iconv from 'iconv-lite';
import type { XmlElement, XmlResult } from '#domain/import/xml';
import { decodeText } from './decode-text';
import { maxFileBytes } from './limits';
import { decodeXmlText } from './xml-scan';

const attributesKey = ':@';
const textKey = '#text';
const maxDepth = 60;
/** A large school's timetable has some hundred thousand. */
const maxElements = 1_000_000;

type Node = Readonly<Record<string, unknown>>;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  processEntities: false,
  trimValues: true,
  maxNestedTags: maxDepth,
});

function elementOf(node: Node): XmlElement | undefined {
  const name = Object.keys(node).find((key) => key !== attributesKey);
  const content = name === undefined ? undefined : node[name];
  if (name === undefined || name === textKey || !Array.isArray(content)) return undefined;
  const nodes = content as Node[];
  const attributes: Record<string, string> = {};
  for (const [key, value] of Object.entries((node[attributesKey] ?? {}) as Node)) {
    attributes[key] = decodeXmlText(String(value));
  }
  let text = '';
  for (const child of nodes) if (typeof child[textKey] === 'string') text += child[textKey];
  return {
    name,
    attributes,
    children: nodes.map(elementOf).filter((child) => child !== undefined),
    text: decodeXmlText(text).trim(),
  };
}

/** The encoding told by the declaration where it is not Unicode (aSc writes windows-1251). */
function decodeXml(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const told = /^\s*<\?xml[^>]*encoding=["']([\w-]+)["']/iu.exec(head)?.[1] ?? '';
  const cyrillic = /^(?:windows-?1251|cp1251|koi8-r|ibm866|cp866)$/iu.test(told);
  return cyrillic ? iconv.decode(bytes, told) : decodeText(bytes).replace(/^\uFEFF/u, '');
}

/**
 * Reads a small XML file (a timetable program's export) into plain elements. A file that declares
 * entities is refused, nothing is expanded, depth and size are limited. Never throws.
 */
export function readXml(bytes: Uint8Array): XmlResult {
  if (bytes.length === 0) return { ok: false, problem: { code: 'empty' } };
  if (bytes.length > maxFileBytes) return { ok: false, problem: { code: 'tooLarge' } };
  const xml = decodeXml(bytes);
  if (!/^\s*</u.test(xml) || xml.includes('<!ENTITY') || /^\s*<!doctype html/iu.test(xml)) {
    return { ok: false, problem: { code: 'notXml' } };
  }
  let tags = 0;
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at + 1)) tags += 1;
  if (tags > 2 * maxElements) return { ok: false, problem: { code: 'tooLarge' } };
  try {
    const nodes = parser.parse(xml, true) as Node[];
    const root = nodes.map(elementOf).find((element) => element !== undefined);
    return root === undefined ? { ok: false, problem: { code: 'notXml' } } : { ok: true, root };
  } catch {
    return { ok: false, problem: { code: 'damaged' } };
  }
}
