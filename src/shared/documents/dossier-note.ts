import { z } from 'zod';
import { caseHeadFields, handDateline, volumeTitle } from './case-head.ts';
import { type Draft, isByHand, lineSchema, orByHand, paragraphsOf, proseSchema, sentence } from './facts.ts';
import {
  blank,
  block,
  cell,
  type DocumentContent,
  documentContent,
  emphasis,
  type Runs,
  runs,
} from './model.ts';
import { fact } from './party-words.ts';

const { documentNumber, parties, cause } = caseHeadFields;

export const dossierNoteFactsSchema = z.object({
  documentNumber,
  parties,
  cause,
  archiveNumber: orByHand(lineSchema),
  /** How many papers lie in it, and their pages; by hand while they are not counted. */
  paperCount: z.int().min(1),
  pageCount: orByHand(z.int().min(1)),
  /** What is damaged, missing, replaced by a copy or lies elsewhere. */
  situation: orByHand(proseSchema),
});
export type DossierNoteFacts = z.infer<typeof dossierNoteFactsSchema>;
export type DossierNoteDraft = Draft<z.input<typeof dossierNoteFactsSchema>>;

const templateVersion = 1;

/**
 * 备考表, in a 人民调解卷 卷宗情况说明: what lies in the dossier and in which state, signed by who put it together and by who
 * checked it. GB/T 9705-2008 has the same fields; it bears no page number.
 */
export function dossierNote(facts: DossierNoteFacts): DocumentContent {
  const title = '备考表';
  const { paperCount, pageCount, situation } = facts;
  return documentContent({
    kind: 'dossierNote',
    title,
    templateVersion,
    fileNameParts: { documentName: title, partyNames: facts.parties.map(({ name }) => name) },
    page: { pageNumbers: 'none', bodyPoints: 14 },
    blocks: [
      block('title', '卷宗备考表'),
      block('party', '档号：', fact(facts.archiveNumber, 12)),
      block('party', `内部编号：${facts.documentNumber}`),
      block('party', `卷名：${volumeTitle(facts)}`),
      {
        role: 'table',
        name: 'dossierNote',
        columns: [
          { characters: 5.5, align: 'centre' },
          { characters: 22.5, align: 'start' },
        ],
        head: [],
        rows: [
          [
            cell(emphasis('卷内材料')),
            cell(
              `共${paperCount}件，`,
              isByHand(pageCount) ? blank(4) : String(pageCount),
              '页（封面、卷内目录、备考表不编页码）',
            ),
          ],
          [
            cell(emphasis('本卷情况')),
            { lines: [...(isByHand(situation) ? [] : said(situation)), ...room], columnSpan: 1 },
          ],
        ],
      },
      block('confirmation', '以上情况已与卷内材料核对。'),
      {
        role: 'signatures',
        rows: [
          [
            { lines: [{ label: '立卷人（签名）：', space: true }] },
            { lines: [{ label: '检查人（签名）：', space: true }] },
          ],
        ],
      },
      handDateline(),
    ],
  });
}

function said(situation: string): readonly Runs[] {
  return paragraphsOf(situation).map((paragraph) => runs(sentence(paragraph)));
}

/** What is found later is written below by hand. */
const room: readonly Runs[] = Array.from({ length: 6 }, () => runs(blank(21)));
