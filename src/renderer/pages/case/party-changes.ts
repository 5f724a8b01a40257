import { z } from 'zod';
import { partyFactsSchema } from '#shared/contract/parties.ts';
import { idKindLabels, partyKindLabels, partyRoleLabels, sexLabels } from '#shared/domain/glossary.ts';
import type { ChangeInWords } from './change-in-words.ts';
import { inFull, maskedIfPhone, type PersonalNumbers } from './personal-numbers.tsx';

const keptPartySchema = partyFactsSchema.extend({ id: z.int().nullish() });
type KeptParty = z.infer<typeof keptPartySchema>;

const labels = {
  role: '地位',
  kind: '类型',
  name: '姓名（名称）',
  sex: '性别',
  ethnicity: '民族',
  birthOn: '出生日期',
  idKind: '证件种类',
  idNumber: '证件号码',
  address: '地址',
  phones: '电话',
  occupation: '职业',
  employer: '单位',
  email: '邮箱',
  representativeName: '代表人',
  representativePosition: '职务',
  representativeIdNumber: '代表人证件',
  serviceAddress: '送达地址',
  electronicService: '电子送达',
  electronicServiceTo: '电子送达到',
  remarks: '备注',
  agents: '代理人',
} as const;
type PartyField = keyof typeof labels;

function partiesIn(value: unknown): readonly KeptParty[] {
  return Array.isArray(value) ? value.flatMap((party) => keptPartySchema.safeParse(party).data ?? []) : [];
}

/** What changed in the parties: who came, who went, and field by field what is different of those who stayed. */
export function partyChanges(
  before: unknown,
  after: unknown,
  numbers: PersonalNumbers,
): readonly ChangeInWords[] {
  const old = partiesIn(before);
  const now = partiesIn(after);
  const same = (one: KeptParty, other: KeptParty) =>
    one.id != null && other.id != null
      ? one.id === other.id
      : one.name === other.name && one.role === other.role;
  const gone = old.filter((party) => !now.some((other) => same(party, other)));
  const come = now.filter((party) => !old.some((other) => same(party, other)));
  const changed = now.flatMap((party) => {
    const was = old.find((other) => same(party, other));
    return was === undefined ? [] : fieldChanges(was, party, numbers);
  });
  return [
    ...gone.map((party) => ({
      label: partyRoleLabels[party.role],
      before: summary(party, numbers),
      after: null,
    })),
    ...come.map((party) => ({
      label: partyRoleLabels[party.role],
      before: null,
      after: summary(party, numbers),
    })),
    ...changed,
  ];
}

function fieldChanges(was: KeptParty, party: KeptParty, numbers: PersonalNumbers): readonly ChangeInWords[] {
  return (Object.keys(labels) as PartyField[])
    .filter((field) => words(was, field, inFull) !== words(party, field, inFull))
    .map((field) => ({
      label: `${party.name}的${labels[field]}`,
      before: words(was, field, numbers),
      after: words(party, field, numbers),
    }));
}

function summary(party: KeptParty, numbers: PersonalNumbers): string {
  return [party.name, words(party, 'idNumber', numbers), words(party, 'phones', numbers)]
    .filter((word) => word !== null)
    .join('，');
}

function words(party: KeptParty, field: PartyField, numbers: PersonalNumbers): string | null {
  switch (field) {
    case 'role':
      return partyRoleLabels[party.role];
    case 'kind':
      return partyKindLabels[party.kind];
    case 'sex':
      return party.sex === null ? null : sexLabels[party.sex];
    case 'idKind':
      return party.idKind === null ? null : idKindLabels[party.idKind];
    case 'electronicService':
      return party.electronicService === null
        ? null
        : party.electronicService === 'agreed'
          ? '同意'
          : '不同意';
    case 'phones':
      return party.phones.map(numbers.phone).join('、') || null;
    case 'idNumber':
      return party.idNumber === null || party.idKind === 'creditCode'
        ? party.idNumber
        : numbers.idNumber(party.idNumber);
    case 'representativeIdNumber':
      return party.representativeIdNumber === null ? null : numbers.idNumber(party.representativeIdNumber);
    case 'electronicServiceTo':
      return party.electronicServiceTo === null ? null : maskedIfPhone(party.electronicServiceTo, numbers);
    case 'agents':
      return (
        party.agents
          .map(({ name, phone }) => (phone === null ? name : `${name} ${numbers.phone(phone)}`))
          .join('、') || null
      );
    default:
      return party[field];
  }
}
