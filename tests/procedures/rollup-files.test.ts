import { expect, test } from 'vitest';
import type { RollupPackage } from '#shared/contract/rollup-package.ts';
import { localDate, month } from '#shared/domain/local-date.ts';
import { definitionsText, definitionsVersion, packageRank } from '#shared/domain/rollup.ts';
import { officePackage } from '../../src/main/procedures/rollup/office-package.ts';
import { packageFile, readPackage, sha256Of } from '../../src/main/procedures/rollup/package-file.ts';
import { openBeside } from '../../src/main/register/open.ts';
import { readAtOnce } from '../../src/main/register/transact.ts';
import { storedArchive } from '../../src/main/spreadsheets/stored-archive.ts';
import { aCase, aPerson } from '../support/builders.ts';
import { chanceOf } from '../support/chance.ts';
import { anOffice } from '../support/offices.ts';

const making = { at: '2026-11-20T04:00:00.000Z', by: '测试员', program: '1', today: localDate('2026-11-20') };

async function aPackage(): Promise<RollupPackage> {
  const { client, dataDir } = await anOffice();
  const { version, ...facts } = (await client.office.overview()).profile;
  await client.office.saveProfile({ version, profile: { ...facts, reportingUnit: '甲区测试调解室' } });
  const receivedOn = localDate('2026-10-10');
  await client.cases.register({ facts: aCase({ receivedOn }), parties: [aPerson()], draftId: null });
  const register = openBeside(dataDir);
  try {
    return readAtOnce(register, (db) => officePackage(db, month('2026-10'), true, making));
  } finally {
    register.database.close();
  }
}

/** What reading says; the sentence of a refusal, or the hash of what was read. */
function said(bytes: Uint8Array): string {
  try {
    return readPackage(bytes).sha256;
  } catch (error) {
    const { data } = error as { data?: { reason?: string; detail?: { sentence?: string } } };
    if (data?.reason === undefined) throw error;
    return data.detail?.sentence ?? data.reason;
  }
}

/** The file as somebody would make it who knows how the hash is made. */
function forged(
  change: (content: Record<string, unknown>) => void,
  extra: Record<string, string> = {},
): (of: RollupPackage) => Uint8Array {
  return (of) => {
    const content = structuredClone(of) as unknown as Record<string, unknown>;
    change(content);
    const encode = (text: string) => new TextEncoder().encode(text);
    const parts = new Map([
      ['数据.json', encode(JSON.stringify(content))],
      ['说明.txt', encode('说明')],
      ...Object.entries(extra).map(([name, text]) => [name, encode(text)] as const),
    ]);
    const listed = [...parts].map(([name, bytes]) => ({
      name,
      bytes: bytes.length,
      sha256: sha256Of(bytes),
    }));
    const manifest = { format: '联动调解报送包', formatVersion: 1, parts: listed };
    return storedArchive(new Map([['清单.json', encode(JSON.stringify(manifest))], ...parts]));
  };
}

test('no byte of a package can be changed, and none can be missing, without its content being refused', async () => {
  const { bytes, sha256 } = packageFile(await aPackage());
  expect(said(bytes)).toBe(sha256);
  const chance = chanceOf(3);
  let refusals = 0;
  for (let round = 0; round < 600; round += 1) {
    const changed = Uint8Array.from(bytes);
    const place = chance.integer(0, bytes.length - 1);
    changed[place] = (changed[place] ?? 0) ^ (1 << chance.integer(0, 7));
    const answer = said(changed);
    // A bit of the zip's own dates or attributes changes nothing of what it holds.
    if (answer === sha256) continue;
    refusals += 1;
    expect(answer).toMatch(/[\u4e00-\u9fff]|newerDefinitions/);
  }
  expect(refusals).toBeGreaterThan(560);
  for (let round = 0; round < 60; round += 1) {
    expect(said(bytes.slice(0, chance.integer(0, bytes.length - 1)))).not.toBe(sha256);
  }
}, 60_000);

