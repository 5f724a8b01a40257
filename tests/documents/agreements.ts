import {
  checkMediationAgreement,
  type MediationAgreementDraft,
  type MediationAgreementFacts,
} from '#shared/documents/mediation-agreement.ts';
import { caseNumberSchema } from '#shared/domain/case-number.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { fen } from '#shared/domain/money.ts';

/** Plainly invented cases; every name says so or belongs to nobody. */

const dongsheng = '内蒙古自治区鄂尔多斯市东胜区人民法院';
const kangbashi = '内蒙古自治区鄂尔多斯市康巴什区人民法院';

/** 委派 before filing, one against one, three instalments. */
export function plainDraft(changes: Partial<MediationAgreementDraft> = {}): MediationAgreementDraft {
  return {
    documentNumber: '鄂政法调〔2026〕12号',
    courtCaseNumbers: [],
    channel: 'A',
    parties: [
      {
        kind: 'naturalPerson',
        role: 'applicant',
        name: '张甲某',
        sex: 'male',
        ethnicity: '汉族',
        birthOn: localDate('1990-03-07'),
        idKind: 'residentId',
        idNumber: '150602199003070012',
        address: '内蒙古自治区鄂尔多斯市东胜区示例街道甲小区1号楼2单元301室',
        phones: ['13800000001'],
      },
      {
        kind: 'naturalPerson',
        role: 'respondent',
        name: '李乙某',
        sex: 'male',
        ethnicity: '蒙古族',
        birthOn: localDate('1985-11-20'),
        idKind: 'residentId',
        idNumber: '150627198511200023',
        address: '内蒙古自治区鄂尔多斯市伊金霍洛旗示例镇乙嘎查15号',
        phones: ['13800000002'],
      },
    ],
    cause: '买卖合同纠纷',
    origin: {
      kind: 'courtReferral',
      court: dongsheng,
      referredOn: localDate('2026-11-02'),
      letterNumber: '东法委调〔2026〕35号',
      consented: true,
    },
    mediationOrganisation: { name: '鄂尔多斯市示例政协委员调解中心', kind: 'invitedMediation' },
    mediators: [{ name: '王丙某', part: 'principal' }],
    sessions: [
      { heldOn: localDate('2026-11-10'), form: 'onSite', place: '东胜区人民法院诉讼服务中心第二调解室' },
      { heldOn: localDate('2026-11-18'), form: 'video' },
    ],
    mainFacts:
      '2025年3月1日，双方签订《饲草料买卖合同》，约定申请人向被申请人供应青贮玉米120吨，单价每吨480元，货到后三十日内付清货款。申请人于2025年4月15日前履行了全部交货义务，货款共计57600元。\n被申请人已经支付货款27600元，尚欠30000元。双方对交货数量、质量和欠款数额均无异议。',
    disputedMatters: '申请人要求一次性付清欠款并支付逾期付款损失；被申请人认可欠款，因资金困难请求分期支付。',
    terms: [
      {
        kind: 'payment',
        payers: [1],
        payees: [0],
        purpose: '货款',
        amount: fen(30_000_00),
        schedule: {
          kind: 'instalments',
          instalments: [
            { dueOn: localDate('2026-12-31'), amount: fen(10_000_00) },
            { dueOn: localDate('2027-03-31'), amount: fen(10_000_00) },
            { dueOn: localDate('2027-06-30'), amount: fen(10_000_00) },
          ],
        },
        method: '银行转账',
        account: '户名张甲某，开户银行示例银行东胜支行，账号6222 0000 0000 0000 001',
      },
      { kind: 'text', text: '申请人放弃要求被申请人支付2026年11月20日以前逾期付款损失的请求。' },
    ],
    defaultClause: {
      kind: 'structured',
      acceleration: true,
      penalty: { kind: 'loanPrimeRate', multiple: '1.5' },
    },
    costs: { kind: 'eachOwn' },
    finalSettlement: true,
    outcome: { kind: 'judicialConfirmation', court: dongsheng },
    recorderSigns: true,
    signedOn: localDate('2026-11-20'),
    agreedAmount: fen(30_000_00),
    ...changes,
  };
}

