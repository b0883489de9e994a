import { defineConfig } from 'vite';

/**
 * The server in few files: Node reads a thousand small modules for a second, and keeps them in memory. What ships
 * binaries or data stays a package of its own (docs/decisions/0020-bundled-server.md).
 */
export default defineConfig({
  build: {
    ssr: true,
    outDir: 'dist/server',
    target: 'node20.19',
    minify: false,
    copyPublicDir: false,
    license: { fileName: 'licenses.md' },
    rolldownOptions: {
      // `serve` also by itself, for whoever runs several in one process.
      input: { cli: 'src/server/cli.ts', serve: 'src/server/commands/serve.ts' },
      external: ['@photostructure/sqlite', 'fxa-common-password-list', 'pg-native'],
      output: { entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' },
    },
  },
  ssr: { noExternal: true },
});
