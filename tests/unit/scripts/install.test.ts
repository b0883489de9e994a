import { expect, test } from 'vitest';
import { isInstalled } from '../../../scripts/install.mjs';

const machine = { platform: 'linux', arch: 'x64' };
const zod = { version: '4.6.7', integrity: 'sha512-a' };
const engine = { version: '1.0.0', integrity: 'sha512-b', optional: true };
const linuxEngine = { ...engine, os: ['linux'], cpu: ['x64'] };
const macEngine = { ...engine, os: ['darwin'], cpu: ['arm64'] };
const wanted = {
  packages: {
    '': {},
    'node_modules/zod': zod,
    'node_modules/e-linux': linuxEngine,
    'node_modules/e-mac': macEngine,
  },
};

test('what is installed may lack the optional packages of other machines', () => {
  const packages = { 'node_modules/zod': zod, 'node_modules/e-linux': linuxEngine };
  expect(isInstalled(wanted, { packages }, machine)).toBe(true);
});

test('a missing package means to install', () => {
  expect(isInstalled(wanted, { packages: { 'node_modules/e-linux': linuxEngine } }, machine)).toBe(false);
});

test.each([
  { ...zod, version: '4.6.6' },
  { ...zod, integrity: 'sha512-c' },
])('another version or content means to install', (other) => {
  expect(isInstalled(wanted, { packages: { 'node_modules/zod': other } }, machine)).toBe(false);
});

test('an installation made on another kind of machine means to install', () => {
  const packages = { 'node_modules/zod': zod, 'node_modules/e-mac': macEngine };
  expect(isInstalled(wanted, { packages }, machine)).toBe(false);
});

test('a package that refuses other systems runs here', () => {
  const notWindows = { ...zod, os: ['!win32'] };
  const packages = { 'node_modules/zod': notWindows };
  expect(isInstalled({ packages }, { packages }, machine)).toBe(true);
  expect(isInstalled({ packages }, { packages }, { ...machine, platform: 'win32' })).toBe(false);
});
