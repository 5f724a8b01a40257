import { z } from 'zod';
import { partyIdSchema } from '#shared/contract/ids.ts';
import type { AgentFacts, PartyFacts, PartyInput } from '#shared/contract/parties.ts';
import { normaliseIdNumber } from '#shared/domain/identity.ts';
import { parseLocalDate } from '#shared/domain/local-date.ts';
import { cleanName } from '#shared/domain/names.ts';
import {
  agentAuthoritySchema,
  agentKindSchema,
  guessPartyKind,
  idKindSchema,
  type PartyRole,
  partyKindSchema,
  partyRoleSchema,
  sexSchema,
} from '#shared/domain/party.ts';
import { splitPhones } from '#shared/domain/phone.ts';

/** An agent as it stands in the form: what was typed, readable or not. */
const agentDraftSchema = z.object({
  key: z.string(),
  kind: agentKindSchema.nullable(),
  name: z.string(),
  relation: z.string(),
  employer: z.string(),
  licenceNumber: z.string(),
  idNumber: z.string(),
  authority: agentAuthoritySchema.nullable(),
  phone: z.string(),
});
export type AgentDraft = z.infer<typeof agentDraftSchema>;

/** A party as it stands in the form: what was typed, readable or not, so that a half-typed day survives a crash too. */
export const partyDraftSchema = z.object({
  key: z.string(),
  id: partyIdSchema.nullable(),
  role: partyRoleSchema,
  kind: partyKindSchema,
  /** Somebody chose the kind: the name no longer decides it. */
  kindChosen: z.boolean(),
  name: z.string(),
  sex: sexSchema.nullable(),
  ethnicity: z.string(),
  birth: z.string(),
  idKind: idKindSchema.nullable(),
  idNumber: z.string(),
  address: z.string(),
  phones: z.string(),
  occupation: z.string(),
  employer: z.string(),
  email: z.string(),
  representativeName: z.string(),
  representativePosition: z.string(),
  representativeIdNumber: z.string(),
  serviceAddress: z.string(),
  electronicService: z.enum(['agreed', 'declined']).nullable(),
  electronicServiceTo: z.string(),
  remarks: z.string(),
  agents: z.array(agentDraftSchema),
});
export type PartyDraft = z.infer<typeof partyDraftSchema>;

let lastKey = 0;

/** A key for a card of the form; it means nothing outside it. */
export function newKey(): string {
  lastKey += 1;
  return `${Date.now().toString(36)}-${lastKey}`;
}

/** An empty card. A person is the likeliest party; the name decides as soon as there is one. */
export function emptyParty(role: PartyRole): PartyDraft {
  return {
    key: newKey(),
    id: null,
    role,
    kind: 'naturalPerson',
    kindChosen: false,
    name: '',
    sex: null,
    ethnicity: '',
    birth: '',
    idKind: null,
    idNumber: '',
    address: '',
    phones: '',
    occupation: '',
    employer: '',
    email: '',
    representativeName: '',
    representativePosition: '',
    representativeIdNumber: '',
    serviceAddress: '',
    electronicService: null,
    electronicServiceTo: '',
    remarks: '',
    agents: [],
  };
}

export function emptyAgent(): AgentDraft {
  return {
    key: newKey(),
    kind: null,
    name: '',
    relation: '',
    employer: '',
    licenceNumber: '',
    idNumber: '',
    authority: null,
    phone: '',
  };
}

/** A registered party as a card of the form. */
export function partyDraftOf(party: PartyFacts & { readonly id?: PartyDraft['id'] }): PartyDraft {
  return {
    key: newKey(),
    id: party.id ?? null,
    role: party.role,
    kind: party.kind,
    kindChosen: true,
    name: party.name,
    sex: party.sex,
    ethnicity: party.ethnicity ?? '',
    birth: party.birthOn ?? '',
    idKind: party.idKind,
    idNumber: party.idNumber ?? '',
    address: party.address ?? '',
    phones: party.phones.join('、'),
    occupation: party.occupation ?? '',
    employer: party.employer ?? '',
    email: party.email ?? '',
    representativeName: party.representativeName ?? '',
    representativePosition: party.representativePosition ?? '',
    representativeIdNumber: party.representativeIdNumber ?? '',
    serviceAddress: party.serviceAddress ?? '',
    electronicService: party.electronicService,
    electronicServiceTo: party.electronicServiceTo ?? '',
    remarks: party.remarks ?? '',
    agents: party.agents.map(agentDraftOf),
  };
}

