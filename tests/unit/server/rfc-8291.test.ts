import { createECDH } from 'node:crypto';
import { decrypt } from 'http_ece';
import { expect, it } from 'vitest';

/** So that what decrypts pushes in other tests is known to do it as the standard says. */
it('what decrypts in these tests reads the example of RFC 8291, 5', () => {
  const privateKey = createECDH('prime256v1');
  privateKey.setPrivateKey('q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94', 'base64url');
  const body =
    'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN';
  const authSecret = 'BTBZMqHH6r4Tts7J_aSIgg';
  const read = decrypt(Buffer.from(body, 'base64url'), { version: 'aes128gcm', privateKey, authSecret });
  expect(read.toString()).toBe('When I grow up, I want to be a watermelon');
});
