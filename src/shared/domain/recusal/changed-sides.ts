import {
  type CheckedAgent,
  type CheckedMediator,
  type CheckedParty,
  laterRoleSource,
  type RecusalFinding,
  recusalSource,
} from './finding.ts';
import { agentOf, folded, foldedMediator, meeting } from './person.ts';

/** An earlier case that shares a party with this one. */
export type EarlierCase = {
  readonly number: string;
  readonly sharedParty: string;
  /** Who led and who assisted. */
  readonly mediators: readonly CheckedMediator[];
  readonly agents: readonly CheckedAgent[];
};

/**
 * Prepares the search for those who changed sides between two cases of the same parties: an agent who mediated before,
 * whoever mediates now (法释〔2016〕14号 第16条), and a mediator who was an agent before (第15条第3项).
 */
export function changedSidesChecker(
  parties: readonly CheckedParty[],
  earlier: readonly EarlierCase[],
): (mediator: CheckedMediator) => readonly RecusalFinding[] {
  const later = laterRoles(parties, earlier);
  const formerAgents = earlier.flatMap((before) =>
    before.agents.map((agent) => ({ before, name: agent.name, agent: folded(agent) })),
  );
  return (mediator) => {
    const self = foldedMediator(mediator);
    const formerly = formerAgents.find(({ agent }) => meeting(self, agent) !== undefined);
    if (formerly === undefined) return later;
    const { before, name } = formerly;
    return [
      ...later,
      {
        kind: 'formerAgent',
        severity: 'clarify',
        sentence: `${mediator.name}与${before.number}（当事人有${before.sharedParty}）的代理人${name}同名，请核实是否任过代理人。`,
        source: recusalSource,
      },
    ];
  };
}

/** Agents of this case who mediated an earlier one of its parties, each once. */
function laterRoles(
  parties: readonly CheckedParty[],
  earlier: readonly EarlierCase[],
): readonly RecusalFinding[] {
  const mediators = earlier.flatMap((before) =>
    before.mediators.map((mediator) => ({ before, name: mediator.name, former: foldedMediator(mediator) })),
  );
  return parties
    .flatMap((party) => party.agents.map((agent) => agentOf(party, agent)))
    .flatMap((agent): readonly RecusalFinding[] => {
      const met = mediators.find(({ former }) => meeting(former, agent) !== undefined);
      if (met === undefined) return [];
      const { before, name } = met;
      return [
        {
          kind: 'laterRole',
          severity: 'clarify',
          sentence: `${agent.called}与调解员${name}同名，${name}调解过${before.sharedParty}的${before.number}；调解员不得在该案后续诉讼中任代理人，请核实。`,
          source: laterRoleSource,
        },
      ];
    });
}
