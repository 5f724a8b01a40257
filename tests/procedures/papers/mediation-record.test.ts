import { join } from 'node:path';
import { safe } from '@orpc/client';
import SqliteDatabase from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { AgentFacts } from '#shared/contract/parties.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { aCompany, aPerson, aSession } from '../../support/builders.ts';
import { anOffice } from '../../support/offices.ts';
import { aMediatedCase, issuedName, offered, previewOf } from './office-case.ts';

const kind = 'mediationRecord';
const undisputed = '货款本金五万元未付。';

test('each session has its record, with what was noted of it', async () => {
  const { client } = await anOffice();
  const present = await aMediatedCase(client);
  await client.sessions.record({
    caseId: present.id,
    session: aSession({
      heldOn: localDate('2026-11-18'),
      form: 'video',
      place: null,
      undisputed,
      nextOn: localDate('2026-11-25'),
    }),
  });
  const listed = await offered(client, present, kind);
  expect(listed.map(({ about, missing }) => [about, missing])).toEqual([
    ['第1次（2026年11月10日）', 0],
    ['第2次（2026年11月18日）', 0],
  ]);
  const second = listed[1]?.subjectId ?? null;
  const { lines } = await previewOf(client, present, kind, second);
  expect(lines[0]).toBe('调解笔录（第二次）');
  expect(lines).toContain('时间：2026年11月18日9时00分至10时30分');
  expect(lines).toContain('方式：视频');
  expect(lines.filter((line) => line.startsWith('地点：'))).toEqual([]);
  expect(lines.at(lines.indexOf('双方无争议的事实：') + 1)).toBe(undisputed);
  expect(lines).toContain('本次未达成协议，继续调解。下次调解时间：2026年11月25日。');
  expect(await issuedName(client, present, kind, second)).toContain('-调解笔录（第2次）-甲小明等2人.docx');
});

test('of more than two parties nothing is said of both', async () => {
  const { client } = await anOffice();
  const parties = [aPerson(), aCompany(), aPerson({ role: 'thirdParty', name: '丁小明' })];
  const present = await aMediatedCase(client, {}, { parties });
  await client.sessions.record({
    caseId: present.id,
    session: aSession({ heldOn: localDate('2026-11-18'), attendance: '三方到场', undisputed }),
  });
  const listed = await offered(client, present, kind);
  const { lines } = await previewOf(client, present, kind, listed[1]?.subjectId);
  expect(lines.at(lines.indexOf('各方无争议的事实：') + 1)).toBe(undisputed);
  expect(lines.join('\n')).not.toContain('双方');
});

const anAgent: AgentFacts = {
  kind: 'lawyer',
  name: '钱小',
  relation: null,
  employer: null,
  licenceNumber: null,
  idNumber: null,
  authority: 'special',
  phone: null,
};

test.each([
  ['申请人、被申请人的代理人钱小到场', ['钱小，代理权限：特别授权']],
  ['钱小、钱小某', ['钱小，代理权限：特别授权', '钱小某，代理权限：＿＿＿＿＿＿']],
  ['钱小某到场', ['钱小某，代理权限：＿＿＿＿＿＿']],
  ['未成年人甲小明的母亲、代理人钱小到场', ['钱小，代理权限：特别授权']],
  ['申请人到场；代理人钱小请假', []],
  ['申请人到场，代理人钱小，因病未到', []],
  ['双方及代理人到场', []],
])('of the attendance “%s” it prints the powers of those agents: %j', async (attendance, powers) => {
  const { client } = await anOffice();
  const agents = [anAgent, { ...anAgent, name: '钱小某', authority: null }];
  const guardian = { ...anAgent, kind: 'guardian', name: '甲母', relation: '母亲', authority: null } as const;
  const present = await aMediatedCase(
    client,
    {},
    { parties: [aPerson({ agents: [guardian] }), aCompany({ agents })] },
  );
  await client.sessions.record({
    caseId: present.id,
    session: aSession({ heldOn: localDate('2026-11-18'), attendance: `${attendance}。甲母到场` }),
  });
  const listed = await offered(client, present, kind);
  const { lines } = await previewOf(client, present, kind, listed[1]?.subjectId);
  expect(lines.filter((line) => line.includes('代理权限：'))).toEqual(
    powers.map((power) => `被申请人的委托代理人${power}。`),
  );
});

test('a record that was issued before its powers were printed still agrees with the register', async () => {
  const { client, dataDir } = await anOffice();
  const present = await aMediatedCase(client, {}, { parties: [aPerson(), aCompany({ agents: [anAgent] })] });
  const session = aSession({ heldOn: localDate('2026-11-18'), attendance: '申请人、钱小' });
  await client.sessions.record({ caseId: present.id, session });
  const [, { subjectId = null } = {}] = await offered(client, present, kind);
  await client.documents.issue({ caseId: present.id, paper: { kind, subjectId } });
  const register = new SqliteDatabase(join(dataDir, 'register.db'));
  register.exec(`INSERT INTO documents (case_id, kind, template_version, font_scheme, facts, content, bytes, sha256, issued_at,
    issued_by, subject_id) SELECT case_id, kind, '3', font_scheme, json_remove(facts, '$.agentsPresent'), content, bytes, sha256,
    issued_at, issued_by, subject_id FROM documents`);
  register.close();
  const { documents } = await client.cases.get({ id: present.id });
  expect(documents.map(({ state, differences }) => [state, differences])).toEqual([
    ['current', []],
    ['replaced', []],
  ]);
});

test('what it lacks is listed with its label', async () => {
  const { client } = await anOffice();
  const present = await aMediatedCase(client, { cause: null });
  await client.sessions.record({ caseId: present.id, session: aSession({ notes: null, result: null }) });
  const listed = await offered(client, present, kind);
  expect((await previewOf(client, present, kind, listed[1]?.subjectId)).missing).toEqual([
    '案由',
    '调解笔录内容（调解经过）',
    '本次调解结果',
  ]);
});

test('there is no record of a session that was not held', async () => {
  const { client } = await anOffice();
  const present = await aMediatedCase(client);
  const [error] = await safe(
    client.documents.preview({ caseId: present.id, paper: { kind, subjectId: 999 } }),
  );
  expect(error).toMatchObject({ code: 'NOT_FOUND' });
});
