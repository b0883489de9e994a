import type { Command } from './command.ts';

/** Each is loaded only when it is called. */
export const commands: readonly Command[] = [
  {
    name: 'serve',
    words: '',
    summary: 'Serves the app and the contact database.',
    load: () => import('./serve.ts'),
  },
  {
    name: 'invite',
    words: 'EMAIL',
    summary: 'Makes a link by which somebody gets an account here.',
    load: () => import('./invite.ts'),
  },
  {
    name: 'reset-password',
    words: 'EMAIL',
    summary: 'Makes a link by which somebody sets a new password.',
    load: () => import('./reset-password.ts'),
  },
  {
    name: 'backup',
    words: 'FILE',
    summary: 'Writes everything into one file, also while serving.',
    load: () => import('./backup.ts'),
  },
  {
    name: 'restore',
    words: 'FILE [--replace]',
    summary: 'Puts a backup into the data folder; --replace sets aside what is there.',
    load: () => import('./restore.ts'),
  },
  {
    name: 'move',
    words: '',
    summary: 'Moves everything from SQLite into the PostgreSQL database in DATABASE_URL.',
    load: () => import('./move.ts'),
  },
  {
    name: 'export',
    words: '--format csv|vcard|json --out FILE [--account EMAIL] [--with-private]',
    summary: "Writes one account's people for other programs; private details only with --with-private.",
    load: () => import('./export.ts'),
  },
  {
    name: 'doctor',
    words: '',
    summary: 'Looks for what is wrong, and says it.',
    load: () => import('./doctor.ts'),
  },
  {
    name: 'sql',
    words: '[--json] "select …"',
    summary: 'Asks the contact database a question; it can change nothing.',
    load: () => import('./sql.ts'),
  },
];

export const commandsByName: ReadonlyMap<string, Command> = new Map(
  commands.map((command) => [command.name, command]),
);
