import fc from 'fast-check';
import { z } from 'zod';
import { PRESETS } from '#domain/regulation/presets/index';

type Schema = z.core.$ZodType;

/** What no generator would hit by chance. */
export type Known = {
  /** Numbers of what was chosen in dialogs. */
  readonly grants: readonly string[];
  /** The sum of a file that was chosen. */
  readonly sha256: string;
};

const SHA256_LENGTH = 64;

/** Texts that break careless programs; all short enough for every field that asks no format. */
const texts = (min: number, max: number) =>
  fc
    .oneof(
      fc.string({ unit: 'binary', minLength: min, maxLength: Math.max(min, Math.min(max, 40)) }),
      fc.constantFrom('__proto__', '8-А', "'; DROP TABLE mark; --", '../../x', '\0', '\uD800', '0'),
      fc.constant('я'.repeat(max)),
    )
    .filter((text) => text.trim().length >= min && text.length <= max);

const RULE_VALUES = Object.values(PRESETS).flatMap(({ rules }) =>
  Object.values(rules).map(({ value }): unknown => value),
);

const ids = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 12 }) },
  { weight: 1, arbitrary: fc.constantFrom(2 ** 31, 2 ** 40, Number.MAX_SAFE_INTEGER) },
);

function stringOf(schema: z.ZodString, { grants, sha256 }: Known): fc.Arbitrary<unknown> {
  if (schema.minLength === SHA256_LENGTH) return fc.constant(sha256);
  if (schema.format === 'uuid') {
    const grant = fc.constantFrom(...grants);
    return fc.oneof({ weight: 9, arbitrary: grant }, { weight: 1, arbitrary: fc.uuid() });
  }
  if (schema.format === 'date') {
    const days = fc.constantFrom('2026-09-01', '2026-11-16', '2026-11-23', '2027-05-31');
    return fc.oneof(days, fc.constantFrom('0001-01-01', '9999-12-31', '2024-02-29'));
  }
  if (schema.format === 'datetime') {
    return fc.constantFrom('2026-11-16T08:30', '2026-11-23T23:59', '2199-12-31T00:00');
  }
  return texts(schema.minLength ?? 0, Math.min(schema.maxLength ?? 300, 300));
}

function numberOf(schema: z.ZodNumber): fc.Arbitrary<unknown> {
  const min = schema.minValue ?? 0;
  const max = schema.maxValue ?? Number.MAX_SAFE_INTEGER;
  if (max > 2 ** 31) return min === 0 ? fc.oneof(fc.constant(0), ids, fc.constant(0)) : ids;
  return fc.integer({ min, max });
}

/** Inputs that look as the schema asks; a few it may still refuse. */
export function inputsOf(schema: Schema, known: Known): fc.Arbitrary<unknown> {
  const inside = (inner: Schema) => inputsOf(inner, known);
  if (schema instanceof z.ZodObject) {
    const fields = Object.entries<Schema>(schema.shape);
    return fc.record(
      Object.fromEntries(
        fields.map(([name, field]) => [name, name === 'requestId' ? fc.uuid() : inside(field)]),
      ),
    );
  }
  if (schema instanceof z.ZodOptional) {
    return fc.option(inside(schema.unwrap()), { nil: undefined });
  }
  if (schema instanceof z.ZodDefault) {
    return fc.option(inside(schema.unwrap()), { nil: undefined });
  }
  if (schema instanceof z.ZodNullable) return fc.option(inside(schema.unwrap()));
  if (schema instanceof z.ZodUnion) return fc.oneof(...schema.options.map(inside));
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options);
  if (schema instanceof z.ZodUnknown) return fc.jsonValue();
  if (schema instanceof z.ZodNull) return fc.constant(null);
  if (schema instanceof z.ZodLiteral) return fc.constantFrom(...schema.values);
  if (schema instanceof z.ZodBoolean) return fc.boolean();
  if (schema instanceof z.ZodArray) {
    return fc.array(inside(schema.element), { maxLength: 6 });
  }
  if (schema instanceof z.ZodRecord) {
    return fc.dictionary(texts(1, 300), inside(schema.valueType), { maxKeys: 5 });
  }
  if (schema instanceof z.ZodNumber) return numberOf(schema);
  if (schema instanceof z.ZodString || schema instanceof z.ZodStringFormat) {
    return stringOf(schema as z.ZodString, known);
  }
  // The use-case itself looks at what it is: any JSON, and values that a rule of the regulation has.
  if (schema instanceof z.ZodUnknown)
    return fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.constantFrom(...RULE_VALUES));
  throw new Error(`no inputs known for ${schema.constructor.name}`);
}
