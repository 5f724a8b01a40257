import { z } from 'zod';
import { retentions } from '../domain/case-move.ts';
import { closingCodeSchema } from '../domain/closing.ts';
import { type DossierForm, dossierFormSchema, dossierForms } from '../domain/dossier.ts';
import { closingLabels, partyRoleLabels } from '../domain/glossary.ts';
import { localDateSchema } from '../domain/local-date.ts';
import { partyRoleSchema } from '../domain/party.ts';
import { caseHeadFields, mediatorNames, mediatorTitle, volumeTitle } from './case-head.ts';
import { catalogue } from './catalogue.ts';
import { choices } from './choices.ts';
import { archiveNumberSchema } from './dossier-head.ts';
import { courtNameSchema, type Draft, isByHand, lineSchema, nameSchema, orByHand } from './facts.ts';
import { labelCell, wideCell } from './form-cells.ts';
import {
  blank,
  block,
  cell,
  type DocumentContent,
  documentContent,
  type Parts,
  type TableBlock,
  type TableRow,
} from './model.ts';
import { dayParts, fact } from './party-words.ts';

const retentionSchema = z.enum(
  Object.keys(retentions) as [keyof typeof retentions, ...(keyof typeof retentions)[]],
);

export const dossierCoverFactsSchema = z.object({
  ...caseHeadFields,
  form: dossierFormSchema,
  /** null: no court sent the case. */
  court: courtNameSchema.nullable(),
  receivedOn: orByHand(localDateSchema),
  closedOn: localDateSchema,
  closing: closingCodeSchema,
  /** First and last day of mediation; null: it did not come to that. */
  mediatedFrom: localDateSchema.nullable(),
  mediatedTo: localDateSchema.nullable(),
  archiveNumber: archiveNumberSchema,
  retention: orByHand(retentionSchema),
  compiledBy: orByHand(nameSchema),
  compiledOn: orByHand(localDateSchema),
  /** All pages of the dossier; by hand while they are not counted. */
  pageCount: orByHand(z.int().min(1)),
  remarks: lineSchema.nullable(),
});
export type DossierCoverFacts = z.infer<typeof dossierCoverFactsSchema>;
export type DossierCoverDraft = Draft<z.input<typeof dossierCoverFactsSchema>>;

const templateVersion = 2;

/**
 * 卷宗封面: for a 人民调解卷 with what the Ministry of Justice's form asks for (卷名, 卷号, 人民调解员, 调解日期, 立卷人,
 * 立卷日期, 保管期限, 备注), for a 特邀调解卷 with what a court asks to know of it besides. It bears no page number.
 */
export function dossierCover(facts: DossierCoverFacts): DocumentContent {
  const { title } = catalogue.dossierCover;
  return documentContent({
    kind: 'dossierCover',
    title,
    templateVersion,
    fileNameParts: { documentName: title, partyNames: facts.parties.map(({ name }) => name) },
    page: { pageNumbers: 'none', bodyPoints: 16 },
    blocks: [
      block('titleAbove', facts.mediationOrganisation.name),
      block('title', `${dossierForms[facts.form].label}宗`),
      table(rowsOf[facts.form](facts)),
    ],
  });
}

const rowsOf: Readonly<Record<DossierForm, (facts: DossierCoverFacts) => readonly TableRow[]>> = {
  invited: (facts) => [
    row('档号', [fact(facts.archiveNumber, 20)]),
    row('内部编号', [facts.documentNumber]),
    ...(facts.courtCaseNumbers.length === 0
      ? []
      : [row('法院案号', ...facts.courtCaseNumbers.map((one) => [one]))]),
    ...(facts.court === null ? [] : [row(facts.channel === 'A' ? '委派法院' : '委托法院', [facts.court])]),
    row('案由', [facts.cause]),
    ...partyRows(facts),
    row(mediatorTitle(facts.channel), [mediatorNames(facts.mediators)]),
    pair('接收日期', dayParts(facts.receivedOn), '终结日期', dayParts(facts.closedOn)),
    pair('终结方式', [closingLabels[facts.closing]], '页数', pagesOf(facts)),
    ...foot(facts),
  ],
  peoples: (facts) => [
    row('卷名', [volumeTitle(facts)]),
    row('卷号', volumeNumber(facts.archiveNumber)),
    row('人民调解员', [mediatorNames(facts.mediators)]),
    row('调解日期', mediationDays(facts)),
    pair('终结方式', [closingLabels[facts.closing]], '页数', pagesOf(facts)),
    ...foot(facts),
  ],
};

function foot({ compiledBy, compiledOn, retention, remarks }: DossierCoverFacts): readonly TableRow[] {
  return [
    pair('立卷人', [fact(compiledBy, 6)], '立卷日期', dayParts(compiledOn)),
    row('保管期限', ...retentionLines(retention)),
    row('备注', [remarks ?? '']),
  ];
}

/** Two lines of boxes, which together are too long for one. */
function retentionLines(chosen: DossierCoverFacts['retention']): readonly Parts[] {
  const labels = Object.entries(labelsOf(retentions));
  return [labels.slice(0, 3), labels.slice(3)].map((line) => choices(Object.fromEntries(line), chosen));
}

function labelsOf(
  table: Readonly<Record<string, { readonly label: string }>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(table).map(([key, { label }]) => [key, label.replaceAll(' ', '')]),
  );
}

/** （　）人调字第　号, as the form has it, until the office has given one. */
function volumeNumber(number: DossierCoverFacts['archiveNumber']): Parts {
  return isByHand(number) ? ['（', blank(4), '）人调字第', blank(5), '号'] : [number];
}

function mediationDays({ mediatedFrom, mediatedTo }: DossierCoverFacts): Parts {
  if (mediatedFrom === null || mediatedTo === null) return ['未开展调解'];
  if (mediatedFrom === mediatedTo) return dayParts(mediatedFrom);
  return [...dayParts(mediatedFrom), '至', ...dayParts(mediatedTo)];
}

function pagesOf({ pageCount }: DossierCoverFacts): Parts {
  return ['共', isByHand(pageCount) ? blank(3) : String(pageCount), '页'];
}

/** So many of one side are named; a cover is one page, and the papers inside name them all. */
const named = { all: 6, otherwise: 3 } as const;

/** 申请人, 被申请人, 第三人, a row each. */
function partyRows({ parties }: DossierCoverFacts): readonly TableRow[] {
  return partyRoleSchema.options.flatMap((role) => {
    const names = parties.flatMap((party) => (party.role === role ? [party.name] : []));
    if (names.length === 0) return [];
    const shown =
      names.length > named.all
        ? `${names.slice(0, named.otherwise).join('、')}等${names.length}人`
        : names.join('、');
    return [row(partyRoleLabels[role], [shown])];
  });
}

function table(rows: readonly TableRow[]): TableBlock {
  return {
    role: 'table',
    name: 'dossierCover',
    columns: [
      { characters: 5.5, align: 'centre' },
      { characters: 8, align: 'start' },
      { characters: 4.5, align: 'centre' },
      { characters: 10, align: 'start' },
    ],
    head: [],
    rows,
  };
}

function row(label: string, ...lines: readonly Parts[]): TableRow {
  return [labelCell(label), wideCell(3, ...lines)];
}

function pair(label: string, value: Parts, other: string, otherValue: Parts): TableRow {
  return [labelCell(label), cell(...value), labelCell(other), cell(...otherValue)];
}
