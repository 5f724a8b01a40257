import { chineseNumeral } from '../domain/chinese-numeral.ts';
import { partyRoleLabels } from '../domain/glossary.ts';
import { type PartyKind, type PartyRole, representativeTitles } from '../domain/party.ts';

type Path = readonly PropertyKey[];

/** As much of a draft as the words for its fields depend on. */
export type LabelledDraft = {
  readonly parties?:
    | readonly {
        readonly role?: PartyRole | null | undefined;
        readonly kind?: PartyKind | null | undefined;
        readonly name?: string | null | undefined;
        readonly idKind?: string | null | undefined;
      }[]
    | null
    | undefined;
  readonly contents?: readonly { readonly title?: string | null | undefined }[] | null | undefined;
  readonly mediators?: readonly { readonly name?: string | null | undefined }[] | null | undefined;
};

/** 申请人张三的住址, 第一条第二期的履行期限, 纠纷主要事实. */
export function fieldLabel(draft: LabelledDraft, path: Path): string {
  const [first, second, ...rest] = path;
  if (typeof second !== 'number') {
    return words(path.map(String).filter((key) => !/^\d+$/.test(key)));
  }
  const owner = ownerLabel(draft, String(first), second);
  const inner = innerOwners(rest);
  const names = rest.map(String).filter((key) => !/^\d+$/.test(key));
  const last = names.at(-1);
  if (last === undefined) {
    return owner;
  }
  const word = fieldWord(draft, path, last);
  return `${owner}${inner}${word.startsWith('与') ? '' : '的'}${word}`;
}

function ownerLabel(draft: LabelledDraft, list: string, place: number): string {
  const ordinal = chineseNumeral(place + 1);
  switch (list) {
    case 'parties': {
      const party = draft.parties?.[place];
      const role = party?.role == null ? `第${ordinal}名当事人` : partyRoleLabels[party.role];
      return `${role}${party?.name ?? (party?.role == null ? '' : `（第${ordinal}名当事人）`)}`;
    }
    case 'mediators':
      return draft.mediators?.[place]?.name ?? `第${ordinal}名调解员`;
    case 'sessions':
      return `第${ordinal}次调解`;
    case 'terms':
      return `协议第${ordinal}条`;
    case 'contents':
      return `卷内第${ordinal}件${draft.contents?.[place]?.title ?? '材料'}`;
    case 'courtCaseNumbers':
      return `第${ordinal}个法院案号`;
    default:
      return words([list]);
  }
}

const innerOwnerWords: Readonly<Record<string, string>> = {
  agents: '名委托代理人',
  guardians: '名法定代理人',
  instalments: '期',
};

/** 的第一名委托代理人, 第二期. */
function innerOwners(path: Path): string {
  const place = path.findIndex((key) => typeof key === 'number');
  const list = String(path[place - 1] ?? '');
  const word = innerOwnerWords[list];
  if (place < 1 || word === undefined) {
    return '';
  }
  const ordinal = `第${chineseNumeral(Number(path[place]) + 1)}${word}`;
  return list === 'instalments' ? ordinal : `的${ordinal}`;
}

