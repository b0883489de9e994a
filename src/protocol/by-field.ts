import * as z from 'zod/mini';
import type { FieldKey } from '../domain/row.ts';

const maxKeyLength = 64;

export const fieldKeySchema = z.string().check(z.minLength(1), z.maxLength(maxKeyLength));

/**
 * An object with a member for each field. zod's own record parses every key and copies every member, which is
 * three quarters of checking a batch: this looks at each once, and keeps the object. `memberForm` is the
 * member's JSON schema, for the protocol's fingerprint.
 */
export function byFieldSchema<Member>(
  isMember: (value: unknown) => boolean,
  problem: string,
  memberForm: z.core.JSONSchema.BaseSchema,
): z.ZodMiniCustom<Record<FieldKey, Member>, Record<FieldKey, Member>> {
  return z
    .custom<Record<FieldKey, Member>>(isObject, 'is not an object')
    .check(({ value: members, issues }) => {
      for (const key of Object.keys(members)) {
        const message = isFieldKey(key) ? problem : 'is not the name of a field';
        if (isFieldKey(key) && isMember(members[key])) continue;
        issues.push({ code: 'custom', path: [key], message, input: members });
      }
    })
    .register(z.globalRegistry, {
      type: 'object',
      propertyNames: { type: 'string', minLength: 1, maxLength: maxKeyLength },
      additionalProperties: memberForm,
    });
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isFieldKey(key: string): boolean {
  return key.length > 0 && key.length <= maxKeyLength && key !== '__proto__';
}
