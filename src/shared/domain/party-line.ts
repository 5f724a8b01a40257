import { checkCreditCode, checkForeignResidentId, checkResidentId, normaliseIdNumber } from './identity.ts';
import { type LocalDate, parseLocalDate } from './local-date.ts';
import { cleanName, cleanText } from './names.ts';
import { guessPartyKind, type IdKind, type PartyKind, type PartyRole, type Sex } from './party.ts';
import { idNumberWords, partyLineLabels as labels, partyRoleWords } from './party-line-labels.ts';
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
  readonly representativeIdNumber?: string;
};

type Draft = { -readonly [Key in keyof PartyLine]: PartyLine[Key] };

/** Tries to read a piece as one field; false where the piece is something else. */
type Reader = (draft: Draft, piece: string) => boolean;

/** In this order: what has a label first, then what is known by its form. */
const readers: readonly Reader[] = [
  readIdNumber,
  readPhone,
  readRepresentative,
  readEmail,
  readOccupation,
  readAddress,
  readSex,
  readEthnicGroup,
  readBirthDate,
  readUnlabelledNumber,
  readUnlabelledAddress,
];

/**
 * Splits 张三，男，汉族，1985年3月7日出生，住…，公民身份号码…，电话… (or an organisation's line) into fields, as a first filling
 * that people can change; sex and birth date that the line leaves out come from a valid ID number.
 */
export function parsePartyLine(text: string): PartyLine {
  const draft: Draft = {};
  let last: Reader | undefined;
  for (const piece of pieces(readRole(draft, cleanText(text).normalize('NFKC').trim()))) {
    if (labels.agent.test(piece)) {
      break;
    }
    if (draft.name === undefined) {
      const name = cleanName(fullWidthBrackets(piece.replace(labels.name, '')));
      if (name !== '') {
        draft.name = name;
      }
      continue;
    }
    const reader = readers.find((read) => read(draft, piece));
    if (reader !== undefined) {
      last = reader;
    } else {
      readRest(draft, piece, last);
    }
  }
  return complete(draft);
}

function readRole(draft: Draft, text: string): string {
  const unnumbered = text.replace(labels.number, '');
  const match = labels.role.exec(unnumbered);
  const role = partyRoleWords.get(match?.[1] ?? '');
  if (match === null || role === undefined) {
    return unnumbered;
  }
  draft.role = role;
  return unnumbered.slice(match[0].length);
}

/** Commas part the fields, or spaces where the line has no commas; 、 stands inside fields (two phones). */
function pieces(text: string): readonly string[] {
  const separators = /[,;。]/.test(text) ? ',;。\n\t' : ' \n\t';
  const split: string[] = [];
  let depth = 0;
  let current = '';
  for (const character of text) {
    if (character === '(') {
      depth += 1;
    } else if (character === ')' && depth > 0) {
      depth -= 1;
    }
    if (depth === 0 && separators.includes(character)) {
      split.push(current);
      current = '';
    } else {
      current += character;
    }
  }
  split.push(current);
  return split.map((piece) => piece.trim()).filter((piece) => piece !== '');
}

/** Names and addresses keep the full-width brackets that width folding took from them. */
function fullWidthBrackets(text: string): string {
  return /\p{Script=Han}/u.test(text) ? text.replaceAll('(', '（').replaceAll(')', '）') : text;
}

function afterLabel(piece: string, label: RegExp): string | undefined {
  return label.test(piece) ? piece.replace(label, '').trim() : undefined;
}

function readIdNumber(draft: Draft, piece: string): boolean {
  const word = idNumberWords.find(({ pattern }) => pattern.test(piece));
  if (word === undefined) {
    return false;
  }
  const number = normaliseIdNumber(piece.replace(word.pattern, '')).replace(/^\((.*)\)$/, '$1');
  if (number !== '') {
    keepIdNumber(draft, number, word.kind ?? identify(number) ?? guessIdKind(number));
  }
  return true;
}

/** After 经营者 or 法定代表人 the number of a person is that person's. */
function keepIdNumber(draft: Draft, number: string, kind: IdKind): void {
  if (draft.representativeName !== undefined && kind !== 'creditCode') {
    draft.representativeIdNumber = number;
  } else if (draft.idNumber === undefined) {
    draft.idNumber = number;
    draft.idKind = kind;
  }
}

function identify(number: string): IdKind | undefined {
  if (checkResidentId(number).kind === 'valid') {
    return /^8[123]0000/.test(number) ? 'hkMoTwResidence' : 'residentId';
  }
  if (checkCreditCode(number).kind === 'valid') {
    return 'creditCode';
  }
  return checkForeignResidentId(number).kind === 'valid' ? 'foreignPermanentResidence' : undefined;
}