const fieldWords: Readonly<Record<string, string>> = {
  documentNumber: '协议书编号',
  courtCaseNumbers: '法院案号',
  procedureKind: '适用程序',
  ordinal: '第几次调解',
  startedAt: '开始时间',
  endedAt: '结束时间',
  attendance: '到场人',
  agentsPresent: '到场代理人',
  party: '被代理的当事人',
  notes: '调解笔录内容（调解经过）',
  disputed: '争议焦点',
  undisputed: '无争议事实',
  facts: '无争议事实',
  closing: '结案登记（终结方式和日期）',
  proposals: '调解方案',
  result: '本次调解结果',
  nextOn: '下次调解日期',
  customaryDays: '调解期限',
  channel: '调解类型（委派、委托或者自行受理）',
  parties: '当事人',
  cause: '案由',
  origin: '调解由来',
  court: '法院全称',
  referredOn: '委派（委托）日期',
  letterNumber: '委派（委托）函号',
  transferredBy: '移送单位',
  transferredOn: '移送日期',
  appliedOn: '申请日期',
  applicants: '申请调解的人',
  consented: '当事人是否同意调解',
  mediationOrganisation: '调解组织',
  mediators: '调解员',
  sessions: '调解经过（至少一次调解）',
  mainFacts: '纠纷主要事实',
  disputedMatters: '争议事项',
  terms: '协议内容',
  defaultClause: '违约责任',
  costs: '费用负担',
  finalSettlement: '是否一次性了结',
  outcome: '协议达成后的处理（司法确认、出具调解书、撤回起诉等）',
  ground: '理由（须先登记调解协议）',
  endsOn: '原到期日',
  days: '延长天数',
  extendedTo: '延长后的到期日',
  mediatorName: '披露的调解员',
  matter: '披露事项',
  disclosedOn: '披露日期',
  visitedOn: '回访日期',
  means: '回访方式',
  withdrawnBy: '撤回起诉的期限',
  recorderSigns: '记录人是否签名',
  contents: '卷内材料（先在“卷宗”里入卷）',
  pages: '页数',
  archiveNumber: '档号',
  retention: '保管期限',
  compiledBy: '立卷人',
  compiledOn: '立卷日期',
  receivedOn: '接收日期',
  closedOn: '终结日期',
  mediatedFrom: '调解起始日期',
  mediatedTo: '调解终止日期',
  pageCount: '全卷页数',
  paperCount: '卷内材料（先在“卷宗”里入卷）',
  situation: '本卷情况',
  remarks: '备注',
  signedOn: '签订日期',
  agreedOn: '达成口头协议的日期',
  agreementForm: '协议形式（书面或者口头）',
  agreementPaper: '协议文书（须先登记调解协议）',
  agreedAmount: '协议金额',
  role: '诉讼地位（申请人、被申请人等）',
  name: '姓名',
  sex: '性别',
  ethnicity: '民族',
  nationality: '国籍',
  birthOn: '出生日期',
  idKind: '证件种类',
  idNumber: '证件号码',
  address: '住址',
  phones: '联系电话',
  agents: '委托代理人',
  sides: '当事人',
  agentPapers: '受委托人的证件和电话',
  licenceNumber: '执业证号',
  phone: '联系电话',
  guardians: '法定代理人',
  identity: '身份（律师、近亲属等）',
  employer: '所在单位',
  occupation: '职业或者职务',
  relation: '与当事人的关系',
  authority: '代理权限',
  title: '称谓',
  part: '分工（主持或者协助）',
  heldOn: '日期',
  form: '方式',
  place: '地点',
  text: '内容',
  payers: '付款人',
  payees: '收款人',
  liability: '几个付款人按份还是连带',
  purpose: '款项名称',
  amount: '金额',
  schedule: '履行期限',
  dueOn: '履行期限',
  instalments: '分期',
  method: '支付方式',
  account: '收款账户',
  acceleration: '是否加速到期',
  penalty: '违约金',
  percent: '年利率',
  multiple: '倍数',
  bearers: '负担人',
};

/** Fields that documents know, for the test that every one has its words. */
export const namedFields: ReadonlySet<string> = new Set([
  ...Object.keys(fieldWords),
  'kind',
  'representativeName',
  'representativePosition',
  'representativeIdNumber',
]);

function words(keys: readonly string[]): string {
  if (keys.join('.') === 'mediationOrganisation.name') {
    return '调解组织名称';
  }
  // These say by themselves what they are of; 调解由来的移送单位 would be a riddle.
  if (keys[0] === 'origin' && keys.length > 1) {
    return words(keys.slice(1));
  }
  return keys.map((key) => fieldWords[key] ?? key).join('的');
}

/** Organisations have other names for the same fields. */
function fieldWord(draft: LabelledDraft, path: Path, key: string): string {
  const party = path[0] === 'parties' && path.length === 3 ? draft.parties?.[Number(path[1])] : undefined;
  const title = (party?.kind == null ? undefined : representativeTitles[party.kind]) ?? '代表人';
  switch (key) {
    case 'kind':
      return '种类';
    case 'representativeName':
      return `${title}姓名`;
    case 'representativePosition':
      return `${title}职务`;
    case 'representativeIdNumber':
      return `${title}公民身份号码`;
    default:
      break;
  }
  if (party?.kind != null && party.kind !== 'naturalPerson') {
    if (key === 'name') {
      return '名称';
    }
    if (key === 'address') {
      return party.kind === 'soleTrader' ? '经营场所' : '住所地';
    }
    if (key === 'idNumber') {
      return '统一社会信用代码';
    }
    if (party.kind === 'soleTrader' && ['sex', 'ethnicity', 'birthOn'].includes(key)) {
      return `经营者${fieldWords[key]}`;
    }
  }
  if (party?.kind === 'naturalPerson' && key === 'idNumber' && party.idKind === 'residentId') {
    return '公民身份号码';
  }
  return fieldWords[key] ?? key;
}
