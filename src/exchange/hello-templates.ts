export interface HelloTemplate {
  /** Stays the same for the same template in every language. */
  readonly id: 'hello' | 'hello-name' | 'hello-occasion' | 'hello-mail';
  /** '' for a message by text. */
  readonly subject: string;
  /** For `fillTemplate`. */
  readonly body: string;
}

export type HelloLanguage = 'en' | 'es';

/** The words to begin with; the first of each language is used until somebody writes their own. */
export const helloTemplates: Readonly<Record<HelloLanguage, readonly HelloTemplate[]>> = {
  en: [
    { id: 'hello', subject: '', body: 'Hello! Nice to meet you!' },
    { id: 'hello-name', subject: '', body: 'Hello {first name}! Nice to meet you! {signature}' },
    {
      id: 'hello-occasion',
      subject: '',
      body: 'Hello {first name}! Nice to meet you at {occasion}. {signature}',
    },
    {
      id: 'hello-mail',
      subject: 'Nice to meet you!',
      body: 'Hello {first name}!\n\nNice to meet you at {occasion}.\n\n{signature}',
    },
  ],
  es: [
    { id: 'hello', subject: '', body: '¡Hola! ¡Mucho gusto!' },
    { id: 'hello-name', subject: '', body: '¡Hola, {first name}! ¡Mucho gusto! {signature}' },
    {
      id: 'hello-occasion',
      subject: '',
      body: '¡Hola, {first name}! Fue un gusto conocerte en {occasion}. {signature}',
    },
    {
      id: 'hello-mail',
      subject: '¡Mucho gusto!',
      body: '¡Hola, {first name}!\n\nFue un gusto conocerte en {occasion}.\n\n{signature}',
    },
  ],
};
