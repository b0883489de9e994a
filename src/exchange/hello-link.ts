import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** Opens a message with words in it. `;?&` is the form that both phones' systems take; RFC 5724 knows no number of them. */
export function smsLink(e164: string, body: string): string {
  return body === '' ? `sms:${e164}` : `sms:${e164};?&body=${encodeWords(body)}`;
}

export interface HelloMail {
  /** One address. */
  readonly to: string;
  readonly subject: string;
  readonly body: string;
}

/** RFC 6068: everything that is not unreserved is encoded, line breaks as CRLF. */
export function mailtoLink({ to, subject, body }: HelloMail): string {
  const fields = [
    ...(subject === '' ? [] : [`subject=${encodeWords(subject)}`]),
    ...(body === '' ? [] : [`body=${encodeWords(body.replace(/\r\n|\r|\n/g, '\r\n'))}`]),
  ];
  const address = encodeWords(to).replaceAll('%40', '@');
  return fields.length === 0 ? `mailto:${address}` : `mailto:${address}?${fields.join('&')}`;
}

/** WhatsApp's click to chat: digits alone, https, opens the app or its page. */
export function whatsappLink(e164: string, text: string): string {
  const page = `https://wa.me/${e164.replace(/\D/g, '')}`;
  return text === '' ? page : `${page}?text=${encodeWords(text)}`;
}

/** North America's toll-free and premium numbers; everywhere else the plan at hand does not tell kinds apart. */
const tollNumber = /^\+1(?:8(?:00|22|33|44|55|66|77|88)|900)/;

/** False for what cannot receive messages: a number not in use, toll-free, or premium. Some landlines have it too. */
export function isWhatsappLikely(e164: string): boolean {
  return parsePhoneNumberFromString(e164)?.isValid() === true && !tollNumber.test(e164);
}

/** Halves of a surrogate pair have no code: `encodeURIComponent` throws on them. */
function encodeWords(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd')).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
