import { z } from 'zod';
import { cleanName } from './names.ts';

export const partyRoles = ['applicant', 'respondent', 'thirdParty', 'guarantor'] as const;
export const partyRoleSchema = z.enum(partyRoles);
export type PartyRole = z.infer<typeof partyRoleSchema>;

export const partyKinds = [
  'naturalPerson',
  'legalPerson',
  'otherOrganisation',
  'soleTrader',
  'villageCommittee',
] as const;
export const partyKindSchema = z.enum(partyKinds);
export type PartyKind = z.infer<typeof partyKindSchema>;

export const idKinds = [
  'residentId',
  'creditCode',
  'passport',
  'hongKongMacaoPermit',
  'taiwanPermit',
  'hkMoTwResidence',
  'foreignPermanentResidence',
  'other',
] as const;
export const idKindSchema = z.enum(idKinds);
export type IdKind = z.infer<typeof idKindSchema>;

export const sexes = ['male', 'female'] as const;
export const sexSchema = z.enum(sexes);
export type Sex = z.infer<typeof sexSchema>;

/** Who may act for a party: 民事诉讼法 第61条; guardian is the 法定代理人 of 第60条. */
export const agentKinds = [
  'lawyer',
  'legalWorker',
  'closeRelative',
  'staff',
  'recommended',
  'guardian',
] as const;
export const agentKindSchema = z.enum(agentKinds);
export type AgentKind = z.infer<typeof agentKindSchema>;

/** 民事诉讼法 第62条: to admit, waive or change claims, to settle or to counterclaim takes special authority. */
export const agentAuthorities = ['general', 'special'] as const;
export const agentAuthoritySchema = z.enum(agentAuthorities);
export type AgentAuthority = z.infer<typeof agentAuthoritySchema>;

/** What the person who speaks for a party is called; a natural person speaks for himself. 民诉解释 第52条、第59条 */
export const representativeTitles = {
  naturalPerson: undefined,
  legalPerson: '法定代表人',
  otherOrganisation: '主要负责人',
  soleTrader: '经营者',
  villageCommittee: '负责人',
} as const satisfies Record<PartyKind, string | undefined>;

/** The first rule that a name meets decides; the order matters (嘎查 stands in the names of co-operatives too). */
const kindsByName: readonly { readonly kind: PartyKind; readonly pattern: RegExp }[] = [
  { kind: 'legalPerson', pattern: /合作社|合作联社|联合社$/ },
  { kind: 'otherOrganisation', pattern: /[分支]公司|分行|支行|分理处|营业部|办事处|项目部|分店|分社|分部/ },
  { kind: 'legalPerson', pattern: /公司|集团$/ },
  {
    kind: 'otherOrganisation',
    pattern: /事务所|合伙企业|(?:（|\()(?:有限|普通)合伙|个人独资|业主委员会|业委会|业主大会/,
  },
  { kind: 'villageCommittee', pattern: /(?:村民|居民|嘎查|牧民)委员会|村委会|居委会|嘎查委|(?:嘎查|社区)$/ },
  { kind: 'otherOrganisation', pattern: /(?:村民|居民|牧民)小组$|独贵龙$/ },
  {
    kind: 'soleTrader',
    pattern:
      /个体工商户|(?:经营|经销|销售|门市|门诊|服务|维修|修理|加工|批发|零售|商行)部$|(?:..店|商行|商店|超市|饭馆|餐馆|面馆|茶馆|宾馆|酒楼|饭庄|美容院|理发室|修理厂|洗车行|车行|药房|网吧|小卖部|批发部|工作室)$/,
  },
  {
    kind: 'legalPerson',
    pattern:
      /银行|信用社|医院|卫生院|学校|大学|学院|中学|小学|幼儿园|研究院|研究所|协会|学会|商会|联合会|基金会|委员会|人民政府|政府$|办公室$|.{2}局$|中心$|.{2}厂$|农场$|林场$|牧场$|煤矿$|电站$|宾馆$|酒店$/,
  },
];

/** A long name that ends like a place of work is nobody's own, whatever its form in law. */
const workplace = /^.{5,}[站所处队社行场园吧铺坊厅楼馆部店院校会库]$/u;

/**
 * The first two figures of a credit code say what it was given to: 1 机构编制 (机关、事业单位、群众团体), 5 民政 (社会团体、
 * 民办非企业单位、基金会), 9 市场监管 (企业、个体工商户、农民专业合作社). GB 32100-2015 表1
 */
const kindsByCreditCode: ReadonlyMap<string, PartyKind> = new Map([
  ...['11', '12', '13', '51', '52', '53', '91', '93'].map((code) => [code, 'legalPerson'] as const),
  ['92', 'soleTrader'],
]);

/** What kind of party a name (and a credit code) belongs to, as a first filling that people can change. */
export function guessPartyKind(name: string, idNumber?: string): PartyKind {
  const cleaned = cleanName(name).normalize('NFKC');
  const byName = kindsByName.find((rule) => rule.pattern.test(cleaned))?.kind;
  const code = (idNumber ?? '').normalize('NFKC').replace(/\s/g, '').toUpperCase();
  // Both a resident ID and a credit code have 18 characters; only the code's ninth to seventeenth are free to be letters.
  const byCode = isCreditCodeLike(code) ? kindsByCreditCode.get(code.slice(0, 2)) : undefined;
  if (byCode === 'soleTrader') {
    return byCode;
  }
  return byName ?? byCode ?? (workplace.test(cleaned) ? 'otherOrganisation' : 'naturalPerson');
}

function isCreditCodeLike(code: string): boolean {
  return /^[159ANY][0-9A-Z]\d{6}[0-9A-Z]{10}$/.test(code) && !/^[1-8]\d{16}[\dX]$/.test(code);
}

/** Splits 张三、李四 into names; separators inside brackets and the dot inside a name do not split, 等三人 goes. */
export function splitPartyNames(text: string): string[] {
  const names: string[] = [];
  let depth = 0;
  let current = '';
  for (const character of text) {
    if ('（(〔[【'.includes(character)) {
      depth += 1;
    } else if ('）)〕]】'.includes(character)) {
      depth = Math.max(0, depth - 1);
    }
    if (depth === 0 && '、，,;；/／\n'.includes(character)) {
      names.push(current);
      current = '';
    } else {
      current += character;
    }
  }
  names.push(current);
  return names
    .map((name) => cleanName(name).replace(/(?<=..)等(?:[\d一二三四五六七八九十]+[人户名方])?$/u, ''))
    .filter((name) => name !== '');
}
