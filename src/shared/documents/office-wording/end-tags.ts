import { retentions } from '../../domain/case-move.ts';
import { dossierForms } from '../../domain/dossier.ts';
import { closingLabels } from '../../domain/glossary.ts';
import { formatLocalDate } from '../../domain/local-date.ts';
import { type Fen, formatYuan } from '../../domain/money.ts';
import type { ClosingReportFacts } from '../closing-report.ts';
import type { DossierContentsFacts } from '../dossier-contents.ts';
import { factWords } from './fact-words.ts';
import { day, type FactTags, plain } from './plain-tags.ts';

const labelsOf = <Key extends string>(table: Readonly<Record<Key, { readonly label: string }>>) =>
  Object.fromEntries(
    Object.entries<{ readonly label: string }>(table).map(([key, { label }]) => [key, label]),
  );
const volumeNames = labelsOf(dossierForms);
const retentionNames = labelsOf(retentions);

/** The tags of the papers with which a case ends: the report on its closing, and the dossier. */
export const endTags: Readonly<Record<string, FactTags>> = {
  receivedOn: day('接收日期', '调解组织签收材料的日期；没有接收的为空'),
  period: [],
  daysUsed: plain('历时天数', '从接收次日起的天数；没有接收的为空'),
  'closingReport.origin': [],
  'closingReport.closing': [
    {
      name: '终结方式',
      about: '如调解成功、当事人撤回',
      fill: ({ value }) => closingLabels[(value as ClosingReportFacts['closing']).code],
    },
    {
      name: '终结日期',
      about: '终结的日期',
      fill: ({ value }) => formatLocalDate((value as ClosingReportFacts['closing']).closedOn),
    },
    {
      name: '终结原因',
      about: '登记的原因说明；没有的为空',
      fill: ({ value }) => factWords((value as ClosingReportFacts['closing']).reason, undefined, 24),
    },
  ],
  unreached: [],
  agreement: [],
  paid: [
    {
      name: '到位金额',
      about: '如 45,000.00，单位元',
      fill: ({ value }) => formatYuan(value as Fen),
    },
  ],
  undisputedNoted: [],
  'dossierCover.form': plain('卷的种类', Object.values(volumeNames).join('、'), { labels: volumeNames }),
  closedOn: day('终结日期', '终结的日期'),
  closing: plain('终结方式', '如调解成功', { labels: closingLabels }),
  mediatedFrom: day('调解起始日期', '没有调解的为空'),
  mediatedTo: day('调解终止日期', '没有调解的为空'),
  archiveNumber: plain('档号', '没有登记的留空手填', { room: 10 }),
  retention: plain('保管期限', Object.values(retentionNames).join('、'), { labels: retentionNames }),
  compiledBy: plain('立卷人', '没有登记的留空手填', { room: 6 }),
  compiledOn: day('立卷日期', '没有登记的留空手填'),
  pageCount: plain('卷内页数', '没有数清的留空手填', { room: 3 }),
  paperCount: plain('卷内件数', '卷内材料的件数', { room: 3 }),
  situation: plain('本卷情况', '没有登记的留空手填', { room: 24 }),
  contents: [
    {
      name: '卷内材料',
      about: '每件材料一遍',
      inside: [
        { name: '序号', about: '1、2、3' },
        { name: '材料名称', about: '材料的名称' },
        { name: '起页', about: '从第几页起' },
        { name: '材料页数', about: '几页' },
        { name: '备注', about: '没有的为空' },
      ],
      insteadOf: ['正文'],
      needed: '目录须列明卷内材料',
      fill: ({ value }) => {
        let page = 1;
        return (value as DossierContentsFacts['contents']).map(({ title, pages, remarks }, place) => {
          const first = page;
          page += pages;
          return {
            序号: String(place + 1),
            材料名称: title,
            起页: String(first),
            材料页数: String(pages),
            备注: remarks ?? '',
          };
        });
      },
    },
  ],
};
