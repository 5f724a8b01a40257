import type { IdKind, PartyRole } from './party.ts';

/** The words that begin a field in a line about a party, after width folding (：is :). */
export const partyLineLabels = {
  number: /^\d{1,2}\s*[、.)]\s*/,
  // 第三人民医院 is a name, not a third person.
  role: /^(被?申请[人方]|原告|被告|甲方|乙方|第三人(?!民)|担保人|保证人)\s*(?:\d{1,2}|[一二三四五])?\s*(?:\([^)]*\))?\s*:?\s*/,
  name: /^(?:姓名|名称|单位名称|公司名称|字号)\s*:\s*/,
  sex: /^(?:性别\s*:?\s*)?([男女])性?$/,
  ethnicGroup: /^(?:民族\s*:?\s*(\p{Script=Han}{1,6})|(\p{Script=Han}{1,5}族|穿青人|革家人))$/u,
  age: /^(?:年龄\s*:?\s*)?\d{1,3}周?岁$/,
  birth: /^(?:出生(?:日期|年月日)?|生于|生日)?(?:于|为)?\s*:?\s*(.+?)\s*(?:出?生)?$/,
  address:
    /^(?:住所地|住所|住址|现住址|户籍地址|户籍所在地|户籍地|经常居住地|现住地|家庭住址|联系地址|送达地址|经营场所|注册地址|地址|现住|户籍|住)(?:为|在|于)?\s*:?\s*/,
  phone: /^(?:联系电话|联系方式|电话号码|手机号码?|手机|电话|联系号码|固定电话)(?:为|是)?\s*:?\s*/,
  email: /^(?:电子邮箱|邮箱|电子邮件|e-?mail)\s*:?\s*/i,
  occupation: /^(?:职业|工作单位|单位|职务)\s*:\s*/,
  representative:
    /^(?:法定代表人|主要负责人|负责人|经营者|投资人|执行事务合伙人|代表人)(?:姓名)?(?:为|是)?\s*:?\s*/,
  position: /^(?:系|任|担任|职务)\s*:?\s*(?:该公司|该单位|该社|该店)?/,
  /** What follows is about somebody else. */
  agent: /^(?:委托(?:诉讼)?代理人|法定代理人|监护人)/,
} as const;

export const partyRoleWords: ReadonlyMap<string, PartyRole> = new Map([
  ['申请人', 'applicant'],
  ['申请方', 'applicant'],
  ['原告', 'applicant'],
  ['甲方', 'applicant'],
  ['被申请人', 'respondent'],
  ['被申请方', 'respondent'],
  ['被告', 'respondent'],
  ['乙方', 'respondent'],
  ['第三人', 'thirdParty'],
  ['担保人', 'guarantor'],
  ['保证人', 'guarantor'],
]);

/** Before the number of a document of identity; without a kind the number itself tells. */
export const idNumberWords: readonly { readonly pattern: RegExp; readonly kind?: IdKind }[] = [
  {
    pattern: /^(?:统一社会信用代码|社会信用代码|信用代码|营业执照)(?:证?号码?)?(?:为|是)?\s*:?\s*/,
    kind: 'creditCode',
  },
  { pattern: /^港澳台居民居住证(?:号码?)?(?:为|是)?\s*:?\s*/, kind: 'hkMoTwResidence' },
  {
    pattern: /^(?:港澳居民来往内地通行证|港澳通行证|回乡证)(?:号码?)?(?:为|是)?\s*:?\s*/,
    kind: 'hongKongMacaoPermit',
  },
  { pattern: /^(?:台湾居民来往大陆通行证|台胞证)(?:号码?)?(?:为|是)?\s*:?\s*/, kind: 'taiwanPermit' },
  {
    pattern: /^外国人永久居留(?:身份)?证(?:号码?)?(?:为|是)?\s*:?\s*/,
    kind: 'foreignPermanentResidence',
  },
  { pattern: /^护照(?:号码?)?(?:为|是)?\s*:?\s*/, kind: 'passport' },
  { pattern: /^(?:公民|居民)?身份(?:证)?(?:号码?)?(?:为|是)?\s*:?\s*(?=[\dXx(])/ },
  { pattern: /^证件号码?(?:为|是)?\s*:?\s*/ },
];
