import { checkCreditCode, checkForeignResidentId, checkResidentId, normaliseIdNumber } from './identity.ts';
import { type LocalDate, parseLocalDate } from './local-date.ts';
import { cleanName, cleanText } from './names.ts';
import { guessPartyKind, type IdKind, type PartyKind, type PartyRole, type Sex } from './party.ts';
import { checkPhone, splitPhones } from './phone.ts';

/** What a pasted line says about a party; what it does not say is absent. */
export type PartyLine = {
  readonly role?: PartyRole;
  readonly kind?: PartyKind;
  readonly name?: string;
  readonly sex?: Sex;
  readonly ethnicGroup?: string;
  readonly birthDate?: LocalDate;
  readonly address?: string;
  readonly idKind?: IdKind;
  readonly idNumber?: string;
  readonly phones?: readonly string[];
  readonly occupation?: string;
  readonly email?: string;
  readonly representativeName?: string;
  readonly representativePosition?: string;
};

type Draft = { -readonly [Key in keyof PartyLine]: PartyLine[Key] };

const roleWords: ReadonlyMap<string, PartyRole> = new Map([
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

const rolePattern =
  /^\s*(被?申请[人方]|原告|被告|甲方|乙方|第三人|担保人|保证人)\d*(?:\([^)]*\))?\s*[::\s]\s*/;

const idLabels: readonly { readonly pattern: RegExp; readonly kind: IdKind | undefined }[] = [
  { pattern: /^(?:统一社会信用代码|社会信用代码|信用代码|营业执照号?码?)(?:证?号码?)?/, kind: 'creditCode' },
  { pattern: /^港澳台居民居住证(?:号码?)?/, kind: 'hkMoTwResidence' },
  { pattern: /^(?:港澳居民来往内地通行证|港澳通行证|回乡证)(?:号码?)?/, kind: 'hongKongMacaoPermit' },
  { pattern: /^(?:台湾居民来往大陆通行证|台胞证)(?:号码?)?/, kind: 'taiwanPermit' },
  { pattern: /^外国人永久居留(?:身份)?证(?:号码?)?/, kind: 'foreignPermanentResidence' },
  { pattern: /^护照(?:号码?)?/, kind: 'passport' },
  {
    pattern: /^(?:公民身份号码|居民身份证号?码?|身份证号?码?|身份号码|公民身份证号码?|证件号码?)/,
    kind: undefined,
  },
];

const addressLabel =
  /^(?:住所地|住所|住址|现住址|户籍地址|户籍所在地|户籍地|经常居住地|现住地|家庭住址|联系地址|送达地址|经营场所|注册地址|地址|现住|户籍|住)(?:为|在|于)?\s*:?\s*/;
const phoneLabel = /^(?:联系电话|联系方式|电话号码|手机号码?|手机|电话|联系号码|固定电话)(?:为|是)?\s*:?\s*/;
const emailLabel = /^(?:电子邮箱|邮箱|电子邮件|e-?mail)\s*:?\s*/i;
const occupationLabel = /^(?:职业|工作单位|单位|职务)\s*:\s*/;
const representativeLabel =
  /^(?:法定代表人|主要负责人|负责人|经营者|投资人|执行事务合伙人|代表人)(?:姓名)?(?:为|是)?\s*:?\s*/;
const organisationNumberLabel = /^(?:注册号|组织机构代码)/;

/** Splits 张三，男，汉族，1985年3月7日出生，住…，公民身份号码…，电话… (or an organisation's line) into fields. */
export function parsePartyLine(text: string): PartyLine {
  const draft: Draft = {};
  const folded = cleanText(text).normalize('NFKC').trim();
  const role = rolePattern.exec(folded);
  if (role !== null) {
    const known = roleWords.get(role[1] ?? '');
    if (known !== undefined) {
      draft.role = known;
    }
  }
  let last: 'name' | 'address' | 'representative' | 'other' = 'other';
  for (const piece of pieces(folded.slice(role?.[0].length ?? 0))) {
    if (draft.name === undefined) {
      last = readName(draft, piece);
    } else if (readLabelled(draft, piece) || readPlain(draft, piece)) {
      last = addressLabel.test(piece)
        ? 'address'
        : representativeLabel.test(piece)
          ? 'representative'
          : 'other';
    } else if (last === 'address') {
      // A comma inside the address: no other field begins here.
      draft.address = `${draft.address ?? ''}，${piece}`;
    } else if (last === 'representative' && draft.representativePosition === undefined) {
      draft.representativePosition = removeLabel(piece, /^(?:系|任|担任|职务:?)/);
    } else if (draft.occupation === undefined && piece.length <= 20) {
      draft.occupation = piece;
    }
  }
  return complete(draft);
}

function pieces(text: string): string[] {
  const split: string[] = [];
  let depth = 0;
  let current = '';
  for (const character of text) {
    depth += character === '(' ? 1 : character === ')' && depth > 0 ? -1 : 0;
    if (
      depth === 0 &&
      ',;。\n\t、'.includes(character) &&
      !(character === '、' && !labelFollows(text, current))
    ) {
      split.push(current);
      current = '';
    } else {
      current += character;
    }
  }
  split.push(current);
  return split.map((piece) => piece.trim()).filter((piece) => piece !== '');
}

/** 、 lists things inside a field (two phones, 一、二单元) as often as it parts fields: it never parts here. */
function labelFollows(_text: string, _current: string): boolean {
  return false;
}

function readName(draft: Draft, piece: string): 'name' | 'other' {
  const name = cleanName(removeLabel(piece, /^(?:姓名|名称|单位名称|字号)\s*:\s*/));
  if (name !== '') {
    draft.name = name;
  }
  return 'name';
}

function removeLabel(piece: string, label: RegExp): string {
  return piece.replace(label, '').trim();
}

function readLabelled(draft: Draft, piece: string): boolean {
  for (const { pattern, kind } of idLabels) {
    if (pattern.test(piece)) {
      readIdNumber(draft, removeLabel(piece, pattern).replace(/^(?:为|是)?\s*:?\s*/, ''), kind);
      return true;
    }
  }
  if (phoneLabel.test(piece)) {
    draft.phones = [...(draft.phones ?? []), ...splitPhones(removeLabel(piece, phoneLabel))];
    return true;
  }
  if (representativeLabel.test(piece)) {
    readRepresentative(draft, removeLabel(piece, representativeLabel));
    return true;
  }
  if (emailLabel.test(piece)) {
    draft.email = removeLabel(piece, emailLabel);
    return true;
  }
  if (occupationLabel.test(piece)) {
    draft.occupation = removeLabel(piece, occupationLabel);
    return true;
  }
  if (addressLabel.test(piece)) {
    draft.address ??= removeLabel(piece, addressLabel);
    return true;
  }
  return organisationNumberLabel.test(piece);
}

function readRepresentative(draft: Draft, text: string): void {
  const match = /^(.+?)\s*(?:\((?:职务:?)?(.+)\)|\s(?:职务:?)?(\S+))?$/.exec(text);
  const name = cleanName(match?.[1] ?? '');
  const position = match?.[2] ?? match?.[3];
  if (name !== '') {
    draft.representativeName = name;
  }
  if (position !== undefined) {
    draft.representativePosition = position;
  }
}

function readPlain(draft: Draft, piece: string): boolean {
  if (/^[男女](?:性)?$/.test(piece)) {
    draft.sex = piece.startsWith('男') ? 'male' : 'female';
    return true;
  }
  if (/^\p{Script=Han}{1,5}族$/u.test(piece) || /^(?:民族:?)/.test(piece)) {
    draft.ethnicGroup = removeLabel(piece, /^民族:?/);
    return true;
  }
  const born = /^(?:出生(?:日期|年月日)?:?|生于)?\s*(.+?)\s*(?:出?生)?$/.exec(piece)?.[1];
  const birthDate = born === undefined ? undefined : parseLocalDate(born);
  if (birthDate !== undefined) {
    draft.birthDate = birthDate;
    return true;
  }
  return readUnlabelledNumber(draft, piece);
}

/** Numbers that check out need no label. */
function readUnlabelledNumber(draft: Draft, piece: string): boolean {
  const number = normaliseIdNumber(piece);
  if (draft.idNumber === undefined && /^[0-9A-Z]{18}$/.test(number) && identify(number) !== undefined) {
    readIdNumber(draft, number, undefined);
    return true;
  }
  const phones = splitPhones(piece);
  if (phones.length > 0 && phones.every((phone) => checkPhone(phone) !== 'unknown')) {
    draft.phones = [...(draft.phones ?? []), ...phones];
    return true;
  }
  return false;
}

function identify(number: string): IdKind | undefined {
  if (/^8[123]0000/.test(number) && checkResidentId(number).kind === 'valid') {
    return 'hkMoTwResidence';
  }
  if (checkResidentId(number).kind === 'valid') {
    return 'residentId';
  }
  if (checkCreditCode(number).kind === 'valid') {
    return 'creditCode';
  }
  return checkForeignResidentId(number).kind === 'valid' ? 'foreignPermanentResidence' : undefined;
}

function readIdNumber(draft: Draft, text: string, kind: IdKind | undefined): void {
  const number = normaliseIdNumber(text);
  if (number === '') {
    return;
  }
  draft.idNumber = number;
  draft.idKind = kind ?? identify(number) ?? (/^9[0-9A-Z]{17}$/.test(number) ? 'creditCode' : 'residentId');
}

/** What follows from the rest: the kind from the name and code, sex and birth date from the ID number. */
function complete(draft: Draft): PartyLine {
  if (draft.name === undefined) {
    return draft;
  }
  const kind = guessPartyKind(draft.name, draft.idNumber);
  const result: Draft = { ...draft, kind };
  if (kind === 'naturalPerson' && draft.idNumber !== undefined && draft.idKind !== 'creditCode') {
    const check = checkResidentId(draft.idNumber);
    if (check.kind === 'valid') {
      result.sex ??= check.sex;
      result.birthDate ??= check.birthDate;
    }
  }
  return result;
}
