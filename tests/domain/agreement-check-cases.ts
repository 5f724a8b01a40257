import type { AgreementToCheck, CheckCode } from '#shared/domain/agreement-checks.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { fen } from '#shared/domain/money.ts';
import { aParty, inB, payment, respondent, restrictionOf, text } from './agreements-to-check.ts';

/** A case of a check that fires, and one that looks like it and does not. */
export const cases: readonly (readonly [CheckCode, Partial<AgreementToCheck>, Partial<AgreementToCheck>])[] =
  [
    [
      'notMediable',
      { cause: '申请支付令', restriction: restrictionOf('申请支付令') },
      { cause: '买卖合同纠纷', restriction: restrictionOf('买卖合同纠纷') },
    ],
    [
      'statusNotMediable',
      { cause: '确认亲子关系纠纷', restriction: restrictionOf('确认亲子关系纠纷') },
      { cause: '抚养费纠纷', restriction: restrictionOf('抚养费纠纷') },
    ],
    [
      'identityNotConfirmable',
      { cause: '离婚纠纷', restriction: restrictionOf('离婚纠纷') },
      { cause: '离婚后财产纠纷', restriction: restrictionOf('离婚后财产纠纷') },
    ],
    ['identityNotConfirmable', text('双方自愿离婚。'), text('双方曾为夫妻，2024年经法院判决已结束婚姻。')],
    ['identityNotConfirmable', text('解除双方的收养关系。'), text('解除双方的租赁关系。')],
    [
      'rightNotConfirmable',
      { cause: '所有权确认纠纷', restriction: restrictionOf('所有权确认纠纷') },
      { ...inB, cause: '所有权确认纠纷', restriction: restrictionOf('所有权确认纠纷') },
    ],
    [
      'rightNotConfirmable',
      text('确认示例小区1号楼301室的所有权归申请人所有。'),
      text('被申请人于2026年12月31日前协助申请人办理示例小区1号楼301室过户登记。'),
    ],
    [
      'rightNotConfirmable',
      text('确认申请人对示例嘎查草牧场享有承包经营权。'),
      text(
        '双方确认被申请人欠付草牧场承包经营权流转价款50000元，被申请人于2027年5月31日前将经营权归还申请人。',
      ),
    ],
    [
      'rightNotConfirmable',
      text('确认案涉房屋归申请人所有。'),
      text('本协议不涉及确权，双方确认货款归还日期为2026年12月31日。'),
    ],
    [
      'rightNotConfirmable',
      text('确认申请人为案涉宅基地使用权人。'),
      text('双方确认申请人为案涉借款的债权人，欠款数额为50000元。'),
    ],
    ['rightNotConfirmable', text('案涉商标专用权归申请人享有。'), text('被申请人停止使用案涉商标。')],
    [
      'rightPerhapsNotConfirmable',
      text('示例牌小汽车一辆归申请人所有。'),
      { ...inB, ...text('示例牌小汽车一辆归申请人所有。') },
    ],
    [
      'restrictedMatter',
      { effect: 'noConfirmation', cause: '离婚纠纷', restriction: restrictionOf('离婚纠纷') },
      { effect: 'noConfirmation' },
    ],
    [
      'divorceByAgent',
      {
        ...inB,
        cause: '离婚纠纷',
        parties: [aParty({ agents: [{ name: '赵戊某', authority: 'special' }] }), respondent],
        attendance: ['张甲某的代理人赵戊某，李乙某'],
      },
      {
        ...inB,
        cause: '离婚纠纷',
        parties: [aParty({ agents: [{ name: '赵戊某', authority: 'special' }] }), respondent],
        attendance: ['张甲某及其代理人赵戊某，李乙某'],
      },
    ],
    [
      'divorceByAgent',
      {
        ...inB,
        cause: '离婚纠纷',
        parties: [aParty({ agents: [{ name: '赵戊某', authority: 'special' }] }), respondent],
        attendance: [],
      },
      {
        ...inB,
        cause: '离婚后财产纠纷',
        parties: [aParty({ agents: [{ name: '赵戊某', authority: 'special' }] }), respondent],
        attendance: [],
      },
    ],
    ['effectOfOtherChannel', { effect: 'withdrawal' }, { channel: 'B', effect: 'withdrawal' }],
    ['effectOfOtherChannel', { channel: 'C', effect: 'conciliationStatement' }, inB],
    ['effectOfOtherChannel', { channel: 'B', effect: 'noConfirmation' }, { effect: 'noConfirmation' }],
    ['confirmationAfterFiling', { channel: 'B' }, { channel: 'A' }],
    ['statementBeforeFiling', { effect: 'conciliationStatement' }, inB],
    ['sealLacking', { organisationName: null }, { organisationName: null, effect: 'noConfirmation' }],
    [
      'courtAsOrganisation',
      { organisationName: '东胜区人民法院诉调对接中心' },
      { organisationName: '东胜区人民调解委员会' },
    ],
    [
      'organisationDoubtful',
      { organisationName: '示例委员工作室' },
      { organisationName: '示例委员工作室', effect: 'noConfirmation' },
    ],
    [
      'childWithoutRepresentative',
      { parties: [aParty({ birthOn: localDate('2018-11-21') }), respondent] },
      { parties: [aParty({ birthOn: localDate('2018-11-21'), guardians: 1 }), respondent] },
    ],
    [
      'legalRepresentativeLacking',
      { parties: [aParty({ birthOn: localDate('2008-11-21') }), respondent] },
      { parties: [aParty({ birthOn: localDate('2008-11-20') }), respondent] },
    ],
    ['minorNotAmongParties', { marks: ['minor'] }, { marks: ['minor'], parties: [aParty({ guardians: 1 })] }],
    [
      'agentLacksAuthority',
      { parties: [aParty({ agents: [{ name: '赵戊某', authority: 'general' }] }), respondent] },
      { parties: [aParty({ agents: [{ name: '赵戊某', authority: 'special' }] }), respondent] },
    ],
    [
      'asksForJudgment',
      { ...inB, ...text('任何一方不履行本协议的，另一方可以请求人民法院依法判决。') },
      text('任何一方不履行本协议的，另一方可以请求人民法院依法判决。'),
    ],
    [
      'asksForJudgment',
      { ...inB, ...text('一方反悔的，由人民法院裁判。') },
      { ...inB, ...text('一方不履行的，另一方可以申请人民法院强制执行。') },
    ],
    [
      'guarantorLacking',
      { ...inB, ...text('由案外人示例公司为上述债务提供担保。') },
      {
        ...inB,
        ...text('由示例公司为上述债务提供担保。'),
        parties: [aParty(), respondent, aParty({ role: 'guarantor' })],
      },
    ],
    [
      'enforcementNotGiven',
      { effect: 'noConfirmation', ...text('逾期的，申请人可以申请强制执行。') },
      text('逾期的，申请人可以申请强制执行。'),
    ],
    ['vagueTerm', text('被申请人尽快支付。'), text('被申请人于2026年12月31日前支付。')],
    [
      'amountsDiffer',
      text('支付人民币壹万贰仟元整（￥12,300.00）。'),
      text('支付人民币壹万贰仟叁佰元整（￥12,300.00）。'),
    ],
    ['amountsDiffer', text('支付5,000元（大写：伍万元整）。'), text('支付5,000元（大写：伍仟元整）。')],
    ['sumDiffers', { agreedFen: fen(31_000_00) }, { agreedFen: fen(30_000_00) }],
    [
      'sharesLacking',
      { terms: [{ ...payment, payers: 2, liability: 'shares' }] },
      { terms: [{ ...payment, payers: 2, liability: 'joint' }] },
    ],
    [
      'paymentMethodLacking',
      { terms: [{ ...payment, hasWayToPay: false }] },
      { terms: [{ ...payment, hasWayToPay: false, schedule: 'onSigning', dueOn: [] }] },
    ],
    [
      'datesOutOfOrder',
      { terms: [{ ...payment, dueOn: [localDate('2026-11-19')] }] },
      { terms: [{ ...payment, dueOn: [localDate('2026-11-20')] }] },
    ],
    ['datesOutOfOrder', { heldOn: [localDate('2026-11-21')] }, { heldOn: [localDate('2026-11-20')] }],
    [
      'notPerformedAtOnce',
      { effect: 'performedAtOnce' },
      { effect: 'performedAtOnce', terms: [{ ...payment, schedule: 'onSigning', dueOn: [] }] },
    ],
    ['signedOnLeftOpen', { signedOn: null, signedByHand: true }, { signedOn: null }],
  ];