function agentDraftOf(agent: AgentFacts): AgentDraft {
  return {
    key: newKey(),
    kind: agent.kind,
    name: agent.name,
    relation: agent.relation ?? '',
    employer: agent.employer ?? '',
    licenceNumber: agent.licenceNumber ?? '',
    idNumber: agent.idNumber ?? '',
    authority: agent.authority,
    phone: agent.phone ?? '',
  };
}

/** Whether anything at all was put into the card. */
export function isBlankParty(party: PartyDraft): boolean {
  const { key: _key, role: _role, ...typed } = party;
  const { key: _emptyKey, role: _emptyRole, ...empty } = emptyParty(party.role);
  return JSON.stringify(typed) === JSON.stringify(empty);
}

const orNull = (typed: string) => {
  const trimmed = typed.trim();
  return trimmed === '' ? null : trimmed;
};

/** The card as facts of a party; null while it has no name or a birth date that is no day. */
export function readParty(party: PartyDraft): PartyInput | null {
  const name = cleanName(party.name);
  const birthOn = party.birth.trim() === '' ? null : (parseLocalDate(party.birth) ?? undefined);
  if (name === '' || birthOn === undefined) {
    return null;
  }
  const person = party.kind === 'naturalPerson';
  // Of a sole trader the operator's sex, people and birth date are stated (民诉解释 第59条).
  const human = person || party.kind === 'soleTrader';
  const idNumber = orNull(normaliseIdNumber(party.idNumber));
  return {
    id: party.id,
    role: party.role,
    kind: party.kind,
    name,
    sex: human ? party.sex : null,
    ethnicity: human ? orNull(party.ethnicity) : null,
    birthOn: human ? birthOn : null,
    idKind: idNumber === null ? null : idKindOf(party),
    idNumber,
    address: orNull(party.address),
    phones: splitPhones(party.phones),
    occupation: person ? orNull(party.occupation) : null,
    employer: person ? orNull(party.employer) : null,
    email: orNull(party.email),
    representativeName: person ? null : orNull(cleanName(party.representativeName)),
    representativePosition: person ? null : orNull(party.representativePosition),
    representativeIdNumber: person ? null : orNull(normaliseIdNumber(party.representativeIdNumber)),
    serviceAddress: orNull(party.serviceAddress),
    electronicService: party.electronicService,
    electronicServiceTo: orNull(party.electronicServiceTo),
    remarks: orNull(party.remarks),
    agents: party.agents.flatMap((agent) => readAgent(agent) ?? []),
  };
}

function readAgent(agent: AgentDraft): AgentFacts | null {
  const name = cleanName(agent.name);
  return name === ''
    ? null
    : {
        kind: agent.kind,
        name,
        relation: orNull(agent.relation),
        employer: orNull(agent.employer),
        licenceNumber: orNull(agent.licenceNumber),
        idNumber: orNull(normaliseIdNumber(agent.idNumber)),
        authority: agent.kind === 'guardian' ? null : agent.authority,
        phone: orNull(agent.phone),
      };
}

/** The kind of document that a number is taken for until somebody says otherwise. */
export function idKindOf(party: PartyDraft): NonNullable<PartyFacts['idKind']> {
  return party.idKind ?? (party.kind === 'naturalPerson' ? 'residentId' : 'creditCode');
}

/** The kind that follows from name and code, unless somebody chose one. */
export function withGuessedKind(party: PartyDraft): PartyDraft {
  return party.kindChosen || party.name.trim() === ''
    ? party
    : { ...party, kind: guessPartyKind(party.name, party.idNumber) };
}
