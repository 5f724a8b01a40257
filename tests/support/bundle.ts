import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type Plugin } from 'vite';

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/**
 * Bundles a program with the office and its worker thread into a folder, as the product is built, and tells where it
 * lies. What is started again and again is up in a third of the time that a thousand source files take.
 */
export async function bundled(program: string, folder: string): Promise<string> {
  const name = basename(program, '.ts');
  const outDir = join(folder, 'out/main');
  mkdirSync(outDir, { recursive: true });
  // What lies beside the program's own folder is found from here as from there.
  for (const beside of ['resources', 'node_modules'])
    symlinkSync(at(beside), join(folder, beside), 'junction');
  await build({
    configFile: false,
    logLevel: 'error',
    root: at('.'),
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: false,
      copyPublicDir: false,
      target: 'node24',
      minify: false,
      rolldownOptions: {
        input: { [name]: program, worker: at('src/main/worker.ts') },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
  cpSync(at('src/main/register/migrations'), join(outDir, 'migrations'), { recursive: true });
  return join(outDir, `${name}.js`);
}

/** Where a test run's worker threads begin, as an address; unset, at the source. */
const variable = 'OFFICE_TEST_WORKER';

/** A bundle of the worker threads for one test run, as the environment variable that names it. */
export async function bundledWorker(): Promise<Readonly<Record<string, string>>> {
  const folder = mkdtempSync(join(tmpdir(), 'mediation-office-worker-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return { [variable]: pathToFileURL(await bundled(at('src/main/worker.ts'), folder)).href };
}

/**
 * Lets an office that a test opens start its worker threads from the bundle, as the product does: half of a job's time
 * was the reading of its sources. The address stays out of the code, because what is transformed is kept for later runs.
 */
export function workerFromBundle(): Plugin {
  const entry =
    /new URL\((import\.meta\.url\.endsWith\('\.ts'\) \? '\.\/worker\.ts' : '\.\/worker\.js'), import\.meta\.url\)/;
  return {
    name: 'worker-from-bundle',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('/src/main/tasks.ts')) return undefined;
      if (!entry.test(code)) {
        throw new Error('src/main/tasks.ts names the worker otherwise: mend workerFromBundle.');
      }
      return {
        code: code.replace(entry, `new URL(process.env.${variable} ?? ($1), import.meta.url)`),
        map: null,
      };
    },
  };
}
