import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The register reads its migrations beside itself, so they go where its code goes. */
function migrations() {
  return {
    name: 'migrations',
    writeBundle() {
      mkdirSync(at('./out/main/migrations'), { recursive: true });
      for (const name of readdirSync(at('./src/main/register/migrations'))) {
        copyFileSync(at(`./src/main/register/migrations/${name}`), at(`./out/main/migrations/${name}`));
      }
    },
  };
}

export default defineConfig({
  main: {
    plugins: [migrations()],
    build: {
      outDir: 'out/main',
      target: 'node24',
      externalizeDeps: false,
      rolldownOptions: {
        external: ['electron', 'better-sqlite3'],
        input: {
          electron: at('./src/main/electron.ts'),
          worker: at('./src/main/worker.ts'),
          browser: at('./src/main/browser.ts'),
          cli: at('./src/main/cli.ts'),
        },
        // Flat, so that a file finds ../../resources from here as it does from src/main.
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      rolldownOptions: {
        external: ['electron'],
        input: { preload: at('./src/preload/preload.ts') },
        // A sandboxed preload must be CommonJS.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('./src/renderer'),
    base: './',
    plugins: [react()],
    build: {
      outDir: at('./out/renderer'),
      emptyOutDir: true,
      target: 'chrome130',
      // No polyfill and nothing inline: the page's policy allows only files of its own.
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      // Everything comes from this machine; what counts is that a page loads its part only.
      chunkSizeWarningLimit: 1000,
      rolldownOptions: { input: at('./src/renderer/index.html') },
    },
  },
});
