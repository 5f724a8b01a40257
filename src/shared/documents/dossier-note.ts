import { z } from 'zod';
import { handDateline } from './case-head.ts';
import { catalogue } from './catalogue.ts';
import { dossierHeadFields, dossierHeadLines } from './dossier-head.ts';
import { type Draft, isByHand, orByHand, paragraphsOf, proseSchema, sentence } from './facts.ts';
import { labelCell, linesCell } from './form-cells.ts';
import { blank, block, cell, type DocumentContent, documentContent, type Parts } from './model.ts';
import { signedByOfficials } from './signatures.ts';

export const dossierNoteFactsSchema = z.object({
  ...dossierHeadFields,
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
  const { title } = catalogue.dossierNote;
  const { paperCount, pageCount, situation } = facts;
  return documentContent({
    kind: 'dossierNote',
    title,
    templateVersion,
    fileNameParts: { documentName: title, partyNames: facts.parties.map(({ name }) => name) },
    page: { pageNumbers: 'none', bodyPoints: 14 },
    blocks: [
      block('title', '卷宗备考表'),
      ...dossierHeadLines(facts),
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
            labelCell('卷内材料'),
            cell(
              `共${paperCount}件，`,
              isByHand(pageCount) ? blank(4) : String(pageCount),
              '页（封面、卷内目录、备考表不编页码）',
            ),
          ],
          [labelCell('本卷情况'), linesCell(...(isByHand(situation) ? [] : said(situation)), ...room)],
        ],
      },
      ...signedByOfficials(['立卷人', '检查人'], '以上情况已与卷内材料核对。'),
      handDateline(),
    ],
  });
}

function said(situation: string): readonly Parts[] {
  return paragraphsOf(situation).map((paragraph) => [sentence(paragraph)]);
}

/** What is found later is written below by hand. */
const room: readonly Parts[] = Array.from({ length: 6 }, () => [blank(21)]);
