import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { namedFields } from '#shared/documents/field-label.ts';
import {
  checkMediationAgreement,
  checksForMediationAgreement,
  type MediationAgreementDraft,
  mediationAgreement,
  mediationAgreementFactsSchema,
  missingForMediationAgreement,
} from '#shared/documents/mediation-agreement.ts';
import { type DocumentContent, wordsOf } from '#shared/documents/model.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { fen } from '#shared/domain/money.ts';
import { factsOf, manyPartiesDraft, plainDraft } from './agreements.ts';

function agreementOf(draft: MediationAgreementDraft): DocumentContent {
  return mediationAgreement(factsOf(draft));
}

/** The words of the text blocks of some roles, one string a paragraph. */
function paragraphs(content: DocumentContent, ...roles: readonly string[]): readonly string[] {
  return content.blocks.flatMap((block) =>
    'runs' in block && (roles.length === 0 || roles.includes(block.role))
      ? [block.runs.map(wordsOf).join('')]
      : [],
  );
}

function labels(content: DocumentContent): readonly string[] {
  return content.blocks.flatMap((block) =>
    block.role === 'signatures'
      ? block.rows.flat().flatMap((slot) => slot.lines.map((line) => line.label))
      : [],
  );
}

const [plainApplicant, plainRespondent] = plainDraft().parties ?? [];

describe('the head of a mediation agreement', () => {
  it('introduces a natural person with everything that identifies him', () => {
    expect(paragraphs(agreementOf(plainDraft()), 'party')[0]).toBe(
      '申请人：张甲某，男，汉族，1990年3月7日出生，公民身份号码150602199003070012，住内蒙古自治区鄂尔多斯市东胜区示例街道甲小区1号楼2单元301室，联系电话13800000001。',
    );
  });

  it('counts the parties of a side where there are several and names who speaks for each', () => {
    const head = paragraphs(agreementOf(manyPartiesDraft()), 'party', 'partyDetail').map((line) =>
      line.slice(0, 16),
    );
    expect(head).toEqual([
      '第一申请人：额尔敦陶克陶·巴雅尔',
      '委托代理人：赵戊某，内蒙古示例律',
      '委托代理人：娜仁某，系第一申请人',
      '第二申请人：苏日娜·某，女，蒙古',
      '法定代理人：乌云·某，系第二申请',
      '第三申请人：乌审旗示例苏木示例嘎',
      '负责人：巴图某，嘎查达。',
      '第一被申请人：鄂尔多斯市示例生态',
      '法定代表人：钱己某，执行董事兼总',
      '委托代理人：孙庚某，系第一被申请',
      '第二被申请人：康巴什区示例某某农',
      '经营者：周辛某，男，回族，197',
      '第三被申请人：Ivan Prim',
      '第三人：示例银行股份有限公司鄂尔',
      '主要负责人：吴壬某，行长。',
      '担保人：郑癸某，女，满族，197',
    ]);
  });

  it('never calls a company’s representative 法人', () => {
    expect(paragraphs(agreementOf(manyPartiesDraft())).join('')).not.toMatch(/法人：/);
  });

  it('prints the court’s numbers one a line, and none where there is none', () => {
    expect(paragraphs(agreementOf(manyPartiesDraft()), 'caseNumberLine')).toEqual([
      '法院案号：（2026）内0603民初1234号',
      '（2025）内0603诉前调987号',
    ]);
    expect(paragraphs(agreementOf(plainDraft()), 'caseNumberLine')).toEqual([]);
  });
});

