import { type PartyKind, representativeTitles } from '#shared/domain/party.ts';

export { partyKindLabels } from '#shared/domain/glossary.ts';

/** 法定代表人, 主要负责人, 经营者 or 负责人; never 法人 (domain: 民诉解释 第52条、第59条). */
export function representativeTitle(kind: PartyKind): string {
  return representativeTitles[kind] ?? '代表人';
}

/** What the address of such a party is called. */
export function addressLabel(kind: PartyKind): string {
  return kind === 'naturalPerson' ? '住址' : kind === 'soleTrader' ? '经营场所' : '住所地';
}
