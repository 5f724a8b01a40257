import type { PartyFacts } from '#shared/contract/parties.ts';
import { checkResidentId } from '#shared/domain/identity.ts';
import { unseenMarksIn } from '#shared/domain/names.ts';
import { type PartyLine, parsePartyLine } from '#shared/domain/party-line.ts';
import { idKindOf, type PartyDraft, partyDraftOf, withGuessedKind } from './party-draft.ts';

/** Labels of the fields that something filled in, to be said to the person. */
type Filling = {
  readonly party: PartyDraft;
  readonly filled: readonly string[];
  /** What nobody sees in the line; undefined where there is nothing of the kind. */
  readonly unseen: string | undefined;
};

/** Splits a line such as 张三，男，汉族，1985年3月7日出生，住…，公民身份号码…，电话…; undefined where it holds only a name. */
export function fillFromLine(party: PartyDraft, line: string): Filling | undefined {
  if (!/[，,；;\t\n]/.test(line)) {
    return undefined;
  }
  const read = parsePartyLine(line);
  const filled = filledBy(read);
  if (read.name === undefined || filled.length < 2) {
    return undefined;
  }
  const next: PartyDraft = {
    ...party,
    role: read.role ?? party.role,
    kind: read.kind ?? party.kind,
    name: read.name,
    sex: read.sex ?? party.sex,
    ethnicity: read.ethnicGroup ?? party.ethnicity,
    birth: read.birthDate ?? party.birth,
    idKind: read.idKind ?? party.idKind,
    idNumber: read.idNumber ?? party.idNumber,
    address: read.address ?? party.address,
    phones: read.phones === undefined ? party.phones : read.phones.join('、'),
    occupation: read.occupation ?? party.occupation,
    email: read.email ?? party.email,
    representativeName: read.representativeName ?? party.representativeName,
    representativePosition: read.representativePosition ?? party.representativePosition,
  };
  return { party: next, filled, unseen: unseenMarksIn(line) };
}

const lineLabels = {
  role: '诉讼地位',
  name: '姓名（名称）',
  sex: '性别',
  ethnicGroup: '民族',
  birthDate: '出生日期',
  idNumber: '证件号码',
  address: '地址',
  phones: '电话',
  occupation: '职业',
  email: '电子邮箱',
  representativeName: '代表人',
  representativePosition: '职务',
} as const satisfies Partial<Record<keyof PartyLine, string>>;

function filledBy(line: PartyLine): string[] {
  return (Object.keys(lineLabels) as (keyof typeof lineLabels)[])
    .filter((key) => line[key] !== undefined)
    .map((key) => lineLabels[key]);
}

/** A party of an earlier case takes its place in the card; role, key and identity stay those of the card. */
export function fillFromKnown(party: PartyDraft, known: PartyFacts): PartyDraft {
  const draft = partyDraftOf({ ...known, agents: [] });
  return { ...draft, key: party.key, id: party.id, role: party.role, agents: party.agents };
}

/** Sex and birth date stand in a valid ID number: they are read from it where nothing was typed. */
export function fillFromIdNumber(party: PartyDraft): PartyDraft {
  if (party.kind !== 'naturalPerson' || idKindOf(party) === 'creditCode') {
    return withGuessedKind(party);
  }
  const check = checkResidentId(party.idNumber);
  if (check.kind !== 'valid' || (idKindOf(party) !== 'residentId' && idKindOf(party) !== 'hkMoTwResidence')) {
    return withGuessedKind(party);
  }
  return {
    ...withGuessedKind(party),
    sex: party.sex ?? check.sex,
    birth: party.birth === '' ? check.birthDate : party.birth,
  };
}