describe('the clauses of a mediation agreement', () => {
  it('write sums in words and figures, both from the same amount', () => {
    const text = paragraphs(agreementOf(manyPartiesDraft()), 'term').join('\n');
    expect(text).toContain('人民币壹亿贰仟叁佰肆拾伍万陆仟柒佰捌拾玖元零壹分（￥123,456,789.01）');
    expect(text).toContain('人民币伍万元零伍角整（￥50,000.50）');
  });

  it('close the instalment table with the sum of its rows', () => {
    const table = agreementOf(plainDraft()).blocks.find((block) => block.role === 'table');
    const rows =
      table?.role === 'table'
        ? table.rows.map((row) => row.map((cell) => cell.lines.flat().map(wordsOf).join('')))
        : [];
    expect(rows).toEqual([
      ['第一期', '2026年12月31日前', '10,000.00', '人民币壹万元整'],
      ['第二期', '2027年3月31日前', '10,000.00', '人民币壹万元整'],
      ['第三期', '2027年6月30日前', '10,000.00', '人民币壹万元整'],
      ['合计', '30,000.00', '人民币叁万元整'],
    ]);
  });

  it('write one instalment as one payment, and what is paid on the spot without a day', () => {
    const [payment] = plainDraft().terms ?? [];
    const withSchedule = (schedule: unknown) =>
      paragraphs(agreementOf(plainDraft({ terms: [{ ...payment, schedule } as never] })), 'term')[0];
    const dueOn = localDate('2026-12-31');
    const once = withSchedule({ kind: 'single', dueOn });
    expect(once).toContain(
      '于2026年12月31日前（含当日）向申请人张甲某支付货款人民币叁万元整（￥30,000.00）。支付方式：银行转账；',
    );
    expect(withSchedule({ kind: 'instalments', instalments: [{ dueOn, amount: fen(30_000_00) }] })).toBe(
      once,
    );
    expect(withSchedule({ kind: 'onSigning' })).toContain('于本协议签订当日向申请人张甲某当场支付货款');
  });

  it('are counted in Chinese numerals without a gap', () => {
    const numbers = paragraphs(agreementOf(plainDraft()), 'term').map((term) =>
      term.slice(0, term.indexOf('、')),
    );
    expect(numbers).toEqual(['一', '二', '三', '四', '五', '六', '七']);
  });

  it('apply jointly for confirmation within thirty days after 委派, or say that nobody will', () => {
    const asked = paragraphs(agreementOf(plainDraft()), 'term').join('');
    expect(asked).toContain(
      '双方当事人同意自本协议生效之日起三十日内，共同向内蒙古自治区鄂尔多斯市东胜区人民法院申请司法确认。',
    );
    const not = paragraphs(agreementOf(plainDraft({ outcome: { kind: 'noConfirmation' } })), 'term').join('');
    expect(not).toContain('双方当事人不申请司法确认。');
  });

  it('ask the court for a 调解书 after 委托 and never for confirmation', () => {
    const text = paragraphs(agreementOf(manyPartiesDraft())).join('');
    expect(text).toContain('请求依法制作民事调解书');
    expect(text).not.toContain('司法确认');
  });

  it('withdraw the action or report performance after 委托 where the parties chose so', () => {
    const court = '内蒙古自治区鄂尔多斯市康巴什区人民法院';
    const withdrawn = agreementOf(
      manyPartiesDraft({ outcome: { kind: 'withdrawal', court, withdrawnBy: localDate('2026-11-27') } }),
    );
    expect(paragraphs(withdrawn, 'term').join('')).toContain(
      `2026年11月27日前（含当日）向${court}申请撤回起诉。`,
    );
    const dayless = agreementOf(manyPartiesDraft({ outcome: { kind: 'withdrawal', court } }));
    expect(paragraphs(dayless, 'term').join(''), 'a promise without a day binds nobody').toContain(
      `于＿＿＿年＿＿月＿＿日前（含当日）向${court}申请撤回起诉。`,
    );
    const performed = agreementOf(manyPartiesDraft({ outcome: { kind: 'performedAtOnce', court } }));
    expect(paragraphs(performed, 'term').join('')).toContain('已经即时履行完毕');
  });

  it('count the copies: the parties, the organisation, and the court where there is one', () => {
    expect(paragraphs(agreementOf(plainDraft()), 'term').at(-1)).toMatch(
      /^七、本协议一式四份，双方当事人各执一份/,
    );
    expect(paragraphs(agreementOf(manyPartiesDraft()), 'term').at(-1)).toContain('一式十份');
    const own = agreementOf(
      plainDraft({
        channel: 'C',
        origin: { kind: 'application', appliedOn: localDate('2026-11-02'), applicants: [0] },
        outcome: { kind: 'noConfirmation' },
      }),
    );
    expect(paragraphs(own, 'term').at(-1)).toContain('一式三份');
    expect(paragraphs(own, 'term').at(-1)).not.toContain('法院');
  });

  it('state what follows a default in the words that were agreed', () => {
    expect(paragraphs(agreementOf(plainDraft()), 'term')[2]).toBe(
      '三、被申请人李乙某未按照上述约定（包括其中任何一期）足额付款的，申请人张甲某有权要求被申请人李乙某一次性付清全部剩余未付款项；被申请人李乙某自逾期之日起，以逾期未付款项为基数，按照逾期时全国银行间同业拆借中心公布的一年期贷款市场报价利率的1.5倍计付违约金，至实际付清之日止。',
    );
    const text = agreementOf(
      plainDraft({ defaultClause: { kind: 'text', text: '逾期付款的，另付违约金2000元' } }),
    );
    expect(paragraphs(text, 'term')[2]).toBe('三、逾期付款的，另付违约金2000元。');
  });

  it('keep a term of several paragraphs together under one number', () => {
    const continued = paragraphs(agreementOf(manyPartiesDraft()), 'termContinuation');
    expect(continued).toContain('恢复植被的费用由第一被申请人负担。');
  });
});

