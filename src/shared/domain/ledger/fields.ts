import { z } from 'zod';

/** What a column of a ledger can hold; `sequence` is the running number, which is no fact of the case. */
export const ledgerFields = [
  'sequence',
  'internalNumber',
  'receivedOn',
  'filedOn',
  'source',
  'channel',
  'court',
  'tribunal',
  'caseNumbers',
  'cause',
  'applicants',
  'applicantIds',
  'applicantPhones',
  'applicantAddresses',
  'respondents',
  'respondentIds',
  'respondentPhones',
  'respondentAddresses',
  'thirdParties',
  'thirdPartyIds',
  'thirdPartyPhones',
  'thirdPartyAddresses',
  'parties',
  'claim',
  'claims',
  'facts',
  'mediators',
  'sector',
  'closedOn',
  'result',
  'agreedAmount',
  'paidAmount',
  'paidOn',
  'confirmedOn',
  'judge',
  'clerk',
  'letterNumber',
  'letterOn',
  'remarks',
] as const;

export const ledgerFieldSchema = z.enum(ledgerFields);
export type LedgerField = z.infer<typeof ledgerFieldSchema>;

type FieldFacts = {
  readonly label: string;
  /** Heads that mean it, without brackets, units, spaces and strokes; the earlier, the better where two columns claim it. */
  readonly heads: readonly string[];
  /** Heads that may mean it; the user is asked to look. */
  readonly likelyHeads: readonly string[];
  /** Whether several columns may hold it (诉前案号 and 立案案号). */
  readonly repeatable: boolean;
};

function single(label: string, heads: string, likelyHeads = ''): FieldFacts {
  return { label, heads: words(heads), likelyHeads: words(likelyHeads), repeatable: false };
}

function several(label: string, heads = '', likelyHeads = ''): FieldFacts {
  return { ...single(label, heads, likelyHeads), repeatable: true };
}

function words(text: string): readonly string[] {
  return text.split(' ').filter((word) => word !== '');
}

/** The fields with the words of their heads; the heads of parties are put together from person and attribute instead. */
export const ledgerFieldFacts: Readonly<Record<LedgerField, FieldFacts>> = {
  sequence: single('序号', '序号 序 顺序号 行号 no'),
  internalNumber: single(
    '内部编号',
    '内部编号 登记编号 台账编号 调解编号 收案编号 登记号',
    '编号 卷号 案件编号 调解案号',
  ),
  receivedOn: single(
    '接收日期',
    '接收日期 接收日 接收时间 接收案件日期 接收材料日期 材料接收日期 签字接收日期 签收日期 签收时间 受理日期 受理时间 受理日 接案日期 接案时间',
  ),
  filedOn: single(
    '收案日期',
    '收案日期 收案时间 收案日 收案年月日 来案日期 来案时间 收件日期 收件时间 登记日期 登记时间',
    '立案日期 立案时间 移送日期 移交日期 委派日期 委托日期 委派时间 委托时间 申请日期 申请时间 日期 时间',
  ),
  source: single(
    '案件来源',
    '案件来源 来源 案源 案件来源渠道 来源渠道 纠纷来源 受理来源',
    '受理方式 来源单位',
  ),
  channel: single('通道', '通道 调解通道 委派委托', '调解类型 调解类别 调解方式 调解形式'),
  court: single(
    '法院',
    '法院 受理法院 委派法院 委托法院 委派委托法院 移送法院 管辖法院 所属法院 来源法院 法院名称 对接法院 人民法院',
  ),
  tribunal: single('法庭', '法庭 人民法庭 派出法庭 庭室 承办庭室 业务庭 承办部门'),
  caseNumbers: several(
    '案号',
    '案号 法院案号 诉前案号 诉前调案号 诉前调解案号 诉前调字号 立案案号 民初案号 诉讼案号 案件号 法院案件号 司法确认案号 确认案号 司法确认裁定书号 调解书案号',
    '案件字号 字号 文号',
  ),
  cause: single(
    '案由',
    '案由 案件案由 纠纷类型 纠纷类别 纠纷种类 纠纷性质 案由纠纷类型 纠纷案由',
    '案件类型 案件类别 案件性质 类型',
  ),
  applicants: several('申请人'),
  applicantIds: several('申请人证件号码'),
  applicantPhones: several('申请人电话'),
  applicantAddresses: several('申请人地址'),
  respondents: several('被申请人'),
  respondentIds: several('被申请人证件号码'),
  respondentPhones: several('被申请人电话'),
  respondentAddresses: several('被申请人地址'),
  thirdParties: several('第三人'),
  thirdPartyIds: several('第三人证件号码'),
  thirdPartyPhones: several('第三人电话'),
  thirdPartyAddresses: several('第三人地址'),
  parties: single('当事人', '当事人 双方当事人 当事人姓名 当事人名称 当事人双方 纠纷当事人'),
  claim: single(
    '标的额',
    '诉争标的额 标的额 诉讼标的额 标的金额 诉讼标的金额 诉讼标的 涉案金额 争议金额 诉争金额 涉案标的额 涉案标的 案件标的额 案件标的 争议标的额 争议标的 诉求金额 申请标的额 标的 涉及金额',
    '金额',
  ),
  claims: single('申请事项', '申请事项 诉讼请求 诉求 调解请求 请求事项 申请人诉求'),
  facts: single(
    '简要案情',
    '简要案情 纠纷简况 案情 基本案情 案情简介 案件事实 纠纷事实 主要事实 纠纷概况 案件简介',
  ),
  mediators: several(
    '调解员',
    '调解员 委员 承办委员 调解委员 委员调解员 主持调解员 调解人 调解员姓名 委员姓名 政协委员 特邀调解员 承办调解员 办案委员 主调解员',
    '主持人 承办人 经办人 负责人 办理人',
  ),
  sector: single('界别', '界别 委员界别 所属界别 调解员界别 政协界别 所在界别'),
  closedOn: single(
    '结案日期',
    '结案日期 终结日期 结案时间 终结时间 结案日 终结日 办结日期 办结时间 完结日期 完成日期 调解终结日期 调解结束日期 调解结束时间 结束日期 报结日期 调结日期',
    '调解日期 调解时间 达成协议日期 协议日期 签订日期',
  ),
  result: single(
    '调解结果',
    '调解结果 结案方式 处理结果 终结方式 终结原因 办理结果 结案结果 调处结果 化解结果 办结方式 结果',
    '结案情况 处理情况 调解情况 终结情况 案件状态 状态 进展情况 办理情况 办理进度 进度 是否成功 是否调解成功',
  ),
  agreedAmount: single(
    '协议金额',
    '协议金额 调解协议金额 达成协议金额 达成金额 调解金额 协议标的额 协议标的 调解标的额 调成金额 成功金额 协议涉及金额 调解协议涉及金额 调解成功金额 和解金额 调解数额',
  ),
  paidAmount: single(
    '到位金额',
    '到位金额 履行金额 已履行金额 实际履行金额 到账金额 兑现金额 已到位金额 实际到位金额 当场履行金额 履行到位金额 执行到位金额 自动履行金额 已付金额 实付金额',
  ),
  paidOn: single('到位日期', '到位日期 到位时间 履行日期 履行时间 到账日期 实际履行日期 付款日期'),
  confirmedOn: single(
    '司法确认日期',
    '司法确认日期 司法确认时间 司法确认日 司法确认裁定日期 确认裁定日期 确认日期 确认时间 裁定日期',
    '司法确认 是否司法确认 司法确认情况',
  ),
  judge: single('承办法官', '承办法官 法官 主审法官 对接法官 指导法官 经办法官 联系法官'),
  clerk: single('书记员', '书记员 书记员法官助理 法官助理书记员 法官助理 记录人'),
  letterNumber: single('函号', '函号 委派函号 委托函号 委派函编号 委托函编号 调解函号 委派委托函号'),
  letterOn: single('函日期', '函日期 发函日期 委派函日期 委托函日期 来函日期'),
  remarks: several('备注', '备注 说明 备考 附注 备注说明'),
};

