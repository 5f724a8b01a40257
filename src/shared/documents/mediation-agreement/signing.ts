import { chineseNumeralDate } from '../../domain/local-date.ts';
import { handDateline } from '../case-head.ts';
import { isByHand } from '../facts.ts';
import { block, type TextBlock } from '../model.ts';
import type { MediationAgreementFacts } from './facts.ts';

/** What everybody confirms who signs an agreement, in whichever form: no false mediation, nobody harmed. */
export function trueIntent(all: string): string {
  return `${all}已阅读并理解本协议，确认系真实意思表示，无虚假调解，不损害国家利益、社会公共利益和他人合法权益。`;
}

/** The seal's line and the day below the signatures; a day that is not set yet is written when they sign. */
export function sealedOn({
  mediationOrganisation,
  signedOn,
}: Pick<MediationAgreementFacts, 'mediationOrganisation' | 'signedOn'>): readonly TextBlock[] {
  return [
    block('organisationLine', `${mediationOrganisation.name}（印章）`),
    isByHand(signedOn) ? handDateline() : block('dateline', chineseNumeralDate(signedOn)),
  ];
}
