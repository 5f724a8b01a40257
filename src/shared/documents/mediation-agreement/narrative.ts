import { formatLocalDate } from '../../domain/local-date.ts';
import { mediatorTitle } from '../case-head.ts';
import { block, type Parts, type TextBlock } from '../model.ts';
import { labelledProse } from '../paragraphs.ts';
import { dayParts, namesInClause } from '../party-words.ts';
import type { MediationAgreementFacts, SessionForm } from './facts.ts';

export const formWords: Readonly<Record<SessionForm, string>> = {
  onSite: '现场',
  telephone: '电话',
  video: '视频',
  message: '线上文字',
  visit: '上门',
};

export type Narrated = Pick<
  MediationAgreementFacts,
  | 'origin'
  | 'channel'
  | 'parties'
  | 'mediationOrganisation'
  | 'mediators'
  | 'sessions'
  | 'mainFacts'
  | 'disputedMatters'
>;

/** How the dispute came here and was mediated, what happened, and what is in dispute. 法释〔2016〕14号 第24条 */
export function narrativeBlocks(facts: Narrated): readonly TextBlock[] {
  return [block('paragraph', ...origin(facts), ...mediation(facts)), ...disputeBlocks(facts)];
}

/** What happened, and what is in dispute. */
export function disputeBlocks({
  mainFacts,
  disputedMatters,
}: Pick<Narrated, 'mainFacts' | 'disputedMatters'>): readonly TextBlock[] {
  return [...labelledProse('纠纷主要事实：', mainFacts), ...labelledProse('争议事项：', disputedMatters)];
}

/** What the mediator is called; the channel says it where no title is chosen for him. */
export function titleOf(
  mediator: MediationAgreementFacts['mediators'][number],
  channel: MediationAgreementFacts['channel'],
): string {
  return mediator.title ?? mediatorTitle(channel);
}

function origin({ origin: how, channel, parties, mediationOrganisation }: Narrated): Parts {
  const organisation = mediationOrganisation.name;
  switch (how.kind) {
    case 'courtReferral': {
      const verb = channel === 'B' ? '委托' : '委派';
      return [
        `${how.court}于`,
        ...dayParts(how.referredOn),
        how.consented ? '，经当事人同意，' : '',
        how.letterNumber === null ? '' : `以${letter(how.letterNumber, `${verb}调解函`)}`,
        `将本纠纷${verb}${organisation}调解。`,
      ];
    }
    case 'transfer':
      return [
        `${how.transferredBy}于`,
        ...dayParts(how.transferredOn),
        how.letterNumber === null ? '' : `以${letter(how.letterNumber, '函')}`,
        `将本纠纷移送${organisation}调解。`,
      ];
    case 'application':
      return [
        `${namesInClause(parties, how.applicants)}于`,
        ...dayParts(how.appliedOn),
        `向${organisation}申请调解本纠纷。`,
      ];
  }
}

/** A letter is called by its number and its kind, unless the number was entered with its kind. */
function letter(number: string, kind: string): string {
  return /[函书]/u.test(number) ? number : `${number}${kind}`;
}

function mediation({ mediators, channel, sessions, mediationOrganisation }: Narrated): readonly string[] {
  const named = (part: 'principal' | 'assisting') =>
    mediators
      .filter((mediator) => mediator.part === part)
      .map((mediator) => `${titleOf(mediator, channel)}${mediator.name}`)
      .join('、');
  const assisting = named('assisting');
  const held = sessions.map((session) => {
    const place = session.place === null ? '' : `在${session.place}`;
    return `于${formatLocalDate(session.heldOn)}${place}以${formWords[session.form]}方式`;
  });
  return [
    `${mediationOrganisation.name}由${named('principal')}主持`,
    assisting === '' ? '' : `、${assisting}协助`,
    `，${held.join('，')}进行了调解。`,
  ];
}