test('what fits its hash but contradicts itself is refused, and says where', async () => {
  const content = await aPackage();
  const figures = (of: Record<string, unknown>) => of.figures as Record<string, number>;
  const cases: readonly (readonly [(of: Record<string, unknown>) => void, RegExp])[] = [
    [(of) => Object.assign(figures(of), { received: 2 }), /旧存＋新收≠结案＋退回＋未结/],
    [(of) => Object.assign(figures(of), { received: 2, closing: 2 }), /受理≠旧存＋新收/],
    [(of) => Object.assign(figures(of), { received: 2, closing: 2, accepted: 2 }), /按法院各行的新收之和/],
    [(of) => Object.assign(of, { cases: [] }), /明细的新收不等于合计/],
    [(of) => Object.assign(of, { month: '2026-09' }), /起止日不是这个月/],
    [(of) => Object.assign(of, { period: { from: '2026-01-01', to: '2026-10-31' } }), /起止日不是这个月/],
    [(of) => Object.assign(of, { closing: { ...content.closing, closed: true } }), /锁定情况/],
    [(of) => Object.assign(of, { month: '2026-13' }), /month 不合格式/],
    [(of) => Object.assign(figures(of), { paidFen: -1 }), /不合格式/],
    [(of) => Object.assign(of, { office: { ...content.office, name: '甲\u202e区' } }), /不合格式/],
    [(of) => Object.assign(of, { office: { ...content.office, uid: '../../etc' } }), /不合格式/],
  ];
  expect(said(forged(() => {})(content))).toMatch(/^[0-9a-f]{64}$/);
  for (const [change, sentence] of cases) expect(said(forged(change)(content))).toMatch(sentence);
  const newer = { version: definitionsVersion + 1, sha256: 'x' };
  expect(said(forged((of) => Object.assign(of, { definitions: newer, figures: {} }))(content))).toBe(
    'newerDefinitions',
  );
});

test('other files, bombs and files with more in them are refused', async () => {
  const content = await aPackage();
  const zip = (parts: Record<string, string>) =>
    storedArchive(
      new Map(Object.entries(parts).map(([name, text]) => [name, new TextEncoder().encode(text)])),
    );
  expect(said(new Uint8Array())).toContain('不完整');
  expect(said(new TextEncoder().encode('%PDF-1.7'))).toContain('不完整');
  expect(said(zip({ 'word/document.xml': '<a/>' }))).toContain('这不是报送包');
  expect(said(zip({ '../清单.json': '{}', '数据.json': '{}', '说明.txt': '' }))).toContain('路径不正常');
  expect(said(forged(() => {}, { '附件.exe': 'MZ' })(content))).toContain('里面有别的文件');
  const { bytes } = packageFile(content);
  // The directory claims a gigabyte for the content.
  const bomb = Buffer.from(bytes);
  const name = Buffer.from('数据.json');
  const entry = bomb.lastIndexOf(name) - 46;
  bomb.writeUInt32LE(1_000_000_000, entry + 24);
  expect(said(bomb)).toMatch(/压缩比例异常|超过 50 MB/);
  expect(said(new Uint8Array(13 * 1024 * 1024))).toContain('超过 12 MB');
  expect(said(zip({ '清单.json': '['.repeat(100_000), '数据.json': '{}', '说明.txt': '' }))).toContain(
    '读不出',
  );
});

test('closings follow each other by their number, counts by their instant, and sums by theirs', () => {
  const at = (day: string) => `2026-${day}T04:00:00.000Z`;
  const order = [
    { kind: 'office', closed: false, sequence: 0, at: at('11-01') },
    { kind: 'office', closed: false, sequence: 0, at: at('11-20') },
    { kind: 'office', closed: true, sequence: 1, at: at('11-02') },
    { kind: 'office', closed: false, sequence: 1, at: at('11-01') },
    { kind: 'office', closed: true, sequence: 2, at: at('10-01') },
  ] as const;
  const ranks = order.map(packageRank);
  expect(ranks.toSorted((one, other) => one - other)).toEqual(ranks);
  expect(new Set(ranks).size).toBe(ranks.length);
  const last = packageRank({ kind: 'office', closed: false, sequence: 400, at: '2199-12-31T00:00:00.000Z' });
  expect(Number.isSafeInteger(last)).toBe(true);
});

test('the version of the definitions goes up with the definitions', () => {
  const known = '20b67453046a8a58272919650cf46c33f2e04c9c0f53f70fe5a36c2203c6847c';
  expect(
    [definitionsVersion, sha256Of(definitionsText())],
    'Figures, formulas or bands are others now. Before the first release put the new hash here; after one, raise definitionsVersion in src/shared/domain/rollup/definitions.ts too.',
  ).toEqual([1, known]);
});
