/** What a scan of XML meets, in order. Prefixes are cut off the names of elements. */
export type XmlEvent =
  | {
      readonly kind: 'open';
      readonly name: string;
      readonly attributes: string;
      readonly closed: boolean;
    }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string };

const standardEntities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** Only the five entities of XML and character numbers; a file's own entities stay as written. */
export function decodeXmlText(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,4}));/giu, (whole, ...groups) => {
    const [decimal, hex, name] = groups as (string | undefined)[];
    if (name !== undefined) return standardEntities[name] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    const character = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    return character ? String.fromCodePoint(code) : whole;
  });
}

/** One attribute's value out of a start tag's attribute text. */
export function attributeOf(attributes: string, name: string): string | undefined {
  const at = attributes.indexOf(`${name}="`);
  if (at < 0 || (at > 0 && !/\s/u.test(attributes.charAt(at - 1)))) return undefined;
  const from = at + name.length + 2;
  const to = attributes.indexOf('"', from);
  return to < 0 ? undefined : decodeXmlText(attributes.slice(from, to));
}

/** Where a tag ends: a `>` inside a quoted value does not count. -1 where the text is cut off. */
function endOfTag(xml: string, from: number): number {
  let quote = 0;
  for (let at = from; at < xml.length; at += 1) {
    const code = xml.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 34 || code === 39) quote = code;
    else if (code === 62) return at;
  }
  return -1;
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1);

/**
 * Walks through XML without building a tree: flat memory, linear time, no nesting to overflow.
 * Comments, declarations and DOCTYPE are passed over, so no entity is ever defined.
 * Ends early where the text is cut off (`complete` tells).
 */
export function scanXml(xml: string, onEvent: (event: XmlEvent) => void): { complete: boolean } {
  let at = 0;
  while (at < xml.length) {
    const tag = xml.indexOf('<', at);
    const text = tag < 0 ? xml.slice(at) : xml.slice(at, tag);
    if (text !== '') onEvent({ kind: 'text', text: decodeXmlText(text) });
    if (tag < 0) return { complete: true };
    const special = xml.startsWith('<!--', tag)
      ? '-->'
      : xml.startsWith('<![CDATA[', tag)
        ? ']]>'
        : xml.startsWith('<?', tag)
          ? '?>'
          : '>';
    const end = special === '>' ? endOfTag(xml, tag + 1) : xml.indexOf(special, tag + 1);
    if (end < 0) return { complete: false };
    if (special === ']]>') onEvent({ kind: 'text', text: xml.slice(tag + 9, end) });
    else if (special === '>' && xml.charAt(tag + 1) === '/') {
      onEvent({ kind: 'close', name: localName(xml.slice(tag + 2, end).trim()) });
    } else if (special === '>' && xml.charAt(tag + 1) !== '!') {
      const closed = xml.charAt(end - 1) === '/';
      const content = xml.slice(tag + 1, closed ? end - 1 : end);
      const space = content.search(/\s/u);
      const name = localName(space < 0 ? content : content.slice(0, space));
      const attributes = space < 0 ? '' : content.slice(space + 1);
      onEvent({ kind: 'open', name, attributes, closed });
    }
    at = end + special.length;
  }
  return { complete: true };
}
