import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Kysely } from 'kysely';
import * as z from 'zod/mini';
import { cardToVcard } from '../../exchange/vcard.ts';
import { cardFilePath, cardPath, cardSentPath, pathOfCard } from '../../protocol/card-page.ts';
import { cardToPage, type DrawnForm, thanksToPage, wordsToPage } from '../cards/card-page.ts';
import { cardPolicy } from '../cards/card-style.ts';
import { type FoundCard, findCard } from '../cards/find-card.ts';
import { type FormTokenReading, issueFormToken, readFormToken } from '../cards/form-token.ts';
import { cardToContact, cardToShown, type ShownCard } from '../cards/shown-card.ts';
import type { TooMany, VisitorDesk } from '../cards/take-visitor.ts';
import { toFileName } from '../cards/to-file-name.ts';
import { readVisitor, type VisitorForm, visitorFormSchema } from '../cards/visitor-form.ts';
import { noteProblem } from '../edge/handle-errors.ts';
import { notFound } from '../problem.ts';
import type { Schema } from '../storage/schema.ts';

interface CardParts {
  readonly db: Kysely<Schema>;
  readonly desk: VisitorDesk;
  readonly secret: string;
  readonly now: () => Date;
}

const params = z.strictObject({ token: z.string() });
/** The token cannot be guessed; this is for the server's sake. A whole party may share one address. */
const rateLimit = { max: 300, timeWindow: 60_000 };
const errorHandler = (error: Error, request: FastifyRequest, reply: FastifyReply) =>
  answerInWords(error, request, reply);

/** The public page of an agent's card: for people without account, session or script. */
export function routeCard(app: FastifyInstance, { db, desk, secret, now }: CardParts): void {
  const typed = app.withTypeProvider<ZodTypeProvider>();
  const options = { config: { rateLimit }, schema: { params }, errorHandler };
  const newFormToken = (token: string) => issueFormToken(secret, token, now().getTime());

  typed.get(cardPath, options, async ({ params: { token } }, reply) => {
    const shown = cardToShown(await requireCard(db, token));
    return sendPage(reply, 200, cardToPage(shown, token, { formToken: newFormToken(token) }));
  });
  typed.get(cardSentPath, options, async ({ params: { token } }, reply) => {
    return sendPage(reply, 200, thanksToPage(cardToShown(await requireCard(db, token)), token));
  });
  typed.get(cardFilePath, options, async ({ params: { token } }, reply) => {
    const card = await requireCard(db, token);
    const name = toFileName(cardToShown(card).name);
    reply.header('content-disposition', `inline; filename="${name}.vcf"`).header('cache-control', caching);
    return reply.type('text/vcard; charset=utf-8').send(cardToVcard(cardToContact(card)));
  });
  const form = {
    ...options,
    config: { rateLimit, takesForm: true },
    schema: { params, body: visitorFormSchema },
  };
  typed.post(cardPath, form, async ({ params: { token }, body, ip }, reply) => {
    const card = await requireCard(db, token);
    const shown = cardToShown(card);
    const again = (status: number, { formToken = newFormToken(token), ...more }: Partial<DrawnForm>) =>
      sendPage(reply, status, cardToPage(shown, token, { formToken, typed: body, ...more }));
    const tooMany = (refusal: TooMany) => {
      reply.header('retry-after', refusal.retryAfter);
      return again(429, { formToken: body.form, say: sayTooMany(refusal, shown) });
    };
    const overLimit = await desk.countSending(ip);
    if (overLimit !== undefined) return tooMany(overLimit);
    const formToken = readFormToken(secret, token, body.form, now().getTime());
    const refused = refuseForm(formToken, body);
    if (refused !== undefined) return again(422, refused);
    const reading = readVisitor(body);
    if (reading.kind === 'wrong') {
      return again(422, { formToken: body.form, typed: reading.typed, remarks: reading.remarks });
    }
    if (formToken.kind === 'forged') throw new Error('A forged form was not refused');
    const outcome = await desk.take(card, reading.visitor, formToken.token);
    if (outcome.kind === 'too-many') return tooMany(outcome);
    return reply.redirect(pathOfCard(cardSentPath, token), 303);
  });
}

async function requireCard(db: Kysely<Schema>, token: string): Promise<FoundCard> {
  const card = await findCard(db, token);
  if (card === undefined) throw notFound();
  return card;
}

/** What a person did by mistake, or by a browser's kindness, goes through by sending it once more. */
function refuseForm(
  reading: FormTokenReading,
  { form, website }: VisitorForm,
): Partial<DrawnForm> | undefined {
  if (reading.kind === 'too-early')
    return { formToken: form, say: 'That was very quick. Please send it again.' };
  if (reading.kind !== 'good') return { say: 'This page was open for a long time. Please send it again.' };
  if (website === '') return undefined;
  return { formToken: form, say: 'Something was filled in that nobody can see. Please send it again.' };
}

function sayTooMany({ by }: TooMany, { firstName, ways }: ShownCard): string {
  if (by === 'address') return 'That was too often. Please wait a little and send it again.';
  const instead = ways.some(({ kind }) => kind === 'phone')
    ? 'Please call instead.'
    : 'Please try again tomorrow.';
  return `${firstName} has been sent very many details and takes no more just now. ${instead}`;
}

/** A page that was typed into is there again when somebody goes back to it. */
const caching = 'private, no-cache';

function sendPage(reply: FastifyReply, status: number, page: string): FastifyReply {
  reply.header('content-security-policy', cardPolicy).header('x-robots-tag', 'noindex, nofollow');
  reply.header('referrer-policy', 'no-referrer').header('cache-control', caching);
  return reply.code(status).type('text/html; charset=utf-8').send(page);
}

function answerInWords(error: Error, request: FastifyRequest, reply: FastifyReply): void {
  const { status } = noteProblem(error, request);
  const [title, words] = wordsByStatus.get(status) ?? (status < 500 ? notUnderstood : notWorking);
  sendPage(reply, status, wordsToPage(title, words));
}

type Words = readonly [title: string, words: string];

const notUnderstood: Words = ['This did not arrive as it should', 'Please go back and try it again.'];
const notWorking: Words = [
  'This page does not work just now',
  'Please go back and try it again in a while. What you typed is still there.',
];
const noCard: Words = [
  'There is no card here',
  'The link may be mistyped, or whoever gave it to you has closed the page.',
];

const wordsByStatus: ReadonlyMap<number, Words> = new Map<number, Words>([
  // The account was deleted while this was on its way.
  [401, noCard],
  [404, noCard],
  [413, ['That was too long', 'Please go back and make it shorter.']],
  [429, ['That was too often', 'Please wait a minute and try it again.']],
]);
