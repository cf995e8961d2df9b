import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { BASE } from './presets/base';
import { PRESETS } from './presets/index';
import { regulationSchema, type PresetId } from './regulation';
import { RULE_IDS } from './rules';
import { ruleSentence } from './sentences';
import type { ClauseRow } from './testing/clause-table';
import { ELZH_CLAUSES } from './testing/elzh-clauses';
import { INS_CLAUSES } from './testing/ins-clauses';
import { KIA_CLAUSES } from './testing/kia-clauses';
import { SGO_CLAUSES } from './testing/sgo-clauses';
import { TIP_CLAUSES } from './testing/tip-clauses';

const CLAUSES: Readonly<Record<PresetId, readonly ClauseRow[]>> = {
  ins: INS_CLAUSES,
  elzh: ELZH_CLAUSES,
  kia: KIA_CLAUSES,
  tip: TIP_CLAUSES,
  sgo: SGO_CLAUSES,
};
/** The number the paper's file begins with, and the short name its clauses are cited by. */
const PAPERS: Readonly<Record<PresetId, readonly [file: string, name: string]>> = {
  ins: ['000', 'ИНС'],
  elzh: ['001', 'ЭЛЖ'],
  kia: ['002', 'КИА'],
  tip: ['003', 'ТИП'],
  sgo: ['004', 'СГО'],
};
const PRESET_IDS = Object.keys(CLAUSES) as PresetId[];

describe.each(PRESET_IDS)('the paper %s', (id) => {
  test.each(CLAUSES[id])('$clause: $situation', ({ decide, expected }) => {
    expect(decide(PRESETS[id])).toEqual(expected);
  });

  test('the preset is a whole document; its own rules cite its own paper, the others say whose', () => {
    const document = PRESETS[id];
    expect(regulationSchema.parse(JSON.parse(JSON.stringify(document)))).toEqual(document);
    for (const rule of RULE_IDS) {
      const { origin, clauses, words } = document.rules[rule];
      expect(ruleSentence(document, rule)).toMatch(/^[А-Я].*\.$/);
      expect(words === '').toBe(clauses.length === 0);
      if (origin !== 'own') continue;
      expect(clauses.length).toBeGreaterThan(0);
      for (const clause of clauses) expect(clause.startsWith(PAPERS[id][1])).toBe(true);
    }
  });
});

const seeds = new URL('../../../../shared/seeds/', import.meta.url);

/** Line breaks, marks of emphasis and the kinds of dashes and spaces do not matter. */
const plain = (text: string) => text.replaceAll('*', '').replaceAll(/\s+/g, ' ').trim();

describe.skipIf(!existsSync(seeds))('the words stand in the papers', () => {
  const textOf = (id: PresetId) => {
    const file = readdirSync(seeds).find((name) => name.startsWith(PAPERS[id][0]));
    if (file === undefined) throw new Error(`no paper ${id}`);
    return plain(readFileSync(new URL(file, seeds), 'utf8'));
  };

  test.each(PRESET_IDS)('rows and rules of %s', (id) => {
    const text = textOf(id);
    const own = RULE_IDS.map((rule) => PRESETS[id].rules[rule]).filter(
      ({ origin }) => origin === 'own',
    );
    for (const { words } of [...CLAUSES[id], ...own]) expect(text).toContain(plain(words));
  });

  test('the base quotes the paper it names', () => {
    const texts = new Map(PRESET_IDS.map((id) => [PAPERS[id][1], textOf(id)]));
    for (const { clauses, words } of Object.values(BASE)) {
      const [clause] = clauses;
      if (clause === undefined) continue;
      expect(texts.get(clause.slice(0, 3))).toContain(plain(words));
    }
  });
});
