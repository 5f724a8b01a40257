import { z } from 'zod';
import { localDateSchema } from '../domain/local-date.ts';
import {
  agentAuthoritySchema,
  agentKindSchema,
  idKindSchema,
  partyKindSchema,
  partyRoleSchema,
  sexSchema,
} from '../domain/party.ts';
import { partyIdSchema } from './ids.ts';
import { text } from './procedure.ts';

/** 委托代理人 (at most two of them, 民事诉讼法 第61条) or 法定代理人 of one party. */
export const agentFactsSchema = z.object({
  /** null: not stated. */
  kind: agentKindSchema.nullable(),
  name: text(50),
  relation: text(50).nullable(),
  employer: text(100).nullable(),
  licenceNumber: text(50).nullable(),
  idNumber: text(50).nullable(),
  authority: agentAuthoritySchema.nullable(),
  phone: text(50).nullable(),
});
export type AgentFacts = z.infer<typeof agentFactsSchema>;

/** A party as the register keeps it (domain.md §7.3). Only role, kind and name are needed to register a case. */
export const partyFactsSchema = z.object({
  role: partyRoleSchema,
  kind: partyKindSchema,
  name: text(100),
  sex: sexSchema.nullable(),
  ethnicity: text(20).nullable(),
  birthOn: localDateSchema.nullable(),
  idKind: idKindSchema.nullable(),
  idNumber: text(50).nullable(),
  address: text(200).nullable(),
  phones: z.array(text(50)).max(10),
  occupation: text(50).nullable(),
  employer: text(100).nullable(),
  email: text(100).nullable(),
  representativeName: text(50).nullable(),
  representativePosition: text(50).nullable(),
  representativeIdNumber: text(50).nullable(),
  serviceAddress: text(200).nullable(),
  electronicService: z.enum(['agreed', 'declined']).nullable(),
  electronicServiceTo: text(100).nullable(),
  remarks: text(500).nullable(),
  agents: z.array(agentFactsSchema).max(10),
});
export type PartyFacts = z.infer<typeof partyFactsSchema>;

export const partySchema = partyFactsSchema.extend({ id: partyIdSchema });
export type Party = z.infer<typeof partySchema>;

/** A party as it is sent back: with its id where it is already registered, so that agreement terms keep pointing at it. */
export const partyInputSchema = partyFactsSchema.extend({ id: partyIdSchema.nullable() });
export type PartyInput = z.infer<typeof partyInputSchema>;
