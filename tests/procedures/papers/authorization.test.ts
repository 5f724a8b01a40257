import { expect, test } from 'vitest';
import type { AgentFacts } from '#shared/contract/parties.ts';
import { aCompany, aPerson } from '../../support/builders.ts';
import { anOffice } from '../../support/offices.ts';
import { aMediatedCase, issuedName, offered, organisationName, previewOf } from './office-case.ts';

const kind = 'authorization';

function anAgent(facts: Partial<AgentFacts> = {}): AgentFacts {
  return {
    kind: 'lawyer',
    name: '庚测试',
    relation: null,
    employer: '内蒙古样例律师事务所',
    licenceNumber: null,
    idNumber: null,
    authority: 'special',
    phone: '13800000009',
    ...facts,
  };
}

test('a party with an agent appoints him, with the powers that are registered', async () => {
  const { client } = await anOffice();
  const guardian = anAgent({ kind: 'guardian', name: '母测试', relation: '母亲', authority: null });
  const present = await aMediatedCase(
    client,
    {},
    {
      parties: [
        aPerson({ agents: [anAgent()] }),
        aCompany(),
        aPerson({ role: 'thirdParty', name: '丁小明', agents: [guardian] }),
      ],
    },
  );
  const listed = await offered(client, present, kind);
  expect(listed).toMatchObject([{ about: '甲小明', missing: 0, copies: 1 }]);
  const partyId = listed[0]?.subjectId ?? null;
  const { missing, lines } = await previewOf(client, present, kind, partyId);
  expect(missing).toEqual([]);
  expect(lines.join('\n')).toContain(
    '受委托人：庚测试，内蒙古样例律师事务所律师，执业证号＿＿＿＿＿＿＿＿＿＿，联系电话13800000009。',
  );
  expect(lines.join('\n')).toContain(`经人民法院委派，由${organisationName}调解。`);
  expect(lines.join('\n')).toContain('5.代为签署调解协议；6.代为共同申请司法确认');
  expect(await issuedName(client, present, kind, partyId)).toContain('-授权委托书-甲小明.docx');
});

test('powers that nobody noted are listed, not guessed', async () => {
  const { client } = await anOffice();
  const agent = anAgent({ kind: 'closeRelative', authority: null, employer: null });
  const present = await aMediatedCase(client, {}, { parties: [aPerson({ agents: [agent] }), aCompany()] });
  const [listed] = await offered(client, present, kind);
  expect((await previewOf(client, present, kind, listed?.subjectId)).missing).toEqual([
    '申请人甲小明的第一名委托代理人与当事人的关系',
    '申请人甲小明的第一名委托代理人的代理权限',
  ]);
});

test('where nobody has an agent, nobody is offered the letter', async () => {
  const { client } = await anOffice();
  expect(await offered(client, await aMediatedCase(client), kind)).toEqual([]);
});
