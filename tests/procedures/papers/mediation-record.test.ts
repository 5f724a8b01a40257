import { safe } from '@orpc/client';
import { expect, test } from 'vitest';
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
