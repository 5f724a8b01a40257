import { expect, test } from 'vitest';
import { localDate } from '#shared/domain/local-date.ts';
import { anOffice, clockAt } from '../../support/offices.ts';
import { agree, aMediatedCase, courtName, issuedName, offered, previewOf } from './office-case.ts';

const kind = 'confirmationApplication';

test('both sides ask the court that sent the case to confirm what they agreed', async () => {
  const { client } = await anOffice();
  const present = await agree(client, await aMediatedCase(client));
  const { missing, checks, lines } = await previewOf(client, present, kind);
  expect(missing).toEqual([]);
  expect(checks).toEqual([]);
  expect(lines[1]).toMatch(/^第一申请人：甲小明/);
  expect(lines.join('\n')).toContain('双方当事人于2026年11月12日经');
  expect(lines.join('\n')).toContain('达成的《调解协议书》（编号：');
  expect(lines).toContain(courtName);
  expect(await issuedName(client, present, kind)).toContain('-司法确认申请书-甲小明等2人.docx');
});

test('what it lacks is listed with its label', async () => {
  const { client } = await anOffice();
  const own = { channel: 'C', source: 'partyApplication', courtId: null, facts: null } as const;
  const present = await aMediatedCase(client, own);
  expect((await previewOf(client, present, kind)).missing).toEqual([
    '纠纷主要事实',
    '协议内容',
    '违约责任',
    '费用负担',
    '签订日期',
    '法院全称',
    '协议文书（须先登记调解协议）',
  ]);
  await agree(client, present);
  expect(await offered(client, present, kind)).toMatchObject([{ missing: 2, notYet: null }]);
});

test('the thirty days from the day on which the agreement took effect are told when they are over', async () => {
  let clock = clockAt('2026-11-20');
  const { client } = await anOffice({ clock: () => clock() });
  const present = await agree(client, await aMediatedCase(client));
  clock = clockAt('2026-12-14');
  // 12 December is a Saturday: the last day moves to Monday, 14 December.
  expect((await previewOf(client, present, kind)).checks).toEqual([]);
  clock = clockAt('2026-12-15');
  const late = await previewOf(client, present, kind);
  expect(late.checks).toEqual([
    '协议自2026年11月12日生效，共同申请的期限到2026年12月14日为止，已经超过：可以起诉、申请支付令或者办理公证',
  ]);
  expect(late.missing, 'the court decides, not the office').toEqual([]);
  expect(await issuedName(client, present, kind)).toContain('司法确认申请书');
});

test('of an application that was made in time nothing is said later', async () => {
  let clock = clockAt('2026-11-20');
  const { client } = await anOffice({ clock: () => clock() });
  const present = await agree(client, await aMediatedCase(client));
  await client.cases.close({
    caseId: present.id,
    version: present.version,
    closing: { code: 'C11', closedOn: localDate('2026-11-12'), partly: false, reason: null },
  });
  await client.after.step({
    caseId: present.id,
    step: {
      matter: 'confirmation',
      step: 'apply',
      on: localDate('2026-11-18'),
      partyId: null,
      courtId: present.facts.courtId,
      number: null,
      papers: [],
      joint: true,
      remarks: null,
    },
  });
  clock = clockAt('2026-12-20');
  expect((await previewOf(client, present, kind)).checks).toEqual([]);
});

test('an agreement without a day, an oral one, and one that chose otherwise are told, and stand in nobody’s way', async () => {
  const { client } = await anOffice();
  const present = await aMediatedCase(client);
  await agree(client, present, { signedOn: null, form: 'oral', effect: 'noConfirmation' });
  const { checks, missing, lines } = await previewOf(client, present, kind);
  expect(missing).toEqual([]);
  expect(checks).toEqual([
    '协议的签订日期未填，无从核对申请期限：须自协议生效之日起三十日内共同申请',
    '达成的是口头协议，申请时须提交调解协议：请先制作调解协议书，或者附口头协议登记表并向法院说明',
    '协议选定的处理不是申请司法确认，须各方重新商定后共同申请',
  ]);
  expect(lines.join('\n')).toContain('达成的口头调解协议（登记编号：');
});

test('what a court does not confirm is told before it is asked', async () => {
  const { client } = await anOffice();
  const present = await aMediatedCase(client, { cause: { edition: '2025', name: '离婚纠纷' } });
  await agree(client, present, {
    effect: 'noConfirmation',
    terms: [{ kind: 'text', text: '双方自愿离婚。' }],
  });
  const { checks } = await previewOf(client, present, kind);
  expect(checks.join('\n')).toContain('身份关系的确认、解除不能申请司法确认');
});

test('the application names the form in which the agreement was handed out', async () => {
  const { client } = await anOffice();
  const present = await agree(client, await aMediatedCase(client, {}, { kind: 'peoplesMediation' }));
  const paper = { kind: 'peoplesAgreement', subjectId: null } as const;
  const { id } = await client.documents.issue({ caseId: present.id, paper });
  expect((await previewOf(client, present, kind)).lines.join('\n')).toContain(
    '达成的《人民调解协议书》（编号：',
  );
  await client.documents.withdraw({ id, reason: '改用通用的协议书' });
  expect((await previewOf(client, present, kind)).lines.join('\n')).toContain('达成的《调解协议书》（编号：');
});