describe('the closing of a mediation agreement', () => {
  it('has a place for everybody who signs and prints no name there', () => {
    const many = agreementOf(manyPartiesDraft());
    expect(labels(many)).toEqual([
      '第一申请人（签名、捺印）：',
      '委托代理人（签名）：',
      '第一被申请人（盖章）：',
      '法定代表人或代理人（签名）：',
      '第二申请人',
      '法定代理人（签名、捺印）：',
      '第二被申请人（盖章）：',
      '经营者（签名、捺印）：',
      '第三申请人（盖章）：',
      '负责人（签名）：',
      '第三被申请人（签名、捺印）：',
      '第三人（盖章）：',
      '主要负责人（签名）：',
      '担保人（签名、捺印）：',
      '特邀调解员（签名）：',
      '特邀调解员（签名）：',
    ]);
    const names = [...(manyPartiesDraft().parties ?? []), ...(manyPartiesDraft().mediators ?? [])].map(
      ({ name }) => name ?? '',
    );
    for (const label of [...labels(many), ...labels(agreementOf(plainDraft()))]) {
      expect(names.filter((name) => label.includes(name))).toEqual([]);
    }
  });

  it('bears the organisation’s seal and never the court’s', () => {
    for (const content of [agreementOf(plainDraft()), agreementOf(manyPartiesDraft())]) {
      const closing = [...labels(content), ...paragraphs(content, 'organisationLine', 'dateline', 'title')];
      expect(closing.join('')).not.toContain('法院');
      expect(paragraphs(content, 'organisationLine')).toEqual(['鄂尔多斯市示例政协委员调解中心（印章）']);
    }
  });

  it('is dated in Chinese numerals, or left blank where that was asked for', () => {
    expect(paragraphs(agreementOf(plainDraft()), 'dateline')).toEqual(['二〇二六年十一月二十日']);
    expect(paragraphs(agreementOf(manyPartiesDraft()), 'dateline')).toEqual(['＿＿＿＿年＿＿月＿＿日']);
  });

  it('does not make the recorder sign unless the office wants it', () => {
    expect(labels(agreementOf(plainDraft()))).toContain('记录人（签名）：');
    expect(labels(agreementOf(plainDraft({ recorderSigns: false })))).not.toContain('记录人（签名）：');
  });

  it('calls the mediator 特邀调解员 only where the court sent the case', () => {
    const own = plainDraft({
      channel: 'C',
      origin: {
        kind: 'transfer',
        transferredBy: '东胜区示例综治中心',
        transferredOn: localDate('2026-11-02'),
        letterNumber: null,
      },
      outcome: { kind: 'noConfirmation' },
    });
    expect(labels(agreementOf(own))).toContain('调解员（签名）：');
    expect(labels(agreementOf(plainDraft()))).toContain('特邀调解员（签名）：');
  });

  it('gives every page of signatures a statement when thirty people sign', () => {
    const parties = Array.from({ length: 30 }, (_, place) => ({
      ...(place < 20 ? plainApplicant : plainRespondent),
      name: `示例${place}`,
    })) as NonNullable<MediationAgreementDraft['parties']>;
    const { blocks } = agreementOf(plainDraft({ parties, terms: [{ kind: 'text', text: '互谅互让' }] }));
    const places = blocks.flatMap((block, place) => (block.role === 'signatures' ? [place] : []));
    expect(places.length).toBeGreaterThan(2);
    for (const place of places) {
      expect(blocks[place - 1]?.role).toBe('confirmation');
    }
  });
});

