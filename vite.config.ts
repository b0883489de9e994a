import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { copyCardParts } from './scripts/vite/copy-card-parts.ts';

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

export default defineConfig({
  plugins: [
    react(),
    copyCardParts(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/worker',
      filename: 'service-worker.ts',
      injectRegister: false,
      manifest: { ...manifest, icons: [...manifest.icons], categories: [...manifest.categories] },
      // What reads cards is fetched when it is wanted: four megabytes that most first visits do not need.
      injectManifest: {
        globPatterns: ['**/*.{js,css,html,svg,png,webmanifest}'],
        globIgnores: ['engines/**'],
      },
    }),
  ],
  build: {
    outDir: 'dist/app',
    target: ['chrome111', 'safari16.4', 'firefox114'],
    reportCompressedSize: true,
    license: { fileName: 'licenses.md' },
    // What the first screen shares with the rooms behind it stays in few files: each one costs bytes of its own.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [{ name: 'shared', test: /[\\/]src[\\/]domain[\\/]|store[\\/]meta|[\\/]zod[\\/]/ }],
        },
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8787' } },
});
