import { makeParameter, parameterValues, type VcardProperty } from './property.ts';

/** A card's picture, not decoded. */
export interface VcardPhoto {
  /** A media type: `image/jpeg`. */
  readonly type: string;
  /** Without line breaks. */
  readonly base64: string;
  /** Other parameters, as Apple's crop, as they stood there; '' for most. */
  readonly parameters: string;
}

/** By the first bytes, which programs name wrongly, in base64. */
const typesByStart: readonly (readonly [string, string])[] = [
  ['/9j/', 'image/jpeg'],
  ['iVBORw', 'image/png'],
  ['R0lGOD', 'image/gif'],
  ['UklGR', 'image/webp'],
];
const ownParameters = new Set(['ENCODING', 'TYPE', 'VALUE']);

/** Undefined for a picture that is only linked to, or broken. */
export function readPhoto(property: VcardProperty): VcardPhoto | undefined {
  const { name, value } = property;
  if (name !== 'PHOTO' || parameterValues(property, 'ENCODING')[0] !== 'b') return undefined;
  if (value === '' || !/^[A-Za-z0-9+/]*={0,2}$/.test(value)) return undefined;
  const known = typesByStart.find(([start]) => value.startsWith(start))?.[1];
  const named = (parameterValues(property, 'TYPE')[0] ?? 'jpeg')
    .replace(/^image\//, '')
    .replace('jpg', 'jpeg');
  const others = property.parameters.filter((parameter) => !ownParameters.has(parameter.name));
  return {
    type: known ?? `image/${named}`,
    base64: value,
    parameters: others.map(({ written }) => written).join(';'),
  };
}

export function photoToLine({ type, base64, parameters }: VcardPhoto): string {
  const name = makeParameter('TYPE', type.replace(/^image\//, '').toUpperCase()).written;
  const head = ['PHOTO', 'ENCODING=b', name, ...(parameters === '' ? [] : [parameters])];
  return `${head.join(';')}:${base64}`;
}
