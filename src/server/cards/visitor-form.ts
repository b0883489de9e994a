import * as z from 'zod/mini';
import { isBlank } from '../../domain/text.ts';
import { isEmailPossible } from '../../exchange/email.ts';

/** As a browser sends it. `website` is a trap: people do not see it. */
export const visitorFormSchema = z.strictObject({
  form: z.string(),
  name: z._default(z.string(), ''),
  phone: z._default(z.string(), ''),
  email: z._default(z.string(), ''),
  message: z._default(z.string(), ''),
  website: z._default(z.string(), ''),
});
export type VisitorForm = z.infer<typeof visitorFormSchema>;

/** Characters (UTF-16 units). */
export const maxLengths = { name: 100, phone: 50, email: 254, message: 1_000 } as const;
export type VisitorField = keyof typeof maxLengths;
const fields = ['name', 'phone', 'email', 'message'] as const satisfies readonly VisitorField[];

/** What somebody sent of themselves: nothing that cannot be kept in it, no line breaks but in the message. */
export type Visitor = Readonly<Record<VisitorField, string>>;
/** What is wrong with a field, as the sentence beside it. */
export type FieldRemarks = Readonly<Partial<Record<VisitorField, string>>>;

export type VisitorReading =
  | { readonly kind: 'good'; readonly visitor: Visitor }
  | { readonly kind: 'wrong'; readonly typed: Visitor; readonly remarks: FieldRemarks };

/** A name, and a number or an email. */
export function readVisitor(form: Pick<VisitorForm, VisitorField>): VisitorReading {
  const visitor = {
    name: tidy(form.name),
    phone: tidy(form.phone),
    email: tidy(form.email),
    message: tidy(form.message),
  };
  const found = fields.flatMap((field) => {
    const remark = remarkOn(field, visitor);
    return remark === undefined ? [] : [[field, remark] as const];
  });
  if (found.length === 0) return { kind: 'good', visitor };
  return { kind: 'wrong', typed: visitor, remarks: Object.fromEntries(found) };
}

function remarkOn(field: VisitorField, visitor: Visitor): string | undefined {
  const text = visitor[field];
  if (text.length > maxLengths[field]) return 'That is too long. Please make it shorter.';
  const allowed = field === 'message' ? /[^\P{Cc}\n]/u : /\p{Cc}/u;
  if (allowed.test(text)) return 'There is a character in this that cannot be kept. Please type it again.';
  if (field === 'name' && isBlank(text)) return 'Please say your name.';
  if (field === 'phone' && isBlank(text) && isBlank(visitor.email)) {
    return 'Please give a number or an email.';
  }
  if (field === 'phone' && !isBlank(text) && !/\d.*\d.*\d/u.test(text)) {
    return 'This does not look like a phone number.';
  }
  if (field === 'email' && !isBlank(text) && !isEmailPossible(text)) {
    return 'This does not look like an email address.';
  }
  return undefined;
}

/** What comes along when text is copied: other line ends, tabs, marks that turn the direction of writing. */
function tidy(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .trim();
}