export type Person = 'applicant' | 'respondent' | 'thirdParty';
export type Attribute = 'name' | 'id' | 'phone' | 'address';

/** The words for a person at the beginning of a head; 被申请人 stands before 申请人 only for the reader's eye. */
export const personWords: Readonly<Record<Person, readonly string[]>> = {
  respondent: words('被申请人 被申请方 被告人 被告方 被告 对方当事人 乙方 被调解人'),
  thirdParty: words('第三人 第三方'),
  applicant: words('申请人 申请方 原告人 原告方 原告 甲方 申请调解人'),
};

/** What a column says of a person; the person's word alone means the name. */
export const attributeWords: Readonly<Record<Attribute, readonly string[]>> = {
  name: words('姓名 名称 姓名名称 名称姓名 单位名称 姓名单位名称'),
  id: words(
    '证件号码 证件号 身份证号 身份证号码 公民身份号码 身份证 居民身份证号码 居民身份证号 身份证件号码 身份号码 统一社会信用代码 信用代码 证照号码 证件编号 证件号码统一社会信用代码 身份证号统一社会信用代码 身份证号码统一社会信用代码 身份证信用代码',
  ),
  phone: words('电话 联系电话 手机 手机号 手机号码 电话号码 联系方式 联系电话号码 联系号码'),
  address: words('地址 住址 住所地 住所 联系地址 家庭住址 住所地住址 户籍地 经常居住地 现住址 送达地址'),
};

/** The field that holds an attribute of a person. */
export const personFields: Readonly<Record<Person, Readonly<Record<Attribute, LedgerField>>>> = {
  applicant: {
    name: 'applicants',
    id: 'applicantIds',
    phone: 'applicantPhones',
    address: 'applicantAddresses',
  },
  respondent: {
    name: 'respondents',
    id: 'respondentIds',
    phone: 'respondentPhones',
    address: 'respondentAddresses',
  },
  thirdParty: {
    name: 'thirdParties',
    id: 'thirdPartyIds',
    phone: 'thirdPartyPhones',
    address: 'thirdPartyAddresses',
  },
};

/** Fields that hold sums of money and so have a unit. */
export const amountFields: ReadonlySet<LedgerField> = new Set(['claim', 'agreedAmount', 'paidAmount']);
