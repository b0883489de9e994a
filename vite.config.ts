import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { copyEngineParts } from './scripts/vite/copy-engine-parts.ts';
import { nameEngines } from './scripts/vite/name-engines.ts';
import { speechWorkerFolder } from './src/device/speech-parts.ts';

const manifest = {
  id: '/',
  name: 'Justmet',
  short_name: 'Justmet',
  description: 'For people who meet people. Saved means saved, signal or not.',
  start_url: '/',
  scope: '/',
  display: 'standalone',
  orientation: 'any',
  background_color: '#f3f5f8',
  theme_color: '#f3f5f8',
  categories: ['productivity', 'business'],
  icons: [
    { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
    { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
    { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
  ],
} as const;

const licences = 'licenses.md';

/** The service worker answers it (src/worker/keep-shared.ts); without one, the server says that it was lost. */
const shareTarget = {
  action: '/share',
  method: 'POST' as const,
  enctype: 'multipart/form-data' as const,
  params: {
    title: 'title',
    text: 'text',
    url: 'url',
    files: [{ name: 'files', accept: ['text/vcard', 'text/x-vcard', 'text/directory', '.vcf', 'image/*'] }],
  },
};

/** On the home screen, a long press on the app: the camera opens with the app. */
const shortcuts = [
  { name: 'Scan a code', url: '/?way=scan' },
  { name: 'Photograph a card', url: '/?way=card' },
  { name: 'Voice note', url: '/voice' },
  { name: 'My card', url: '/card' },
  { name: 'Today', url: '/today' },
] as const;

export default defineConfig({
  plugins: [
    react(),
    copyEngineParts(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/worker',
      filename: 'service-worker.ts',
      injectRegister: false,
      manifest: {
        ...manifest,
        icons: [...manifest.icons],
        categories: [...manifest.categories],
        share_target: shareTarget,
        shortcuts: shortcuts.map((shortcut) => ({ ...shortcut })),
      },
      // The WebAssembly reads codes, also on the first day without signal. What reads cards and what writes down
      // speech are fetched when they are wanted: megabytes that most first visits do not need.
      injectManifest: {
        globPatterns: ['**/*.{js,css,html,svg,png,webmanifest,wasm}'],
        globIgnores: ['engines/**'],
      },
    }),
    nameEngines(licences),
  ],
  // The engine of what writes down speech is copied below its version, and not once more among the assets.
  resolve: { conditions: ['onnxruntime-web-use-extern-wasm', ...defaultClientConditions] },
  worker: {
    format: 'es',
    rolldownOptions: {
      output: {
        entryFileNames: ({ name }) =>
          `${name === 'speech-worker' ? speechWorkerFolder.slice(1) : 'assets/'}[name]-[hash].js`,
      },
    },
  },
  build: {
    outDir: 'dist/app',
    target: ['chrome111', 'safari16.4', 'firefox114'],
    // A browser that does not know modulepreload fetches the same files a moment later. The rooms' own files come from
    // the device: to list what each needs before it says so itself costs the first screen 700 bytes.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_file, files, { hostType }) =>
        hostType === 'js' ? files.filter((file) => file.endsWith('.css')) : files,
    },
    reportCompressedSize: true,
    license: { fileName: licences },
    // What the first screen shares with the rooms behind it stays in few files: each one costs bytes of its own.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'shared',
              test: /[\\/](src[\\/](domain[\\/](file|json|limits|make-edit|merge|note|occasion|person|row|shared-stamp|stamp|table-words|text|tombstone)\.ts|store[\\/](meta|stored-row)\.ts|exchange[\\/]email|app[\\/]ui[\\/](use-app|use-title|use-status|status-words|time-words))|node_modules[\\/](zod|react|react-dom|scheduler|dexie|dexie-react-hooks|wouter|regexparam|use-sync-external-store)[\\/])/,
              priority: 6,
            },
            // Behind the first screen few files are better than small ones: each costs the first visit, which keeps
            // them all, a request and a place in the cache.
            { name: 'first', tags: ['$initial'], priority: 5 },
            {
              name: 'numbers',
              test: /[\\/](libphonenumber-js[\\/]|src[\\/]exchange[\\/]phone)/,
              priority: 4,
            },
            { name: 'readings', test: /[\\/]src[\\/]exchange[\\/](?!details|calendar)/, priority: 3 },
            // What opens with a shortcut does not wait for the rooms either, nor its camera for what reads codes.
            {
              name: 'ways',
              test: /[\\/]src[\\/](exchange[\\/]contact-reading|app[\\/](screens[\\/]capture[\\/]ways[\\/](?!read-code)|boot[\\/](load-ports|phone-reader|scan[\\/](?!decode-worker|native|known|read-codes))))/,
              priority: 4,
            },
            {
              name: 'at-once',
              test: /[\\/]src[\\/]app[\\/]screens[\\/]capture[\\/](save-at-once|fill-fields|ways[\\/]read-code)/,
              priority: 2,
            },
            // What says that somebody is saved does not wait for the other rooms.
            { name: 'saved', test: /[\\/]src[\\/]app[\\/]screens[\\/]saved[\\/]/, priority: 2 },
            {
              name: 'rooms',
              test: /[\\/]src[\\/](app[\\/](screens[\\/]|ui[\\/]|BesideRooms)|store[\\/])/,
              priority: 1,
            },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8787' } },
});