/** 委托 after filing, several on both sides, every kind of party, a large sum. */
export function manyPartiesDraft(changes: Partial<MediationAgreementDraft> = {}): MediationAgreementDraft {
  return {
    documentNumber: '鄂政法调〔2026〕108号',
    courtCaseNumbers: [
      caseNumberSchema.parse('（2026）内0603民初1234号'),
      caseNumberSchema.parse('（2025）内0603诉前调987号'),
    ],
    channel: 'B',
    parties: [
      {
        kind: 'naturalPerson',
        role: 'applicant',
        name: '额尔敦陶克陶·巴雅尔孟克·那顺乌力吉·阿拉腾敖其尔·苏雅拉图',
        sex: 'male',
        ethnicity: '蒙古族',
        birthOn: localDate('1962-02-14'),
        idKind: 'other',
        idNumber: '示例第0001号',
        address: '内蒙古自治区鄂尔多斯市乌审旗示例苏木示例嘎查二社23号',
        phones: ['13800000011', '0477-0000011'],
        agents: [
          { identity: 'lawyer', name: '赵戊某', employer: '内蒙古示例律师事务所', authority: 'special' },
          { identity: 'closeRelative', name: '娜仁某', relation: '女儿', authority: 'general' },
        ],
      },
      {
        kind: 'naturalPerson',
        role: 'applicant',
        name: '苏日娜·某',
        sex: 'female',
        ethnicity: '蒙古族',
        birthOn: localDate('2015-06-01'),
        idKind: 'other',
        idNumber: '示例第0002号',
        address: '内蒙古自治区鄂尔多斯市康巴什区示例路8号',
        phones: { byHand: true },
        guardians: [
          {
            name: '乌云·某',
            relation: '母亲',
            idKind: 'other',
            idNumber: '示例第0003号',
            address: null,
            phones: ['13800000013'],
          },
        ],
      },
      {
        kind: 'villageCommittee',
        role: 'applicant',
        name: '乌审旗示例苏木示例嘎查委员会',
        address: '内蒙古自治区鄂尔多斯市乌审旗示例苏木示例嘎查',
        idNumber: null,
        representativeName: '巴图某',
        representativePosition: '嘎查达',
        phones: ['13800000014'],
      },
      {
        kind: 'legalPerson',
        role: 'respondent',
        name: '鄂尔多斯市示例生态农牧业开发（集团）有限责任公司',
        address: '内蒙古自治区鄂尔多斯市康巴什区示例大街1号示例大厦A座1801室',
        idNumber: '91150602MA0N00001R',
        representativeName: '钱己某',
        representativePosition: '执行董事兼总经理',
        phones: ['0477-0000021'],
        agents: [{ identity: 'staff', name: '孙庚某', authority: 'special' }],
      },
      {
        kind: 'soleTrader',
        role: 'respondent',
        name: '康巴什区示例某某农机经销部',
        address: '内蒙古自治区鄂尔多斯市康巴什区示例市场12号',
        idNumber: '92150603MA0N00002X',
        representativeName: '周辛某',
        sex: 'male',
        ethnicity: '回族',
        birthOn: localDate('1978-08-09'),
        representativeIdNumber: '示例第0004号',
        phones: ['13800000022'],
      },
      {
        kind: 'naturalPerson',
        role: 'respondent',
        name: 'Ivan Primerov',
        sex: 'male',
        ethnicity: null,
        nationality: '示例国',
        birthOn: localDate('1980-12-31'),
        idKind: 'passport',
        idNumber: 'X0000001',
        address: { byHand: true },
        phones: ['+7 900 000 00 00'],
      },
      {
        kind: 'otherOrganisation',
        role: 'thirdParty',
        name: '示例银行股份有限公司鄂尔多斯示例分行',
        address: '内蒙古自治区鄂尔多斯市东胜区示例街9号',
        idNumber: '91150600MA0N00003J',
        representativeName: '吴壬某',
        representativePosition: '行长',
        phones: ['0477-0000031'],
      },
      {
        kind: 'naturalPerson',
        role: 'guarantor',
        name: '郑癸某',
        sex: 'female',
        ethnicity: '满族',
        birthOn: localDate('1970-10-10'),
        idKind: 'other',
        idNumber: '示例第0005号',
        address: '内蒙古自治区鄂尔多斯市东胜区示例街道丙小区7号楼101室',
        phones: ['13800000041'],
      },
    ],
    cause: '土地承包经营权转让合同纠纷',
    origin: {
      kind: 'courtReferral',
      court: kangbashi,
      referredOn: localDate('2026-10-26'),
      letterNumber: null,
      consented: true,
    },
    mediationOrganisation: { name: '鄂尔多斯市示例政协委员调解中心', kind: 'invitedMediation' },
    mediators: [
      { name: '斯琴·某', part: 'assisting' },
      { name: '王丙某', part: 'principal' },
    ],
    sessions: [{ heldOn: localDate('2026-11-12'), form: 'onSite', place: '康巴什区示例委员工作室' }],
    mainFacts:
      '2021年5月8日，三申请人与第一被申请人签订《草牧场经营权流转合同》，流转草牧场12,000亩，期限五年，合同价款分年支付。第二、第三被申请人受第一被申请人委托实际经营并加入债务。截至2026年11月12日，尚有流转价款和附着物补偿款未付。各方对面积、期限和欠款总额没有争议。',
    disputedMatters:
      '申请人请求解除合同、付清价款并恢复草牧场原状；被申请人同意付款，对恢复原状的范围和期限有异议。',
    terms: [
      {
        kind: 'payment',
        payers: [3, 4, 5],
        payees: [0, 1, 2],
        liability: 'joint',
        purpose: '草牧场流转价款和附着物补偿款',
        amount: fen(123_456_789_01),
        schedule: {
          kind: 'instalments',
          instalments: [
            { dueOn: localDate('2026-12-31'), amount: fen(100_000_000_00) },
            { dueOn: localDate('2027-12-31'), amount: fen(23_456_789_01) },
          ],
        },
        method: '银行转账',
        account: { byHand: true },
      },
      {
        kind: 'payment',
        payers: [6],
        payees: [0],
        purpose: '保证金',
        amount: fen(50_000_50),
        schedule: { kind: 'single', dueOn: localDate('2026-12-15') },
        method: '退回原账户',
      },
      {
        kind: 'text',
        text: '第一被申请人于2027年5月31日前（含当日）拆除草牧场内的两处围栏，并恢复植被；恢复后的面积以2021年5月8日合同附图为准。\n恢复植被的费用由第一被申请人负担。',
      },
      {
        kind: 'text',
        text: '担保人郑癸某对第一条确定的债务承担连带保证责任，保证期间为债务履行期限届满之日起三年。',
      },
    ],
    defaultClause: {
      kind: 'structured',
      acceleration: true,
      penalty: { kind: 'annualRate', percent: '3.45' },
    },
    costs: { kind: 'courtFee', amount: fen(329_542_00), bearers: [3] },
    finalSettlement: true,
    outcome: { kind: 'conciliationStatement', court: kangbashi },
    recorderSigns: false,
    signedOn: { byHand: true },
    ...changes,
  };
}

/** The facts of a draft that is complete; a test that passes an incomplete one is told what is missing. */
export function factsOf(draft: MediationAgreementDraft): MediationAgreementFacts {
  const checked = checkMediationAgreement(draft);
  if (checked.kind === 'incomplete') {
    throw new Error(`Missing: ${checked.missing.map(({ field, label }) => `${field} ${label}`).join('; ')}`);
  }
  return checked.facts;
}
