import { createTransport } from 'nodemailer';
import type { MailConfig } from '../config.ts';
import type { SendResetMail } from './reset-links.ts';

/** A mail server that does not answer is given up; the person asks again. */
const patienceMs = 20_000;

/** Sends "Forgot your password?" by SMTP. `baseUrl`: where people open the app. */
export function createResetMail({ smtpUrl, from }: MailConfig, baseUrl: () => string): SendResetMail {
  const timeouts = { connectionTimeout: patienceMs, greetingTimeout: patienceMs, socketTimeout: patienceMs };
  const transport = createTransport({ url: smtpUrl, ...timeouts });
  return async ({ name, email }, token) => {
    const text = [
      `Hello ${oneLine(name)},`,
      '',
      'somebody, hopefully you, asked for a new password for your contact database. Open this link within an hour:',
      '',
      `${baseUrl()}/reset#${token}`,
      '',
      'It works once, and signs you out everywhere. If it was not you, there is nothing to do: your password stays.',
      '',
    ].join('\n');
    await transport.sendMail({
      from,
      to: { name: oneLine(name), address: email },
      subject: 'A new password',
      text,
    });
  };
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ');
}
