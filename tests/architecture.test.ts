import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { expect, test } from 'vitest';

/**
 * The folder is the permission (design: “Folders and import rules”). The first layer whose pattern a file meets is its
 * own. `layers` are folders of ours that it may import beside itself; `packages` are npm packages and node modules.
 * A new package is a new word in this table.
 */
type Layer = {
  readonly name: string;
  readonly files: RegExp;
  readonly layers: readonly string[];
  readonly packages: readonly string[];
  readonly why: string;
};

const layers: readonly Layer[] = [
  {
    name: 'shared/domain',
    files: /^src\/shared\/domain\//,
    layers: [],
    packages: ['zod', 'date-fns'],
    why: 'Rules are pure functions on plain data: no clock, no database, no page.',
  },
  {
    name: 'shared/documents',
    files: /^src\/shared\/documents\//,
    layers: ['shared/domain'],
    packages: ['zod'],
    why: 'A document is data made of facts; renderers live elsewhere.',
  },
  {
    name: 'shared/contract',
    files: /^src\/shared\/contract\//,
    layers: ['shared/domain', 'shared/documents'],
    packages: ['zod', '@orpc/contract'],
    why: 'The contract says what may be asked; it knows neither who asks nor who answers.',
  },
  {
    name: 'main/register',
    files: /^src\/main\/register\//,
    layers: ['shared/domain', 'shared/contract'],
    packages: [
      'kysely',
      'better-sqlite3',
      'pinyin-pro',
      'node:fs',
      'node:path',
      'node:crypto',
      'node:zlib',
      'node:timers/promises',
    ],
    why: 'The register is the only place with SQL, and knows nothing but rows and domain values.',
  },
  {
    name: 'main/archives',
    files: /^src\/main\/archives\//,
    layers: [],
    packages: ['node:zlib', 'node:buffer'],
    why: 'Opens the zip files of strangers under hard limits, whatever they hold, and packs our own.',
  },
  {
    name: 'main/documents',
    files: /^src\/main\/documents\//,
    layers: ['shared/domain', 'shared/documents', 'shared/contract', 'main/archives'],
    packages: ['docx', 'docxtemplater', 'jszip', 'node:crypto', 'node:zlib'],
    why: 'The only place that makes Word files; it gets content and gives bytes.',
  },
  {
    name: 'main/spreadsheets',
    files: /^src\/main\/spreadsheets\//,
    layers: ['shared/domain', 'shared/contract', 'main/archives'],
    packages: ['hucre', 'node:zlib', 'node:buffer'],
    why: 'The only place that reads and writes workbooks; it gets figures and gives bytes.',
  },
  {
    name: 'main/attachments',
    files: /^src\/main\/attachments\//,
    layers: ['shared/domain'],
    packages: ['node:fs', 'node:fs/promises', 'node:path', 'node:crypto'],
    why: 'The only place that keeps files of others; it knows hashes and no case.',
  },
  {
    name: 'main/fonts',
    files: /^src\/main\/fonts\//,
    layers: [],
    packages: ['node:fs/promises', 'node:os', 'node:path'],
    why: 'It reads the names of the fonts of this machine, and nothing else of them.',
  },
  {
    name: 'main/procedures',
    files: /^src\/main\/procedures\//,
    layers: [
      'shared/domain',
      'shared/documents',
      'shared/contract',
      'main/register',
      'main/archives',
      'main/attachments',
      'main/documents',
      'main/fonts',
      'main/spreadsheets',
      'main/office',
    ],
    packages: ['@orpc/server', '@orpc/contract', 'zod', 'node:crypto'],
    why: 'A procedure finds, decides, writes and tells; the machine is reached through the desk it is handed.',
  },
  {
    name: 'main/office',
    files: /^src\/main\/(office|jobs|tasks|worker|watch|write-turn|resources)\.ts$/,
    layers: [
      'shared/domain',
      'shared/documents',
      'shared/contract',
      'main/register',
      'main/attachments',
      'main/documents',
      'main/fonts',
      'main/spreadsheets',
      'main/procedures',
    ],
    packages: [
      '@orpc/server',
      'zod',
      'node:crypto',
      'node:fs',
      'node:path',
      'node:worker_threads',
      'package.json',
    ],
    why: 'The composition root is plain Node: it never imports a host, so that every host can own it.',
  },
  {
    name: 'main/hosts',
    files: /^src\/main\//,
    layers: ['shared/domain', 'shared/contract', 'main/office'],
    packages: ['electron', '@orpc/server', '@orpc/client', 'zod', 'node:*'],
    why: 'A host carries messages and owns its platform; what could live in the office does.',
  },
  {
    name: 'preload',
    files: /^src\/preload\//,
    layers: [],
    packages: ['electron'],
    why: 'The preload hands over one message port and nothing else.',
  },
  {
    name: 'renderer',
    files: /^src\/renderer\//,
    layers: ['shared/domain', 'shared/documents', 'shared/contract'],
    packages: [
      'react',
      'react-dom',
      'react-router',
      'antd',
      '@ant-design/icons',
      'ag-grid-community',
      'ag-grid-react',
      'echarts',
      '@orpc/client',
      '@orpc/contract',
      '@orpc/tanstack-query',
      '@tanstack/react-query',
      'zod',
    ],
    why: 'The renderer reaches the machine only through the contract.',
  },
];

