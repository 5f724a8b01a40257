import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  type AuthorizationDraft,
  authorization,
  authorizationFactsSchema,
} from '#shared/documents/authorization.ts';
import { checkDraft } from '#shared/documents/check.ts';
import { byHand } from '#shared/documents/facts.ts';
import { caseNumberSchema } from '#shared/domain/case-number.ts';
import { renderDocx } from '../../src/main/documents/docx.ts';
import { manyPartiesDraft } from './agreements.ts';
import { complete, manyPartiesHead, plainHead } from './case-heads.ts';
import { allPagesOf, hasOffice } from './pages.ts';
import { itLooksAsReviewed, linesOf } from './paper-looks.ts';

const check = (draft: AuthorizationDraft) => checkDraft(authorizationFactsSchema, draft);

type Head = ReturnType<typeof plainHead> | ReturnType<typeof manyPartiesHead>;

function draftOf(
  { documentNumber, courtCaseNumbers, channel, cause, mediationOrganisation, parties = [] }: Head,
  place: number,
  agentPapers: AuthorizationDraft['agentPapers'],
): AuthorizationDraft {
  return {
    documentNumber: typeof documentNumber === 'string' ? documentNumber : null,
    courtCaseNumbers: courtCaseNumbers ?? [],
    channel: channel ?? null,
    cause: cause ?? null,
    mediationOrganisation: mediationOrganisation ?? null,
    sides: (parties ?? []).map(({ role, name }) => ({ role, name })),
    parties: (parties ?? []).slice(place, place + 1) as AuthorizationDraft['parties'],
    agentPapers,
  } as AuthorizationDraft;
}

const lawyer = {
  identity: 'lawyer',
  name: '赵戊某',
  employer: '内蒙古示例律师事务所',
  authority: 'special',
} as const;
const plainParty = { ...plainHead().parties?.[0], agents: [lawyer] };
const plainDraftOf = {
  ...draftOf(plainHead(), 0, [{ licenceNumber: '示例执业证0001', idNumber: null, phone: '13800000051' }]),
  parties: [plainParty],
} as AuthorizationDraft;
const filed = {
  ...plainDraftOf,
  channel: 'B',
  courtCaseNumbers: [caseNumberSchema.parse('（2026）内0602民初1234号')],
} as const;
const unknown = { licenceNumber: null, idNumber: byHand, phone: byHand };
const plain = authorization(complete(check(plainDraftOf)));
const many = authorization(
  complete(
    check(draftOf(manyPartiesHead(), 0, [{ ...unknown, licenceNumber: byHand, idNumber: null }, unknown])),
  ),
);
const body = authorization(complete(check(draftOf(manyPartiesHead(), 3, [unknown]))));
const child = authorization(
  complete(
    check({
      ...draftOf(manyPartiesHead(), 1, [unknown]),
      parties: [{ ...manyPartiesDraft().parties?.[1], agents: [lawyer] }],
    } as AuthorizationDraft),
  ),
);

const labelsOf = (content: typeof plain) =>
  content.blocks.flatMap((block) =>
    block.role === 'signatures'
      ? block.rows.flat().flatMap(({ lines }) => lines.map(({ label }) => label))
      : [],
  );
const powersIn = (content: typeof plain) =>
  linesOf(content)
    .filter((line) => line.includes('代理权限：'))
    .map((line) => line.split('；'));

describe('the letter that appoints an agent', () => {
  itLooksAsReviewed({
    'authorization-plain': plain,
    'authorization-many-parties': many,
    'authorization-company': body,
    'authorization-child': child,
  });

  it('says who appoints whom for which dispute', () => {
    const lines = linesOf(plain).join('\n');
    expect(lines).toContain('委托人：张甲某，男，汉族');
    expect(lines).toContain(
      '受委托人：赵戊某，内蒙古示例律师事务所律师，执业证号示例执业证0001，联系电话13800000051。',
    );
    expect(lines).toContain(
      '申请人张甲某与被申请人李乙某买卖合同纠纷，经人民法院委派，由鄂尔多斯市示例政协委员调解中心调解。',
    );
  });

  it('has the court’s number on the line of the office’s own', () => {
    expect(linesOf(authorization(complete(check(filed))))[1]).toMatch(
      /号　法院案号：（2026）内0602民初1234号$/,
    );
  });

  it('spells out the powers of special authority one by one, as the channel has them', () => {
    expect(powersIn(plain)).toEqual([
      [
        '代理权限：特别授权，权限如下：1.代为参加调解，陈述事实和意见',
        '2.代为提供、核对证据',
        '3.代为承认、放弃、变更请求',
        '4.代为进行和解、调解',
        '5.代为签署调解协议',
        '6.代为共同申请司法确认',
        '7.代为签收法律文书。',
      ],
    ]);
    expect(powersIn(many)[0]).toContain('7.代为申请撤回起诉');
    expect(powersIn(body).flat(), 'a defendant has no action to withdraw').not.toContain(
      '7.代为申请撤回起诉',
    );
    expect(linesOf(plain).join('\n')).not.toContain('全权');
  });

  it('says of general authority what it does not hold', () => {
    expect(linesOf(many)).toContain(
      '受委托人娜仁某的代理权限：一般授权，权限如下：1.代为参加调解，陈述事实和意见；2.代为提供、核对证据；3.代为签收法律文书。未经委托人特别授权，受委托人不得代为承认、放弃、变更请求，进行和解，签署调解协议。',
    );
  });

  it('is signed by the principal himself, or by who stands for him, and by whom he appoints', () => {
    expect(labelsOf(plain)).toEqual(['委托人（签名、捺印）：', '受委托人（签名）：']);
    expect(labelsOf(body)).toEqual(['委托人（盖章）：', '法定代表人（签名）：', '受委托人（签名）：']);
    expect(labelsOf(child)).toEqual(['委托人', '法定代理人（签名、捺印）：', '受委托人（签名）：']);
  });

  it('reminds of what nobody can do for a party in a divorce', () => {
    const divorce = authorization(complete(check({ ...plainDraftOf, cause: '离婚纠纷' })));
    expect(linesOf(divorce).join('\n')).toContain('仍应当本人到场');
    expect(linesOf(plain).join('\n')).not.toContain('仍应当本人到场');
  });

  it('lists what it lacks, an agent’s authority above all', () => {
    const checked = check({
      ...plainDraftOf,
      cause: null,
      parties: [{ ...plainParty, address: null, agents: [{ ...lawyer, authority: null }] }],
    } as AuthorizationDraft);
    expect(checked.kind === 'incomplete' ? checked.missing.map(({ label }) => label) : []).toEqual([
      '案由',
      '申请人张甲某的住址',
      '申请人张甲某的第一名委托代理人的代理权限',
    ]);
  });
});

describe.skipIf(!hasOffice)('the letter on pages', () => {
  const folder = mkdtempSync(join(tmpdir(), 'authorization-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is one page where one party appoints one lawyer in a case that the court has filed', async () => {
    const files = new Map<string, Uint8Array>();
    for (const [name, draft] of Object.entries({ plain: plainDraftOf, filed })) {
      const content = authorization(complete(check(draft)));
      files.set(name, await renderDocx(content, { fontScheme: 'free' }));
    }
    const pages = allPagesOf(folder, files);
    expect([...pages].map(([name, all]) => [name, all.length])).toEqual([
      ['plain', 1],
      ['filed', 1],
    ]);
  }, 120_000);
});
