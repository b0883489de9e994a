import { createHash, randomBytes } from 'node:crypto';
import {
  devicePath,
  devicesPath,
  endedDevicePath,
  thisDevicePath,
} from '../../../../src/protocol/devices.ts';
import {
  claimPairingPath,
  confirmPairingPath,
  joinPairingPath,
  newPairingSchema,
  pairingPath,
  pairingsPath,
} from '../../../../src/protocol/pairing.ts';
import type { Member, TwoAccounts } from '../two-accounts.ts';
import { byId, json, made, type RouteCases } from './route-case.ts';

const newDevice = () => randomBytes(5).toString('hex');

/** Signs in once more, as a device of that id. */
async function addDevice(of: Member, world: TwoAccounts): Promise<string> {
  const { cookie } = await world.signIn(of);
  const device = newDevice();
  await world.send('PUT', json(thisDevicePath, { device, name: `Device of ${of.email}` }), cookie);
  return device;
}

async function makeCode(of: Member, world: TwoAccounts) {
  return newPairingSchema.parse(await made(of, world, { path: pairingsPath, body: {} }));
}

function makePhone() {
  const key = randomBytes(32).toString('hex');
  return { key, joiner: createHash('sha256').update(key).digest('hex') };
}

/** A code that a phone has read: what both sides know of it. */
async function makeReadCode(of: Member, world: TwoAccounts) {
  const { id, token } = await makeCode(of, world);
  const { key, joiner } = makePhone();
  await made(of, world, { path: claimPairingPath, body: { token, joiner, name: `Phone of ${of.email}` } });
  return { id, token, key, joiner };
}

/** The devices of one person, and how one more joins by a code. */
export const deviceCases: RouteCases = {
  [`GET ${devicesPath}`]: {
    request: async (of, world) => {
      await addDevice(of, world);
      return { path: devicesPath };
    },
  },
  [`PUT ${thisDevicePath}`]: {
    byNewMembers: true,
    request: () => json(thisDevicePath, { device: newDevice(), name: 'Laptop' }),
  },
  [`DELETE ${devicesPath}`]: {
    byNewMembers: true,
    request: async (of, world) => {
      await addDevice(of, world);
      return { path: devicesPath };
    },
  },
  [`DELETE ${devicePath}`]: {
    names: true,
    byNewMembers: true,
    request: async (of, world) => ({ path: byId(devicePath, await addDevice(of, world)) }),
  },
  [`POST ${endedDevicePath}`]: {
    open: 'An ended device has no session; account and device id, which nobody else knows, stand for one.',
    byNewMembers: true,
    request: async (of, world) => {
      const device = await addDevice(of, world);
      await world.send('DELETE', { path: byId(devicePath, device) }, of.cookie);
      return json(endedDevicePath, { account: of.accountId, device });
    },
  },
  [`POST ${pairingsPath}`]: { request: () => json(pairingsPath, {}) },
  [`GET ${pairingPath}`]: {
    request: async (of, world) => ({ path: byId(pairingPath, (await makeReadCode(of, world)).id) }),
  },
  [`DELETE ${pairingPath}`]: {
    request: async (of, world) => ({ path: byId(pairingPath, (await makeReadCode(of, world)).id) }),
  },
  [`POST ${confirmPairingPath}`]: {
    names: true,
    request: async (of, world) => {
      const { id, joiner } = await makeReadCode(of, world);
      return json(byId(confirmPairingPath, id), { joiner });
    },
  },
  [`POST ${claimPairingPath}`]: {
    open: 'A phone that is not signed in yet: the code that it has read is the proof.',
    request: async (of, world) => {
      const { token } = await makeCode(of, world);
      return json(claimPairingPath, { token, joiner: makePhone().joiner, name: 'Phone' });
    },
  },
  [`POST ${joinPairingPath}`]: {
    open: 'A phone that is not signed in yet: the code and the phone’s own key are the proof.',
    request: async (of, world) => {
      const { id, token, key, joiner } = await makeReadCode(of, world);
      await world.send('POST', json(byId(confirmPairingPath, id), { joiner }), of.cookie);
      return json(joinPairingPath, { token, key, device: newDevice() });
    },
  },
};