describe('what a draft lacks', () => {
  it('an empty draft lists everything, and says it in Chinese', () => {
    const missing = missingForMediationAgreement({});
    expect(missing.map(({ field }) => field)).toEqual([
      'documentNumber',
      'channel',
      'parties',
      'cause',
      'origin',
      'mediationOrganisation',
      'mediators',
      'sessions',
      'mainFacts',
      'disputedMatters',
      'terms',
      'defaultClause',
      'costs',
      'finalSettlement',
      'outcome',
      'signedOn',
    ]);
    for (const { label } of missing) {
      expect(label).toMatch(/^\p{Script=Han}[\p{Script=Han}（）、]+/u);
    }
  });

  it('says whose and which, for every field that can be empty', () => {
    const draft = manyPartiesDraft();
    const [first, second, third, company, trader] = draft.parties ?? [];
    const missing = missingForMediationAgreement({
      ...draft,
      parties: [
        { ...first, idNumber: null, ethnicity: null },
        { ...second, guardians: [{ name: '乌云·某', relation: '' }] },
        { ...third, representativePosition: '  ' },
        {
          ...company,
          idNumber: null,
          phones: [],
          agents: [{ identity: 'lawyer', name: '孙庚某', employer: null }],
        },
        { ...trader, representativeIdNumber: undefined, address: null },
      ] as MediationAgreementDraft['parties'],
      terms: [
        {
          kind: 'payment',
          payers: [3],
          payees: [0],
          amount: null,
          schedule: { kind: 'single', dueOn: null },
        },
        {
          kind: 'payment',
          payers: [],
          payees: [0],
          amount: fen(200),
          schedule: {
            kind: 'instalments',
            instalments: [{ dueOn: null, amount: fen(100) }, { amount: fen(100) }],
          },
        },
      ],
      mediators: [{ name: '王丙某' }],
      costs: { kind: 'none' },
    });
    expect(missing.map(({ field, label }) => `${field} ${label}`)).toEqual([
      'parties.0.idNumber 申请人额尔敦陶克陶·巴雅尔孟克·那顺乌力吉·阿拉腾敖其尔·苏雅拉图的证件号码',
      'parties.1.guardians.0.relation 申请人苏日娜·某的第一名法定代理人与当事人的关系',
      'parties.1.guardians.0.idKind 申请人苏日娜·某的第一名法定代理人的证件种类',
      'parties.1.guardians.0.idNumber 申请人苏日娜·某的第一名法定代理人的证件号码',
      'parties.1.guardians.0.address 申请人苏日娜·某的第一名法定代理人的住址',
      'parties.1.guardians.0.phones 申请人苏日娜·某的第一名法定代理人的联系电话',
      'parties.2.representativePosition 申请人乌审旗示例苏木示例嘎查委员会的负责人职务',
      'parties.3.phones 被申请人鄂尔多斯市示例生态农牧业开发（集团）有限责任公司的联系电话',
      'parties.3.agents.0.employer 被申请人鄂尔多斯市示例生态农牧业开发（集团）有限责任公司的第一名委托代理人的所在单位',
      'parties.3.agents.0.authority 被申请人鄂尔多斯市示例生态农牧业开发（集团）有限责任公司的第一名委托代理人的代理权限',
      'parties.4.address 被申请人康巴什区示例某某农机经销部的经营场所',
      'parties.4.representativeIdNumber 被申请人康巴什区示例某某农机经销部的经营者公民身份号码',
      'mediators.0.part 王丙某的分工（主持或者协助）',
      'terms.0.amount 协议第一条的金额',
      'terms.0.schedule.dueOn 协议第一条的履行期限',
      'terms.1.payers 协议第二条的付款人',
      'terms.1.schedule.instalments.0.dueOn 协议第二条第一期的履行期限',
      'terms.1.schedule.instalments.1.dueOn 协议第二条第二期的履行期限',
      'parties.0.ethnicity 申请人额尔敦陶克陶·巴雅尔孟克·那顺乌力吉·阿拉腾敖其尔·苏雅拉图的民族',
      'parties.3.idNumber 被申请人鄂尔多斯市示例生态农牧业开发（集团）有限责任公司的统一社会信用代码',
      'mediators 调解员：须有一名主持调解的调解员',
    ]);
  });

  it('has a Chinese name for every field of the facts', () => {
    const keys = new Set<string>();
    const visit = (schema: unknown) => {
      if (typeof schema !== 'object' || schema === null) {
        return;
      }
      if ('properties' in schema && typeof schema.properties === 'object' && schema.properties !== null) {
        Object.keys(schema.properties).forEach((key) => {
          keys.add(key);
        });
      }
      Object.values(schema).forEach(visit);
    };
    visit(z.toJSONSchema(mediationAgreementFactsSchema, { io: 'input', unrepresentable: 'any' }));
    keys.delete('byHand');
    expect(keys.size).toBeGreaterThan(50);
    expect([...keys].filter((key) => !namedFields.has(key))).toEqual([]);
  });

  it('nothing is missing exactly when facts can be made', () => {
    expect(missingForMediationAgreement(plainDraft())).toEqual([]);
    expect(checkMediationAgreement(plainDraft()).kind).toBe('complete');
    for (const key of Object.keys(plainDraft()) as (keyof MediationAgreementDraft)[]) {
      const checked = checkMediationAgreement({ ...plainDraft(), [key]: undefined });
      const mayBeEmpty = ['courtCaseNumbers', 'recorderSigns', 'agreedAmount'].includes(key);
      expect(checked.kind, key).toBe(mayBeEmpty ? 'complete' : 'incomplete');
    }
  });

  it('refuses instalments that do not sum to the agreed amount, with both figures', () => {
    const draft = plainDraft();
    const [payment, text] = draft.terms ?? [];
    const missing = missingForMediationAgreement({
      ...draft,
      terms: [{ ...payment, amount: fen(30_000_01) }, text] as MediationAgreementDraft['terms'],
    });
    expect(missing).toEqual([
      {
        field: 'terms.0.schedule.instalments',
        label: '协议第一条的分期：各期合计￥30,000.00与约定金额￥30,000.01不一致',
      },
    ]);
  });

  it('asks for both sides, known parties and a court’s full name', () => {
    expect(
      missingForMediationAgreement(plainDraft({ parties: [plainApplicant, plainApplicant] as never })),
    ).toEqual([{ field: 'parties', label: '当事人：至少一名被申请人' }]);
    const [payment] = plainDraft().terms ?? [];
    expect(
      missingForMediationAgreement(plainDraft({ terms: [{ ...payment, payees: [7] } as never] })).map(
        ({ label }) => label,
      ),
    ).toEqual(['协议第一条的收款人：不在当事人之列']);
    expect(
      missingForMediationAgreement(plainDraft({ outcome: { kind: 'judicialConfirmation', court: '东胜' } })),
    ).toEqual([{ field: 'outcome.court', label: expect.stringContaining('须写法院全称') }]);
  });

  it('asks whether several payers owe by shares or jointly, and before the court which court is told', () => {
    const draft = manyPartiesDraft({ outcome: { kind: 'performedAtOnce' } });
    const [payment, ...rest] = draft.terms ?? [];
    const terms = [{ ...payment, liability: null }, ...rest] as MediationAgreementDraft['terms'];
    expect(missingForMediationAgreement({ ...draft, terms })).toEqual([
      { field: 'outcome.court', label: expect.stringMatching(/法院全称$/) },
      { field: 'terms.0.liability', label: '协议第一条的几个付款人按份还是连带' },
    ]);
  });

  it('takes sex and birth date from a valid ID number instead of asking for them', () => {
    const { sex: _sex, birthOn: _birthOn, ...party } = plainApplicant as Record<string, unknown>;
    const facts = factsOf(plainDraft({ parties: [party, plainRespondent] as never }));
    expect(facts.parties[0]).toMatchObject({ sex: 'male', birthOn: '1990-03-07' });
  });
});

