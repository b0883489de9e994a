import { expect, test } from 'vitest';
import { templateActions } from '../../../src/store/actions/templates.ts';
import { helloQueries } from '../../../src/store/queries/hello.ts';
import { capture, openStore, session } from './open-store.ts';

const spanish = { way: 'text', language: 'es', subject: '', text: '¡Hola,\n{first name}!' } as const;

function openWords() {
  const open = openStore();
  return { ...open, words: { ...templateActions(open.context), ...helloQueries(open.context) } };
}

test('words are kept for one way in one language, changed in place, and forget their draft', async () => {
  const { words, store, db } = openWords();
  await store.writeDraft('hello-words/es/text@tab1', { text: 'x' });
  await words.saveTemplate(spanish, 'hello-words/es/text@tab1');
  expect(await store.readDraft('hello-words/es/text@tab1')).toBeUndefined();
  await words.saveTemplate({ ...spanish, text: '¡Buenas!' });
  await words.saveTemplate({ ...spanish, language: 'fr', text: 'Bonjour !' });
  const { templates } = await words.readHelloFacts();
  expect(templates.map(({ language, text }) => [language, text]).sort()).toEqual([
    ['es', '¡Buenas!'],
    ['fr', 'Bonjour !'],
  ]);
  expect(await db.template.count()).toBe(2);
});

test('line breaks stay', async () => {
  const { words } = openWords();
  await words.saveTemplate(spanish);
  expect((await words.readHelloFacts()).templates[0]?.text).toBe(spanish.text);
});

test('back to the first words, and undone', async () => {
  const { words } = openWords();
  await words.saveTemplate(spanish);
  const ids = await words.deleteTemplates('text', 'es');
  expect((await words.readHelloFacts()).templates).toEqual([]);
  await words.undeleteTemplates(ids);
  expect((await words.readHelloFacts()).templates).toMatchObject([spanish]);
});

test('who writes: the agent’s own card first, then the account; the address that was asked for', async () => {
  const { words, store, db } = openWords();
  expect((await words.readHelloFacts()).me).toEqual({ name: '', company: '', email: '' });
  await store.connect(session);
  expect((await words.readHelloFacts()).me).toEqual({ name: 'Kim', company: '', email: 'kim@example.com' });
  const values = { name: 'Kim Lee', company: 'Peacock', 'email/abcdefgh': { typed: 'card@example.com' } };
  await db.profile.put({ id: 'p1', values });
  expect((await words.readHelloFacts()).me).toMatchObject({ name: 'Kim Lee', company: 'Peacock' });
  await words.setOwnEmail(' me@example.com ');
  expect((await words.readHelloFacts()).me.email).toBe('me@example.com');
});

test('a language is chosen for a person and given up', async () => {
  const { words, store } = openWords();
  const id = await store.savePerson(capture(), undefined);
  const language = async () => (await store.readPerson(id))?.person.language;
  await words.setLanguage(id, 'es');
  expect(await language()).toBe('es');
  await words.setLanguage(id, null);
  expect(await language()).toBeNull();
});
