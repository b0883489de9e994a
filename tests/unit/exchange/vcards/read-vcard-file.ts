import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeVcardBytes } from '../../../../src/device/decode-vcard-bytes.ts';

const folder = import.meta.dirname;

/** The files as iOS, Android, Google, Outlook, Nextcloud, macOS and old phones write them, without `.vcf`. */
export function vcardFileNames(): string[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.vcf'));
  return files.map((name) => name.slice(0, -'.vcf'.length)).sort();
}

export function readVcardFile(name: string): string {
  return decodeVcardBytes(readFileSync(join(folder, `${name}.vcf`)));
}

/** What should be read of it. */
export function readExpected(name: string): unknown {
  return JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
}
