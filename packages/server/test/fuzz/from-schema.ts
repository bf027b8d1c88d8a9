// Values that a JSON schema of docs/openapi.json allows, and values that it does not.
import * as fc from 'fast-check';

export interface Schema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly additionalProperties?: Schema | boolean;
}

/** What nobody means to send. */
export const HOSTILE: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    ' ',
    '0',
    -1,
    1e308,
    '\u0000',
    '\ud800',
    "'; drop table readings; --",
    '=1+1',
    '../../etc/passwd',
    '9'.repeat(400),
    '2026-02-30',
    '__proto__',
    true,
  ),
  fc.jsonValue({ maxDepth: 3 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

/** Values of the schema; of a rule that is not understood, anything. */
export function valuesOf(schema: Schema | undefined, depth = 0): fc.Arbitrary<unknown> {
  if (schema === undefined || depth > 8) return fc.jsonValue({ maxDepth: 1 });
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map((one) => valuesOf(one, depth + 1)));
  if (schema.type === 'object') return objectsOf(schema, depth);
  if (schema.type === 'array') return fc.array(valuesOf(schema.items, depth + 1), { maxLength: 3 });
  if (schema.type === 'integer' || schema.type === 'number') {
    return fc.integer({
      min: Math.max(schema.minimum ?? -9, -9),
      max: Math.min(schema.maximum ?? 3000, 3000),
    });
  }
  if (schema.type === 'boolean') return fc.boolean();
  if (schema.type === 'null') return fc.constant(null);
  return textsOf(schema);
}

function objectsOf(schema: Schema, depth: number): fc.Arbitrary<unknown> {
  const properties = Object.entries(schema.properties ?? {});
  const parts = Object.fromEntries(properties.map(([key, own]) => [key, valuesOf(own, depth + 1)]));
  const requiredKeys = (schema.required ?? []).filter((key) => key in parts);
  if (properties.length > 0) return fc.record(parts, { requiredKeys });
  const others = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined;
  return fc.dictionary(fc.string({ maxLength: 8 }), valuesOf(others, depth + 1), { maxKeys: 3 });
}

function textsOf({ pattern, maxLength }: Schema): fc.Arbitrary<unknown> {
  const plain = fc.string({ maxLength: Math.min(maxLength ?? 30, 30) });
  if (pattern === undefined) return plain;
  try {
    return fc.stringMatching(new RegExp(pattern));
  } catch {
    return plain;
  }
}
