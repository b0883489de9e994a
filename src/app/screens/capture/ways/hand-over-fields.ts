import type { DraftFields } from '../../../../store/actions/drafts.ts';

/** Of the capture draft: there while the phone is in somebody else's hands, so that a killed browser comes back into it. */
export const handOverField = 'handOver';

export function isHandedOver(fields: DraftFields): boolean {
  return (fields[handOverField] ?? '') !== '';
}

/** `tag` as it stands before the agent, with the place in sight: all of it is still there when the phone comes back. */
export function beginHandOver(tag: DraftFields): DraftFields {
  const { where = '', ...others } = tag;
  return { ...others, ...(where !== '' && { where }), [handOverField]: 'asked' };
}

export function thankVisitor(fields: DraftFields): DraftFields {
  return { ...fields, [handOverField]: 'thanks' };
}

/** The tag that the visitor leaves; nothing where nobody typed anything but the `place` that came by itself. */
export function endHandOver(fields: DraftFields, place: string): DraftFields {
  const { [handOverField]: _, ...tag } = fields;
  const { where, ...others } = tag;
  const isUntouched = Object.values(others).every((text) => text.trim() === '') && where === place;
  return isUntouched ? {} : tag;
}
