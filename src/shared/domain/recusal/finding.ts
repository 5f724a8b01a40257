import type { AgentKind, PartyKind, PartyRole } from '../party.ts';

export const recusalSource = '法释〔2016〕14号 第15条';
export const laterRoleSource = '法释〔2016〕14号 第16条';

/** What stands on record of a mediator and could meet with what stands on record of the parties. */
export type CheckedMediator = {
  readonly name: string;
  readonly residentId: string | null;
  /** 单位职务, as the roster keeps it: one text, with the post. */
  readonly employer: string | null;
  readonly phones: readonly string[];
};

export type CheckedAgent = {
  readonly kind: AgentKind | null;
  readonly name: string;
  readonly employer: string | null;
  readonly idNumber: string | null;
  readonly phone: string | null;
};

export type CheckedParty = {
  readonly role: PartyRole;
  readonly kind: PartyKind;
  readonly name: string;
  readonly idNumber: string | null;
  readonly phones: readonly string[];
  readonly employer: string | null;
  readonly representativeName: string | null;
  readonly representativeIdNumber: string | null;
  readonly agents: readonly CheckedAgent[];
};

export const recusalKinds = {
  sameIdNumber: { label: '身份证号相同' },
  sameName: { label: '姓名相同' },
  samePhone: { label: '电话相同' },
  employedByParty: { label: '所在单位是当事人' },
  sameEmployer: { label: '同一单位' },
  formerAgent: { label: '曾任当事人的代理人' },
  laterRole: { label: '调解员后任代理人' },
} as const;
export type RecusalKind = keyof typeof recusalKinds;
export const recusalKindCodes = Object.keys(recusalKinds) as [RecusalKind, ...RecusalKind[]];

/** How far a finding goes: what the register itself says, or what only the mediator can say. */
export const recusalSeverities = {
  recuse: { label: '应当回避', advice: '除非双方当事人书面同意由其调解' },
  clarify: { label: '须核实', advice: '请向调解员核实；属实的应当披露，双方书面同意方可继续' },
} as const;
export type RecusalSeverity = keyof typeof recusalSeverities;

/** One reason to look twice at a mediator in a case; a warning with its article, never a refusal. */
export type RecusalFinding = {
  readonly kind: RecusalKind;
  readonly severity: RecusalSeverity;
  readonly sentence: string;
  readonly source: string;
};
