import { sexLabels } from '#shared/domain/glossary.ts';
import {
  ageOn,
  checkCreditCode,
  checkForeignResidentId,
  checkResidentId,
  normaliseIdNumber,
  type ResidentIdCheck,
} from '#shared/domain/identity.ts';
import { formatLocalDate, type LocalDate, parseLocalDate } from '#shared/domain/local-date.ts';
import { unseenMarksIn } from '#shared/domain/names.ts';
import { checkPhone, splitPhones } from '#shared/domain/phone.ts';
import { idKindOf, type PartyDraft } from './party-draft.ts';

export type PartyField =
  | 'name'
  | 'representativeName'
  | 'idNumber'
  | 'birth'
  | 'sex'
  | 'phones'
  | 'representativeIdNumber'
  | 'agents';

/** What looks wrong in a card, by field. Nothing of it keeps a case from being registered. */
export type PartyWarnings = Partial<Readonly<Record<PartyField, string>>>;

const residentFaults = {
  length: '位数不对，居民身份证号码是 18 位',
  characters: '有不该出现的字符',
  region: '前两位不是省级代码',
  birthDate: '其中的出生日期不存在或者晚于今天',
  checkDigit: '校验码不符，请对照证件核对一遍',
} as const;

const creditFaults = {
  length: '位数不对，统一社会信用代码是 18 位',
  characters: '有不该出现的字符（代码里没有 I、O、S、V、Z）',
  checkDigit: '校验码不符，请对照证照核对一遍',
} as const;

/** Checks a card as it is typed; an empty field is no mistake. `phoneInWords` says how a phone that looks wrong is named. */
export function partyWarnings(
  party: PartyDraft,
  today: LocalDate,
  phoneInWords = (phone: string): string => phone,
): PartyWarnings {
  const found: { -readonly [Key in PartyField]?: string } = {};
  for (const field of ['name', 'representativeName'] as const) {
    const warning = nameWarning(party[field]);
    if (warning !== undefined) found[field] = warning;
  }
  const idCheck = party.idNumber.trim() === '' ? undefined : residentCheck(party, today);
  const idWarning = idNumberWarning(party, idCheck);
  if (idWarning !== undefined) {
    found.idNumber = idWarning;
  }
  const birth = parseLocalDate(party.birth);
  if (party.kind === 'naturalPerson' && idCheck?.kind === 'valid') {
    if (birth !== undefined && birth !== idCheck.birthDate) {
      found.birth = `与身份证号码中的 ${formatLocalDate(idCheck.birthDate)} 不一致`;
    }
    if (party.sex !== null && party.sex !== idCheck.sex) {
      found.sex = `身份证号码显示为${sexLabels[idCheck.sex]}`;
    }
  }
  if (party.kind === 'naturalPerson' && birth !== undefined) {
    if (birth > today) {
      found.birth = '晚于今天';
    } else if (ageOn(birth, today) < 18 && !party.agents.some((agent) => agent.kind === 'guardian')) {
      found.birth ??= `${ageOn(birth, today)} 周岁，应有法定代理人`;
    }
  }
  const oddPhones = splitPhones(party.phones).filter((phone) => checkPhone(phone) === 'unknown');
  if (oddPhones.length > 0) {
    found.phones = `${oddPhones.map(phoneInWords).join('、')} 不像电话号码（手机 11 位，座机带区号）`;
  }
  if (party.kind !== 'naturalPerson' && party.representativeIdNumber.trim() !== '') {
    const check = checkResidentId(party.representativeIdNumber, today);
    if (check.kind === 'wrong') {
      found.representativeIdNumber = residentFaults[check.reason];
    }
  }
  if (party.agents.filter((agent) => agent.kind !== 'guardian').length > 2) {
    found.agents = '委托代理人至多两人（民事诉讼法第61条）';
  }
  return found;
}

/** What saving takes out of a name although nobody sees it. */
export function nameWarning(name: string): string | undefined {
  const marks = unseenMarksIn(name);
  return marks === undefined ? undefined : `${marks}，保存时去掉`;
}

function residentCheck(party: PartyDraft, today: LocalDate): ResidentIdCheck | undefined {
  switch (idKindOf(party)) {
    case 'residentId':
    case 'hkMoTwResidence':
      return checkResidentId(party.idNumber, today);
    case 'foreignPermanentResidence':
      return /^\d/.test(normaliseIdNumber(party.idNumber))
        ? checkForeignResidentId(party.idNumber, today)
        : undefined;
    default:
      return undefined;
  }
}

function idNumberWarning(party: PartyDraft, check: ResidentIdCheck | undefined): string | undefined {
  if (party.idNumber.trim() === '') {
    return undefined;
  }
  if (idKindOf(party) === 'creditCode') {
    const code = checkCreditCode(party.idNumber);
    return code.kind === 'wrong' ? creditFaults[code.reason] : undefined;
  }
  if (check?.kind === 'wrong') {
    return residentFaults[check.reason];
  }
  return check?.kind === 'oldFifteen' ? '15 位旧号码，请核对是否已换发 18 位号码' : undefined;
}

/** While the number is still being typed, its length is no mistake yet. */
export function isHalfTyped(idNumber: string): boolean {
  return normaliseIdNumber(idNumber).length < 15;
}
