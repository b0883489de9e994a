/**
 * What a QR code says so that the phone whose camera reads it opens a text message to that number, with those words
 * in it: nothing is sent until its owner sends it. `SMSTO:<number>:<words>` is the form that ZXing brought and that the
 * cameras of both iOS and Android take, the words as they are, after the second colon; an `sms:` address with a body
 * (RFC 5724 has none) fails on older Android (see the documentation of goqr.me, "SMS").
 * `number`: E.164, or digits.
 */
export function textFirstCode(number: string, words: string): string {
  return `SMSTO:${number}:${words}`;
}
