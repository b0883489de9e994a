import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { projectRoot } from '../../../scripts/project-root.mjs';
import type { OnDeviceSpeech } from '../../../src/app/ports/speech.ts';

export interface Written {
  readonly words: Awaited<ReturnType<OnDeviceSpeech['write']>>;
  readonly told: readonly number[];
}

/** The app's own door to writing down, as its rooms open it: the built file that `loadSpeech` imports. */
function speechAddress(): string {
  const assets = join(projectRoot, 'dist/app/assets');
  const name = readdirSync(assets).find((file) => /^open-speech-.*\.js$/.test(file));
  if (name === undefined) throw new Error('The app is not built: npm run build');
  return `/assets/${name}`;
}

/** Writes down a recording, given in base64, in the page; `isCancelled`: at its first sign of life. */
export async function writeDown(
  page: Page,
  recording: { readonly base64: string; readonly type: string },
  options: { readonly language?: string; readonly isCancelled?: boolean } = {},
): Promise<Written> {
  // As text: the test runner would make an import of its own of it.
  await page.evaluate(
    `import('${speechAddress()}').then(({ openSpeech }) => { window.openSpeech = openSpeech; })`,
  );
  return page.evaluate(
    async ([{ base64, type }, { language, isCancelled }]) => {
      const speech = window.openSpeech();
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const told: number[] = [];
      const stop = new AbortController();
      const onProgress = (done: number) => {
        told.push(done);
        if (isCancelled) stop.abort();
      };
      const words = await speech.write(new Blob([bytes], { type }), {
        language,
        onProgress,
        signal: stop.signal,
      });
      speech.close();
      return { words, told };
    },
    [recording, options] as const,
  );
}

declare global {
  interface Window {
    openSpeech: () => OnDeviceSpeech;
  }
}
