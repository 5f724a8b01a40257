import { caseFields, volumeTitle } from './case-head.ts';
import { lineSchema, orByHand } from './facts.ts';
import { block, type TextBlock } from './model.ts';
import { fact } from './party-words.ts';

/** By which facts the papers inside a dossier say to which one they belong. */

const { documentNumber, parties, cause } = caseFields;

export const archiveNumberSchema = orByHand(lineSchema);

export const dossierHeadFields = { documentNumber, parties, cause, archiveNumber: archiveNumberSchema };

type DossierHead = Parameters<typeof volumeTitle>[0] & {
  readonly documentNumber: string;
  readonly archiveNumber: Parameters<typeof fact>[0];
};

export function dossierHeadLines(facts: DossierHead): readonly TextBlock[] {
  return [
    block('party', '档号：', fact(facts.archiveNumber, 12)),
    block('party', `内部编号：${facts.documentNumber}`),
    block('party', `卷名：${volumeTitle(facts)}`),
  ];
}
