import { expect, test } from 'vitest';
import { unfitNodeSentence } from '../../../scripts/node-version.mjs';

test.each(['20.19.0', '20.20.2', '22.12.0', '22.22.1', '23.0.0', '24.9.0'])('Node %s is fit', (version) => {
  expect(unfitNodeSentence(version)).toBeUndefined();
});

test.each(['12.22.12', '18.20.8', '20.18.3', '21.7.3', '22.11.0'])('Node %s is refused', (version) => {
  expect(unfitNodeSentence(version)).toBe(
    `Justmet needs Node 20.19 or newer (22.12 or newer of the later ones); this is Node ${version}.`,
  );
});