const root = new URL('..', import.meta.url).pathname;

function sourceFiles(): string[] {
  return readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => posix.join('src', name.split('\\').join('/')));
}

function layerOf(file: string): Layer | undefined {
  return layers.find((layer) => layer.files.test(file));
}

/** What a file imports, as written; statements begin a line, as the formatter sees to. */
function importsOf(source: string): string[] {
  const statements = source.matchAll(/^(?:import|export)\b[^'"`;]*?\bfrom\s*'([^']+)'|^import '([^']+)'/gm);
  const expressions = source.matchAll(/\bimport\('([^']+)'\)/g);
  return [...statements, ...expressions].map((match) => match[1] ?? match[2] ?? '');
}

/** Our own file that an import means, from the project's root; undefined for a package. */
function ownFile(importer: string, specifier: string): string | undefined {
  if (specifier.startsWith('#shared/')) return posix.join('src/shared', specifier.slice('#shared/'.length));
  if (!specifier.startsWith('.')) return undefined;
  return relative(root, join(root, dirname(importer), specifier))
    .split('\\')
    .join('/');
}

function packageName(specifier: string): string {
  const [scope = '', name = ''] = specifier.split('/');
  if (scope.startsWith('node:')) return specifier;
  return scope.startsWith('@') ? `${scope}/${name}` : scope;
}

/** Why an import may not stand where it stands; undefined when it may. */
function objection(importer: string, layer: Layer, specifier: string): string | undefined {
  const own = ownFile(importer, specifier);
  if (own === undefined || own === 'package.json') {
    const name = own ?? packageName(specifier);
    const allowed = layer.packages.some(
      (word) => word === name || (word.endsWith('*') && name.startsWith(word.slice(0, -1))),
    );
    return allowed ? undefined : `${name} is not among its packages (${layer.packages.join(', ') || 'none'})`;
  }
  if (/\.(css|svg)$/.test(own)) return undefined;
  const target = layerOf(own);
  if (target === undefined) return `${own} belongs to no layer`;
  if (target === layer || layer.layers.includes(target.name)) return undefined;
  return `${own} is of ${target.name}; it may import ${[layer.name, ...layer.layers].join(', ')}`;
}

test('every file imports only what its layer may import', () => {
  const objections: string[] = [];
  for (const file of sourceFiles()) {
    const layer = layerOf(file);
    if (layer === undefined) {
      objections.push(
        `${file} belongs to no layer: put it into a folder of the design, or add a layer to this table.`,
      );
      continue;
    }
    for (const specifier of importsOf(readFileSync(join(root, file), 'utf8'))) {
      const found = objection(file, layer, specifier);
      if (found !== undefined) objections.push(`${file} imports ${specifier}: ${found}. Why: ${layer.why}`);
    }
  }
  expect(objections).toEqual([]);
});

test('a forbidden import is found (the control of the test above)', () => {
  const domain = layers[0] as Layer;
  expect(objection('src/shared/domain/money.ts', domain, 'node:fs')).toContain('not among its packages');
  expect(objection('src/shared/domain/money.ts', domain, '../contract/cases.ts')).toContain(
    'shared/contract',
  );
  expect(
    importsOf(
      "import {\n  a,\n  b,\n} from 'kysely';\nexport { c } from './d.ts';\nawait import('electron');",
    ),
  ).toEqual(['kysely', './d.ts', 'electron']);
});

test('pages never import other pages', () => {
  const objections: string[] = [];
  for (const file of sourceFiles()) {
    const page = /^src\/renderer\/pages\/([^/]+)\//.exec(file)?.[1];
    if (page === undefined) continue;
    for (const specifier of importsOf(readFileSync(join(root, file), 'utf8'))) {
      const other = /^src\/renderer\/pages\/([^/]+)\//.exec(ownFile(file, specifier) ?? '')?.[1];
      if (other !== undefined && other !== page) {
        objections.push(
          `${file} imports ${specifier}: what two pages use belongs into src/renderer/components.`,
        );
      }
    }
  }
  expect(objections).toEqual([]);
});

/** Imports that are more than types: what a file needs to run. */
function runningImports(file: string): string[] {
  const code = readFileSync(join(root, file), 'utf8').replace(/^(?:import|export) type\b[^;]*;/gm, '');
  return importsOf(code)
    .map((specifier) => ownFile(file, specifier))
    .filter((own) => own !== undefined);
}

test('no files import one another in a ring', () => {
  const graph = new Map(sourceFiles().map((file) => [file, runningImports(file)]));
  const done = new Set<string>();
  const rings: string[] = [];
  function follow(file: string, path: readonly string[]): void {
    const start = path.indexOf(file);
    if (start >= 0) rings.push([...path.slice(start), file].join(' → '));
    if (start >= 0 || done.has(file)) return;
    for (const next of graph.get(file) ?? []) follow(next, [...path, file]);
    done.add(file);
  }
  for (const file of graph.keys()) follow(file, []);
  expect(rings, 'Move what both need into a file of its own.').toEqual([]);
});

test('SQL is written in the register only', () => {
  const objections = sourceFiles()
    .filter((file) => !file.startsWith('src/main/register/'))
    .filter((file) =>
      /\.prepare\(|[dD]atabase\.(exec|pragma)\(|\bSELECT\s.+\sFROM\s/.test(
        readFileSync(join(root, file), 'utf8'),
      ),
    )
    .filter((file) => file !== 'src/main/watch.ts' && file !== 'src/main/procedures/verify.ts');
  expect(objections, 'Move the statement into src/main/register and call a function of it.').toEqual([]);
});

test('a file keeps to one thing: it has no more than 300 lines', () => {
  const long = sourceFiles().filter(
    (file) => readFileSync(join(root, file), 'utf8').split('\n').length > 300,
  );
  const tables = ['src/main/register/schema.ts'];
  expect(
    long.filter((file) => !tables.includes(file)),
    'A noun that grows becomes a folder of that noun.',
  ).toEqual([]);
});

test('nothing that runs code from text or leaves the machine is written', () => {
  const forbidden =
    /dangerouslySetInnerHTML|\.innerHTML\b|\beval\(|new Function\(|openExternal|ipcRenderer\.sendSync/;
  const objections = sourceFiles().filter((file) => forbidden.test(readFileSync(join(root, file), 'utf8')));
  expect(objections).toEqual([]);
});
