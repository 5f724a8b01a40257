import { createHash } from 'node:crypto';
import { z } from 'zod';
import {
  type PackageManifest,
  packageManifestSchema,
  type RollupPackage,
  rollupPackageSchema,
} from '#shared/contract/rollup-package.ts';
import { formatLocalDate, localDateInShanghai } from '#shared/domain/local-date.ts';
import { formatMonth, formatPeriod } from '#shared/domain/reporting-period.ts';
import { definitionsText, definitionsVersion, officeLevels } from '#shared/domain/rollup.ts';
import { openArchive } from '../../archives/archive.ts';
import { FileRefused } from '../../archives/file-refused.ts';
import { storedArchive } from '../../spreadsheets/stored-archive.ts';
import { refused } from '../errors.ts';
import { contradictionIn } from './contradiction.ts';

const formatVersion = 1;
const largestFile = 12 * 1024 * 1024;
const manifestName = '清单.json';
const contentName = '数据.json';
const coverName = '说明.txt';

export function sha256Of(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** By which definitions this program counts. */
export function ownDefinitions(): { readonly version: number; readonly sha256: string } {
  return { version: definitionsVersion, sha256: sha256Of(definitionsText()) };
}

/** For whoever carries the file: what is in it, and by what it can be compared by hand. */
function coverSheet(content: RollupPackage, sha256: string): string {
  const { office, closing, figures, cases, units } = content;
  const day = formatLocalDate(localDateInShanghai(new Date(closing.at)));
  const lines = [
    '联动调解报送包',
    '',
    `单位：${office.name}（${officeLevels[office.level].label}${office.region === null ? '' : `，${office.region}`}）`,
    `月份：${formatMonth(content.month)}（${formatPeriod(content.period)}）`,
    content.kind === 'sums'
      ? `内容：${units.length} 个单位的汇总，${closing.closed ? '各单位都已锁定' : '有单位未锁定或者未报'}，${day}由${closing.by}作出`
      : closing.closed
        ? `锁定：第 ${closing.sequence} 次锁定，${day}，${closing.by}`
        : `锁定：未锁定，${day}由${closing.by}作出时的数`,
    `件数：旧存 ${figures.opening}，新收 ${figures.received}，结案 ${figures.closed}，退回 ${figures.returned}，未结 ${figures.closing}；明细 ${cases.length} 件，无姓名、证件号码、电话`,
    `数据指纹（SHA-256）：${sha256}`,
    '',
    '请原样转送。收包单位在“统计—单位汇总”里接收；改动过的数据收不进去。',
  ];
  return `${lines.join('\r\n')}\r\n`;
}

/** A package as the bytes of a file; the same content gives the same bytes. */
export function packageFile(content: RollupPackage): { readonly bytes: Uint8Array; readonly sha256: string } {
  const encode = (text: string) => new TextEncoder().encode(text);
  const data = encode(JSON.stringify(rollupPackageSchema.parse(content)));
  const sha256 = sha256Of(data);
  const cover = encode(coverSheet(content, sha256));
  const manifest: PackageManifest = {
    format: '联动调解报送包',
    formatVersion,
    parts: [
      { name: contentName, bytes: data.length, sha256 },
      { name: coverName, bytes: cover.length, sha256: sha256Of(cover) },
    ],
  };
  const bytes = storedArchive(
    new Map([
      [manifestName, encode(`${JSON.stringify(manifest, null, 2)}\n`)],
      [contentName, data],
      [coverName, cover],
    ]),
  );
  return { bytes, sha256 };
}

const again = '请让报送单位重新导出，原样转送。';
const advice = {
  encrypted: '报送包加了密码，请原样转送，不要解开重压。',
  unsafe: (what: string) => `这不是正常的报送包（${what}），没有读取。`,
  tooBig: (what: string) => `报送包太大（${what}），没有读取。`,
  damaged: (what: string) => `报送包不完整（${what}），${again}`,
};

function damaged(what: string): FileRefused {
  return new FileRefused('damaged', advice.damaged(what));
}

/** Only what says which program can read it: a newer one may have written everything else differently. */
const headSchema = z.object({
  program: z.string().max(30).catch(''),
  definitions: z.object({ version: z.int() }),
});

function json(bytes: Uint8Array, name: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw damaged(`${name} 读不出`);
  }
}

export type ReadPackage = {
  readonly content: RollupPackage;
  readonly sha256: string;
  readonly fileSha256: string;
};

function read(bytes: Uint8Array): ReadPackage {
  if (bytes.length > largestFile) throw new FileRefused('tooBig', advice.tooBig('超过 12 MB'));
  const archive = openArchive(bytes, advice);
  const expected = [manifestName, contentName, coverName];
  if (!archive.has(manifestName) || !archive.has(contentName)) {
    throw new FileRefused('notADocument', '这不是报送包。请选择报送单位导出的“报送包-….zip”文件。');
  }
  if (archive.names.length !== expected.length || !expected.every((name) => archive.has(name))) {
    throw new FileRefused('unsafe', advice.unsafe('里面有别的文件'));
  }
  const manifest = packageManifestSchema.safeParse(json(archive.read(manifestName), manifestName));
  if (!manifest.success) throw damaged(`${manifestName} 不合格式`);
  if (manifest.data.formatVersion > formatVersion) throw refused('newerDefinitions');
  for (const name of [contentName, coverName]) {
    const part = archive.read(name);
    const listed = manifest.data.parts.find((one) => one.name === name);
    if (listed?.sha256 !== sha256Of(part) || listed.bytes !== part.length) {
      throw damaged(`${name} 与清单上的 SHA-256 不符，内容被改动过或者传坏了`);
    }
  }
  const data = archive.read(contentName);
  const given = json(data, contentName);
  const head = headSchema.safeParse(given);
  if (head.success && head.data.definitions.version > definitionsVersion) {
    throw refused('newerDefinitions', { program: head.data.program });
  }
  const content = rollupPackageSchema.safeParse(given);
  if (!content.success) {
    const [issue] = content.error.issues;
    throw damaged(`${contentName} 的 ${issue?.path.join('.') ?? ''} 不合格式`);
  }
  const contradiction = contradictionIn(content.data);
  if (contradiction !== null) throw damaged(`数据自相矛盾：${contradiction}`);
  return { content: content.data, sha256: sha256Of(data), fileSha256: sha256Of(bytes) };
}

/** Reads a package; REFUSED with the sentence that helps where it is none, or was changed. */
export function readPackage(bytes: Uint8Array): ReadPackage {
  try {
    return read(bytes);
  } catch (error) {
    if (error instanceof FileRefused) throw refused('unreadableFile', { sentence: error.sentence });
    throw error;
  }
}