describe('the checks of a mediation agreement', () => {
  const context = {
    restriction: null,
    marks: [],
    attendance: [],
    loanPrimeRates: [],
    confirmationInChannelB: false,
  } as const;
  const found = (draft: MediationAgreementDraft) =>
    checksForMediationAgreement(draft, context).map(({ code, field }) => `${code} ${field}`);

  it('find nothing in an agreement that is in order, and one agent who may not sign among many parties', () => {
    expect(found(plainDraft())).toEqual([]);
    expect(found(manyPartiesDraft())).toEqual([
      'agentLacksAuthority parties.0.agents.1.authority',
      'signedOnLeftOpen signedOn',
    ]);
  });

  it('look at an agreement of which next to nothing is known yet', () => {
    expect(found({})).toEqual([]);
    expect(found({ parties: [{}], terms: [{}, { kind: 'payment' }], outcome: {} } as never)).toEqual([
      'paymentMethodLacking terms.1.method',
    ]);
  });

  it('read the age of a party from its resident ID as the paper does', () => {
    const [applicant, respondent] = plainDraft().parties ?? [];
    const child = { ...applicant, birthOn: null, idNumber: '150602202003070017' };
    expect(found(plainDraft({ parties: [child, respondent] as never }))).toEqual([
      'childWithoutRepresentative parties.0.guardians',
    ]);
  });

  it('say the field in which a term, a clause or a day stands', () => {
    const [payment] = plainDraft().terms ?? [];
    const schedule = {
      kind: 'instalments',
      instalments: [
        { dueOn: localDate('2026-12-31'), amount: fen(20_000_00) },
        { dueOn: localDate('2026-11-19'), amount: fen(10_000_00) },
      ],
    };
    const draft = plainDraft({
      terms: [
        { ...payment, schedule, method: null, account: null },
        { kind: 'text', text: '尽快交付' },
      ],
      defaultClause: { kind: 'text', text: '逾期的，年利率24%。' },
      costs: { kind: 'text', text: '费用另行协商解决。' },
      cause: '民间借贷纠纷',
    } as never);
    expect(found(draft)).toEqual([
      'vagueTerm terms.1.text',
      'vagueTerm costs.text',
      'paymentMethodLacking terms.0.method',
      'datesOutOfOrder terms.0.schedule.instalments.1.dueOn',
      'interestNotChecked defaultClause.text',
    ]);
  });

  it('read a rate that the form holds apart', () => {
    const defaultClause = {
      kind: 'structured',
      acceleration: true,
      penalty: { kind: 'loanPrimeRate', multiple: '4.1' },
    } as const;
    expect(found(plainDraft({ cause: '民间借贷纠纷', defaultClause }))).toEqual([
      'interestAboveLimit defaultClause.penalty.multiple',
    ]);
    expect(found(plainDraft({ defaultClause }))).toEqual([]);
  });
});
