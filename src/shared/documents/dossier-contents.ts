import { z } from 'zod';
import { catalogue } from './catalogue.ts';
import { dossierHeadFields, dossierHeadLines } from './dossier-head.ts';
import { type Draft, lineSchema } from './facts.ts';
import { block, cell, type DocumentContent, documentContent } from './model.ts';

export const dossierContentsFactsSchema = z.object({
  ...dossierHeadFields,
  /** In the order in which they lie; a dossier is paged before its contents are printed. */
  contents: z
    .array(z.object({ title: lineSchema, pages: z.int().min(1), remarks: lineSchema.nullable() }))
    .min(1),
});
export type DossierContentsFacts = z.infer<typeof dossierContentsFactsSchema>;
export type DossierContentsDraft = Draft<z.input<typeof dossierContentsFactsSchema>>;

const templateVersion = 1;

/**
 * 卷内目录, with the columns of the Ministry of Justice's form: 序号, 文书名称, 页号, 备注. The pages run through the whole
 * dossier; cover, contents and 备考表 have none and are not in it.
 */
export function dossierContents(facts: DossierContentsFacts): DocumentContent {
  const { title } = catalogue.dossierContents;
  return documentContent({
    kind: 'dossierContents',
    title,
    templateVersion,
    fileNameParts: { documentName: title, partyNames: facts.parties.map(({ name }) => name) },
    page: { pageNumbers: 'none', bodyPoints: 14 },
    blocks: [
      block('title', title),
      ...dossierHeadLines(facts),
      {
        role: 'table',
        name: 'dossierContents',
        columns: [
          { characters: 3, align: 'centre' },
          { characters: 14, align: 'start' },
          { characters: 4.5, align: 'centre' },
          { characters: 6.5, align: 'start' },
        ],
        head: [['序号', '文书名称', '页号', '备注'].map((head) => cell(head))],
        rows: numbered(facts.contents).map(({ title: called, remarks, span }, place) =>
          [String(place + 1), called, span, remarks ?? ''].map((words) => cell(words)),
        ),
      },
    ],
  });
}

/** 3 for a paper of one page, 4—9 for one of six. */
function numbered(contents: DossierContentsFacts['contents']) {
  let last = 0;
  return contents.map((paper) => {
    const from = last + 1;
    last += paper.pages;
    return { ...paper, span: paper.pages === 1 ? String(from) : `${from}—${last}` };
  });
}