function guessIdKind(number: string): IdKind {
  return /^[159ANY][0-9A-Z]\d{6}[0-9A-Z]{10}$/.test(number) && !/^\d{17}[\dX]$/.test(number)
    ? 'creditCode'
    : 'residentId';
}

function readUnlabelledNumber(draft: Draft, piece: string): boolean {
  const number = normaliseIdNumber(piece);
  const kind = /^[0-9A-Z]{18}$/.test(number) ? identify(number) : undefined;
  if (kind !== undefined) {
    keepIdNumber(draft, number, kind);
    return true;
  }
  const phones = splitPhones(piece);
  if (phones.length > 0 && phones.every((phone) => checkPhone(phone) !== 'unknown')) {
    draft.phones = [...(draft.phones ?? []), ...phones];
    return true;
  }
  return false;
}

function readPhone(draft: Draft, piece: string): boolean {
  const written = afterLabel(piece, labels.phone);
  if (written === undefined) {
    return false;
  }
  draft.phones = [...(draft.phones ?? []), ...splitPhones(written)];
  return true;
}

function readRepresentative(draft: Draft, piece: string): boolean {
  const written = afterLabel(piece, labels.representative);
  if (written === undefined) {
    return false;
  }
  const match = /^(.+?)\s*(?:\((?:职务:?)?(.+)\)|\s(?:职务:?)?(\S+))?$/.exec(written);
  const name = cleanName(match?.[1] ?? '');
  const position = match?.[2] ?? match?.[3];
  if (name !== '') {
    draft.representativeName = name;
  }
  if (position !== undefined) {
    draft.representativePosition = position;
  }
  return true;
}

function readEmail(draft: Draft, piece: string): boolean {
  const written =
    afterLabel(piece, labels.email) ?? (/^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(piece) ? piece : undefined);
  if (written === undefined) {
    return false;
  }
  draft.email = written;
  return true;
}

function readOccupation(draft: Draft, piece: string): boolean {
  const written = afterLabel(piece, labels.occupation);
  if (written === undefined) {
    return false;
  }
  draft.occupation = fullWidthBrackets(written);
  return true;
}

function readAddress(draft: Draft, piece: string): boolean {
  const written = afterLabel(piece, labels.address);
  if (written === undefined) {
    return false;
  }
  draft.address ??= fullWidthBrackets(written);
  return true;
}

function readUnlabelledAddress(draft: Draft, piece: string): boolean {
  if (draft.address !== undefined || !/[省区盟市旗县].*[号室村组查区街路镇乡木社楼]/.test(piece)) {
    return false;
  }
  draft.address = fullWidthBrackets(piece);
  return true;
}

function readSex(draft: Draft, piece: string): boolean {
  const written = labels.sex.exec(piece)?.[1];
  if (written !== undefined && draft.representativeName === undefined) {
    draft.sex = written === '男' ? 'male' : 'female';
  }
  return written !== undefined || labels.age.test(piece);
}

function readEthnicGroup(draft: Draft, piece: string): boolean {
  const match = labels.ethnicGroup.exec(piece);
  const written = match?.[1] ?? match?.[2];
  if (written !== undefined && draft.representativeName === undefined) {
    draft.ethnicGroup = written;
  }
  return written !== undefined;
}

function readBirthDate(draft: Draft, piece: string): boolean {
  const birthDate = parseLocalDate(labels.birth.exec(piece)?.[1] ?? '');
  if (birthDate !== undefined && draft.representativeName === undefined) {
    draft.birthDate = birthDate;
  }
  return birthDate !== undefined;
}

/** A piece without a form of its own continues an address, names a position, or is a short word about the person's work. */
function readRest(draft: Draft, piece: string, last: Reader | undefined): void {
  if (last === readAddress || last === readUnlabelledAddress) {
    draft.address = `${draft.address ?? ''}，${fullWidthBrackets(piece)}`;
  } else if (draft.representativeName !== undefined) {
    draft.representativePosition ??= piece.replace(labels.position, '').trim();
  } else if (piece.length <= 20) {
    draft.occupation ??= fullWidthBrackets(piece);
  }
}

/** What follows from the rest: the kind from the name and code, sex and birth date from the ID number. */
function complete(draft: Draft): PartyLine {
  if (draft.name === undefined) {
    return draft;
  }
  const result: Draft = { ...draft, kind: guessPartyKind(draft.name, draft.idNumber) };
  const check = draft.idNumber === undefined ? undefined : checkResidentId(draft.idNumber);
  if (result.kind === 'naturalPerson' && check?.kind === 'valid') {
    result.sex ??= check.sex;
    result.birthDate ??= check.birthDate;
  }
  return result;
}
