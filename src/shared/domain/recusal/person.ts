import { partyRoleLabels } from '../glossary.ts';
import { normaliseIdNumber } from '../identity.ts';
import { foldForSearch } from '../names.ts';
import { normalisePhone } from '../phone.ts';
import type { CheckedAgent, CheckedMediator, CheckedParty } from './finding.ts';

/** Somebody in a form that compares at once: a roster has hundreds of lines. */
export type Folded = {
  readonly name: string;
  readonly idNumber: string;
  readonly phones: readonly string[];
};

type Named = {
  readonly name: string;
  readonly idNumber: string | null;
  readonly phones?: readonly string[];
};

export type Person = Folded & {
  /** Such as 申请人甲小明 or 申请人甲小明的代理人乙律师. */
  readonly called: string;
};

export function calledParty(party: CheckedParty): string {
  return `${partyRoleLabels[party.role]}${party.name}`;
}

export function calledAgent(party: CheckedParty, agent: CheckedAgent): string {
  return `${calledParty(party)}的${agent.kind === 'guardian' ? '法定代理人' : '代理人'}${agent.name}`;
}

/** Everybody in a case who is a human being, as far as the register names them. */
export function peopleOf(party: CheckedParty): Person[] {
  const { name, idNumber, phones, representativeName, representativeIdNumber } = party;
  const itself =
    party.kind === 'naturalPerson'
      ? { called: calledParty(party), ...folded({ name, idNumber, phones }) }
      : {
          called:
            representativeName === null
              ? calledParty(party)
              : `${calledParty(party)}的负责人${representativeName}`,
          ...folded({ name: representativeName ?? '', idNumber: representativeIdNumber, phones }),
        };
  return [itself, ...party.agents.map((agent) => agentOf(party, agent))];
}

export function agentOf(party: CheckedParty, agent: CheckedAgent): Person {
  const phones = agent.phone === null ? [] : [agent.phone];
  return { called: calledAgent(party, agent), ...folded({ ...agent, phones }) };
}

/** A name for comparing: spaces and dots inside it tell nobody apart. */
export function foldPersonName(name: string): string {
  return foldForSearch(name).replace(/[ \u00B7]/g, '');
}

/** A number of 15 figures and the one of 18 that replaced it are the same person's. GB 11643-1999 */
function isSameNumber(one: string, other: string): boolean {
  const short = (number: string) =>
    /^\d{17}[\dX]$/.test(number) ? `${number.slice(0, 6)}${number.slice(8, 17)}` : number;
  return one === other || (one.length !== other.length && short(one) === short(other));
}

export function folded({ name, idNumber, phones }: Named): Folded {
  return {
    name: foldPersonName(name),
    idNumber: normaliseIdNumber(idNumber ?? ''),
    // Masked numbers and fragments are nobody's.
    phones: (phones ?? []).map(normalisePhone).filter((phone) => /^[\d-]{7,}$/.test(phone)),
  };
}

export function foldedMediator({ name, residentId, phones }: CheckedMediator): Folded {
  return folded({ name, idNumber: residentId, phones });
}

/** Whether two people may be one: undefined where their numbers say that they are not. */
export function meeting(one: Folded, other: Folded): 'number' | 'name' | undefined {
  if (one.idNumber !== '' && other.idNumber !== '') {
    return isSameNumber(one.idNumber, other.idNumber) ? 'number' : undefined;
  }
  return one.name !== '' && one.name === other.name ? 'name' : undefined;
}
