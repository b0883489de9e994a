/** What else is in codes, and what it is in words: "This code is for …". */
const others: readonly (readonly [RegExp, string])[] = [
  [/^WIFI:/i, 'a Wi-Fi network'],
  [/^DPP:/, 'a Wi-Fi network'],
  [/^geo:/i, 'a place'],
  [/^otpauth(?:-migration)?:/i, 'sign-in codes'],
  [/^FIDO:\//i, 'signing in'],
  [/^BEGIN:(?:VEVENT|VCALENDAR)/i, 'a date in the calendar'],
  [/^(?:bitcoin|ethereum|litecoin|lightning|upi|swish|paypal|venmo):/i, 'a payment'],
  [/^(?:BCD\r?\n00|000201)/, 'a payment'],
  [/^LPA:1\$/i, 'a phone plan'],
  [/^(?:market|itms-apps):/i, 'an app'],
  [/^HC1:/, 'a health pass'],
  [/^MT:[0-9A-Z.-]+$/, 'a device at home'],
  [/^X-HM:\/\//i, 'a device at home'],
];

/** Undefined for what may be of a person. */
export function findOtherUse(text: string): string | undefined {
  return others.find(([pattern]) => pattern.test(text))?.[1];
}
