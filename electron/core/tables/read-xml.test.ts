import fc from 'fast-check';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { childText, childrenOf } from '#domain/import/xml';
import { readXml } from './read-xml';

const of = (xml: string) => readXml(Buffer.from(xml));

test('elements, attributes and text', () => {
  const result = of(
    '\uFEFF<?xml version="1.0" encoding="UTF-8"?>\n<!-- note --><fet version="6.8.5"><Day><Name>Среда &amp; «Ё» &#1025; &amp;lt;</Name></Day><Day/></fet>',
  );
  if (!result.ok) throw new Error(result.problem.code);
  expect(result.root.attributes).toEqual({ version: '6.8.5' });
  const days = childrenOf(result.root, 'Day');
  expect(days.map((day) => childText(day, 'Name'))).toEqual(['Среда & «Ё» Ё &lt;', '']);
});

test('windows-1251 as declared', () => {
  const xml = '<?xml version="1.0" encoding="windows-1251"?><a name="Щукин"/>';
  expect(readXml(iconv.encode(xml, 'win1251'))).toMatchObject({
    ok: true,
    root: { attributes: { name: 'Щукин' } },
  });
});

test('what is not XML, what is cut, what is dangerous', () => {
  const bomb = '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>';
  expect(of('')).toEqual({ ok: false, problem: { code: 'empty' } });
  expect(of('ФИО;Класс')).toEqual({ ok: false, problem: { code: 'notXml' } });
  expect(of(bomb)).toEqual({ ok: false, problem: { code: 'notXml' } });
  expect(of('<a><b></a>')).toEqual({ ok: false, problem: { code: 'damaged' } });
  expect(of(`<a>${'<b/>'.repeat(2_000_000)}</a>`)).toEqual({
    ok: false,
    problem: { code: 'tooLarge' },
  });
  expect(of('<a>'.repeat(100_000))).toEqual({ ok: false, problem: { code: 'damaged' } });
});

test('mutated files never throw', () => {
  const source = Buffer.from('<fet><Day><Name a="1">Среда</Name></Day></fet>'.repeat(5));
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(source.length - 1), fc.integer({ min: 0, max: 255 })), {
        maxLength: 6,
      }),
      (changes) => {
        const mutated = Uint8Array.from(source);
        for (const [at, byte] of changes) mutated[at] = byte;
        expect(typeof readXml(mutated).ok).toBe('boolean');
      },
    ),
    { numRuns: 300 },
  );
});
