import { paragraphsOf, sentence } from '../facts.ts';
import { block, emphasis, type TextBlock, type TextRun } from '../model.ts';
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
  return [...prose('纠纷主要事实：', mainFacts), ...prose('争议事项：', disputedMatters)];
}

/** What the mediator is called: 特邀调解员 where the court sent the case (法释〔2016〕14号 第1条). */
export function titleOf(
  mediator: MediationAgreementFacts['mediators'][number],
  channel: MediationAgreementFacts['channel'],
): string {
  return mediator.title ?? (channel === 'C' ? '调解员' : '特邀调解员');
}

function origin({
  origin: how,
  channel,
  parties,
  mediationOrganisation,
}: Narrated): readonly (string | TextRun)[] {
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
    return `于${dayParts(session.heldOn).join('')}${place}以${formWords[session.form]}方式`;
  });
  return [
    `${mediationOrganisation.name}由${named('principal')}主持`,
    assisting === '' ? '' : `、${assisting}协助`,
    `，${held.join('，')}进行了调解。`,
  ];
}

function prose(label: string, words: string): readonly TextBlock[] {
  return paragraphsOf(words).map((paragraph, index) =>
    index === 0
      ? block('paragraph', emphasis(label), sentence(paragraph))
      : block('paragraph', sentence(paragraph)),
  );
}
