import { z } from 'zod';
import { localDateSchema } from '../domain/local-date.ts';
import { agentAuthoritySchema, idKindSchema, partyRoleSchema, sexSchema } from '../domain/party.ts';
import { lineSchema, listSchema, nameSchema, orByHand } from './facts.ts';

/** The facts about parties that documents state: 民事诉讼法 第124条, 民诉解释 第52条、第59条. */

const phonesSchema = orByHand(z.array(lineSchema).min(1));

const personFields = {
  name: nameSchema,
  sex: orByHand(sexSchema),
  /** With its last character: 蒙古族. null only with papers of another nationality. */
  ethnicity: orByHand(lineSchema).nullable(),
  /** Only with papers of another nationality: 俄罗斯. */
  nationality: lineSchema.nullable().default(null),
  birthOn: orByHand(localDateSchema),
  idKind: idKindSchema.exclude(['creditCode']),
  idNumber: orByHand(lineSchema),
  address: orByHand(lineSchema),
};

/** 民事诉讼法 第61条: who may act for a party, and by what he shows it. */
export const agentFactsSchema = z.discriminatedUnion('identity', [
  z.object({
    identity: z.enum(['lawyer', 'legalWorker', 'recommended']),
    name: nameSchema,
    /** The law firm, the legal service or the body that recommends. */
    employer: orByHand(lineSchema),
    authority: agentAuthoritySchema,
  }),
  z.object({
    identity: z.literal('closeRelative'),
    name: nameSchema,
    /** What he is to the party: 丈夫. */
    relation: orByHand(lineSchema),
    authority: agentAuthoritySchema,
  }),
  z.object({ identity: z.literal('staff'), name: nameSchema, authority: agentAuthoritySchema }),
]);
export type AgentFacts = z.infer<typeof agentFactsSchema>;

/** A 法定代理人: 民法典 第20条至第23条, 民事诉讼法 第60条. */
export const guardianFactsSchema = z.object({
  name: nameSchema,
  /** What he is to the party: 母亲. */
  relation: orByHand(lineSchema),
  idKind: idKindSchema.exclude(['creditCode']),
  idNumber: orByHand(lineSchema),
  /** null: as the party's. */
  address: orByHand(lineSchema).nullable(),
  phones: phonesSchema,
});
export type GuardianFacts = z.infer<typeof guardianFactsSchema>;

const partyFields = { role: partyRoleSchema, phones: phonesSchema, agents: listSchema(agentFactsSchema) };

export const partyFactsSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('naturalPerson'),
    ...personFields,
    ...partyFields,
    guardians: listSchema(guardianFactsSchema),
  }),
  z.object({
    kind: z.enum(['legalPerson', 'otherOrganisation', 'villageCommittee']),
    name: nameSchema,
    address: orByHand(lineSchema),
    /** The credit code; null where the body has none, never for a legal person. */
    idNumber: orByHand(lineSchema).nullable(),
    representativeName: orByHand(nameSchema),
    representativePosition: orByHand(lineSchema),
    ...partyFields,
  }),
  z.object({
    kind: z.literal('soleTrader'),
    /** The trade name; without one the operator is the party, as a natural person. 民诉解释 第59条 */
    name: nameSchema,
    address: orByHand(lineSchema),
    /** The credit code. */
    idNumber: orByHand(lineSchema),
    representativeName: nameSchema,
    sex: orByHand(sexSchema),
    ethnicity: orByHand(lineSchema),
    birthOn: orByHand(localDateSchema),
    representativeIdNumber: orByHand(lineSchema),
    ...partyFields,
  }),
]);
export type PartyFacts = z.infer<typeof partyFactsSchema>;
export type NaturalPersonFacts = Extract<PartyFacts, { kind: 'naturalPerson' }>;

/** Papers that say nothing of an ethnic group. */
export const foreignIdKinds: ReadonlySet<string | null | undefined> = new Set([
  'passport',
  'hongKongMacaoPermit',
  'taiwanPermit',
  'hkMoTwResidence',
  'foreignPermanentResidence',
]);
