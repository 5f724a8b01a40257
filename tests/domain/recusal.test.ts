import { expect, test } from 'vitest';
import {
  type CheckedAgent,
  type CheckedMediator,
  type CheckedParty,
  changedSidesChecker,
  meetingOrganisations,
  recusalFindings,
} from '#shared/domain/recusal.ts';

function mediator(facts: Partial<CheckedMediator> = {}): CheckedMediator {
  return { name: '丙调解', residentId: null, employer: null, phones: [], ...facts };
}

function party(facts: Partial<CheckedParty> = {}): CheckedParty {
  return {
    role: 'applicant',
    kind: 'naturalPerson',
    name: '甲小明',
    idNumber: null,
    phones: [],
    employer: null,
    representativeName: null,
    representativeIdNumber: null,
    agents: [],
    ...facts,
  };
}

function agent(facts: Partial<CheckedAgent> = {}): CheckedAgent {
  return { kind: 'lawyer', name: '丁律师', employer: null, idNumber: null, phone: null, ...facts };
}

const company = party({
  role: 'respondent',
  kind: 'legalPerson',
  name: '鄂尔多斯市测试商贸有限公司',
  representativeName: '乙样例',
});

function kinds(found: readonly { readonly kind: string; readonly severity: string }[]): string[] {
  return found.map(({ kind, severity }) => `${kind} ${severity}`);
}

test('a mediator whose ID number is a party’s has to withdraw, also where one of the numbers has 15 figures', () => {
  const old = mediator({ name: '丙改名', residentId: '150602900307001' });
  const found = recusalFindings(old, [party({ idNumber: '150602199003070012' })]);
  expect(kinds(found)).toEqual(['sameIdNumber recuse']);
  expect(found[0]?.source).toBe('法释〔2016〕14号 第15条');
  expect(found[0]?.sentence).toContain('申请人甲小明');
  const greatGrandchild = mediator({ residentId: '15060219260307001X' });
  expect(recusalFindings(greatGrandchild, [party({ idNumber: '150602202603070016' })])).toEqual([]);
});

test('the same name is asked about, and two different ID numbers answer it', () => {
  const named = mediator({ name: '甲小明' });
  expect(kinds(recusalFindings(named, [party()]))).toEqual(['sameName clarify']);
  const known = mediator({ name: '甲小明', residentId: '150602198801010010' });
  expect(recusalFindings(known, [party({ idNumber: '150602199003070012' })])).toEqual([]);
});

test('a name is the same with another dot or a space in it, and the same surname is nothing', () => {
  const dotted = party({ name: '额尔敦·巴雅尔' });
  expect(kinds(recusalFindings(mediator({ name: '额尔敦•巴雅尔' }), [dotted]))).toEqual(['sameName clarify']);
  expect(kinds(recusalFindings(mediator({ name: '甲 明' }), [party({ name: '甲明' })]))).toEqual([
    'sameName clarify',
  ]);
  expect(recusalFindings(mediator({ name: '甲大明' }), [party()])).toEqual([]);
});

test('agents and representatives are looked at as well as parties', () => {
  const parties = [party({ agents: [agent()] }), company];
  expect(kinds(recusalFindings(mediator({ name: '丁律师' }), parties))).toEqual(['sameName clarify']);
  expect(recusalFindings(mediator({ name: '乙样例' }), parties)[0]?.sentence).toContain('负责人乙样例');
});

test('a shared phone is asked about; a masked one meets nobody', () => {
  const parties = [party({ phones: ['138 0000 0001'] })];
  const found = recusalFindings(mediator({ phones: ['13800000001'] }), parties);
  expect(kinds(found)).toEqual(['samePhone clarify']);
  expect(found[0]?.sentence).toContain('尾号0001');
  expect(found[0]?.sentence).not.toContain('13800000001');
  const masked = [party({ phones: ['138****0001'] })];
  expect(recusalFindings(mediator({ phones: ['138****0001'] }), masked)).toEqual([]);
});

test('who works for a party has to withdraw, whatever the post', () => {
  for (const employer of [
    '鄂尔多斯市测试商贸有限公司',
    '鄂尔多斯市测试商贸有限公司董事长、市工商联副主席',
    '鄂尔多斯市测试商贸有限责任公司　总经理',
    '鄂尔多斯市测试商贸有限公司（法律顾问）',
  ]) {
    expect(kinds(recusalFindings(mediator({ employer }), [company])), employer).toEqual([
      'employedByParty recuse',
    ]);
  }
  for (const employer of ['测试商贸公司经理', '测试商贸有限公司经理']) {
    expect(kinds(recusalFindings(mediator({ employer }), [company])), employer).toEqual([
      'employedByParty clarify',
    ]);
  }
});

test('colleagues of a party or of an agent are asked about', () => {
  const parties = [
    party({ employer: '样例煤业有限公司', agents: [agent({ employer: '内蒙古样例明律师事务所' })] }),
  ];
  expect(kinds(recusalFindings(mediator({ employer: '样例煤业有限公司技术员' }), parties))).toEqual([
    'sameEmployer clarify',
  ]);
  expect(kinds(recusalFindings(mediator({ employer: '内蒙古样例明律师事务所主任' }), parties))).toEqual([
    'sameEmployer clarify',
  ]);
});

test('what many share is nobody’s employer', () => {
  for (const [one, other] of [
    ['政协', '政协'],
    ['东胜区政协', '东胜区政协办公室'],
    ['物业服务有限公司', '鄂尔多斯市样例物业服务有限公司'],
    ['律师事务所律师', '内蒙古样例律师事务所'],
    ['农民', '农民'],
    ['退休', '退休'],
    ['人民政府', '东胜区人民政府'],
    ['鄂尔多斯市', '鄂尔多斯市测试商贸有限公司'],
  ] as const) {
    expect(meetingOrganisations(one, other), `${one} / ${other}`).toBeNull();
  }
  expect(meetingOrganisations('东胜区人民政府科长', '东胜区人民政府')).toBe('same');
  expect(meetingOrganisations('中国农业银行鄂尔多斯分行行长', '中国农业银行股份有限公司鄂尔多斯分行')).toBe(
    'same',
  );
});

test('an agent who mediated an earlier case of the same parties is pointed out', () => {
  const earlier = {
    number: '鄂政法调〔2026〕3号',
    sharedParty: '甲小明',
    mediators: [mediator(), mediator({ name: '丁律师' })],
    agents: [],
  };
  const found = changedSidesChecker([party({ agents: [agent()] })], [earlier, earlier])(mediator());
  expect(kinds(found)).toEqual(['laterRole clarify']);
  expect(found[0]).toMatchObject({ source: '法释〔2016〕14号 第16条' });
  expect(found[0]?.sentence).toContain('鄂政法调〔2026〕3号');
});

test('a mediator who was agent in an earlier case of a party is asked about', () => {
  const earlier = { number: '鄂政法调〔2025〕8号', sharedParty: '甲小明', mediators: [], agents: [agent()] };
  const check = changedSidesChecker([party()], [earlier]);
  expect(kinds(check(mediator({ name: '丁律师' })))).toEqual(['formerAgent clarify']);
  expect(check(mediator())).toEqual([]);
});
