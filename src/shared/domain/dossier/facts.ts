import type { Channel } from '../channel.ts';

/** As much of a case as decides what its dossier needs. */
export type DossierFacts = {
  readonly channel: Channel;
  readonly organisationKind: 'invitedMediation' | 'peoplesMediation' | 'industryMediation' | null;
  /** 委托代理人, without legal representatives of minors. */
  readonly agents: number;
  readonly organisations: number;
  readonly disclosures: number;
  readonly sessions: number;
  readonly extensions: number;
  readonly undisputed: boolean;
  readonly closed: boolean;
  /** Whether it was mediated at all (C21 and C23 were not). */
  readonly mediated: boolean;
  readonly agreed: boolean;
  /** 司法确认, 民事调解书, 撤诉: labels of those of which a step was taken. */
  readonly courtMatters: readonly string[];
  readonly payments: number;
  readonly visits: number;
};
