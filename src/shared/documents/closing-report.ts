import { chineseNumeral } from '../domain/chinese-numeral.ts';
import { closings } from '../domain/closing.ts';
import { formatLocalDate } from '../domain/local-date.ts';
import {
  handDateline,
  mediatorNames,
  mediatorTitle,
  numberLines,
  partiesOfDisputeInShort,
} from './case-head.ts';
import { catalogue } from './catalogue.ts';
import type { ClosingReportFacts } from './closing-report/facts.ts';
import { resultBlocks, resultWords } from './closing-report/result.ts';
import { isByHand, sentence } from './facts.ts';
import { formWords } from './mediation-agreement/narrative.ts';
import {
  blank,
  block,
  checkbox,
  type DocumentBlock,
  type DocumentContent,
  documentContent,
  type Parts,
  runs,
  type TextBlock,
  wordsOf,
} from './model.ts';
import { pointLine } from './paragraphs.ts';
import { callingsOf, dayParts, namesInClause } from './party-words.ts';
import { signedByOfficials } from './signatures.ts';

export {
  type ClosingReportDraft,
  type ClosingReportFacts,
  closingReportFactsSchema,
} from './closing-report/facts.ts';

const templateVersion = 2;

/**
 * What the court is told when mediation ends (结案报告): 法释〔2016〕14号 第26条, 法释〔2021〕23号 第21条, 法发〔2020〕1号. What only
 * the mediator can judge is left to his hand.
 */
export function closingReport(facts: ClosingReportFacts): DocumentContent {
  const { title } = catalogue.closingReport;
  const addressee = addresseeOf(facts);
  const signers =
    facts.mediators.length === 0 ? ['经办人'] : facts.mediators.map(() => mediatorTitle(facts.channel));
  return documentContent({
    kind: 'closingReport',
    title,
    templateVersion,
    fileNameParts: { documentName: title, partyNames: facts.parties.map(({ name }) => name) },
    page: { pageNumbers: 'centred', bodyPoints: 16 },
    blocks: [
      block('title', title),
      ...numberLines(facts),
      ...(addressee === null ? [] : [block('addressee', `${addressee}：`)]),
      block('leadIn', ...opening(facts)),
      ...points(facts).flatMap(([head, words, ...more], place) => [
        pointLine(place, head, ...words),
        ...more,
      ]),
      ...signedByOfficials(signers, '特此报告。'),
      block('organisationLine', facts.mediationOrganisation.name),
      handDateline(),
    ],
  });
}

/** The court that sent the case, or whoever else did; null: the parties came by themselves. */
function addresseeOf({ origin }: ClosingReportFacts): string | null {
  switch (origin.kind) {
    case 'courtReferral':
      return origin.court;
    case 'transfer':
      return origin.transferredBy;
    case 'application':
      return null;
  }
}

function opening(facts: ClosingReportFacts): Parts {
  const { cause, closing, mediationOrganisation, origin, parties } = facts;
  const dispute = `${partiesOfDisputeInShort(parties)}${cause}一案`;
  const ended =
    closings[closing.code].outcome === 'returned'
      ? '，现予退回，有关情况报告如下：'
      : `，已于${formatLocalDate(closing.closedOn)}终结调解，现将有关情况报告如下：`;
  const letter = 'letterNumber' in origin && origin.letterNumber !== null ? `（${origin.letterNumber}）` : '';
  switch (origin.kind) {
    case 'courtReferral': {
      const verb = facts.channel === 'B' ? '委托' : '委派';
      return [
        `你院于`,
        ...dayParts(origin.referredOn),
        `${verb}${mediationOrganisation.name}调解的${dispute}${letter}${ended}`,
      ];
    }
    case 'transfer':
      return [
        '你单位于',
        ...dayParts(origin.transferredOn),
        `移送${mediationOrganisation.name}调解的${dispute}${letter}${ended}`,
      ];
    case 'application':
      return [
        `${dispute}，由${namesInClause(parties, origin.applicants)}于`,
        ...dayParts(origin.appliedOn),
        `向${mediationOrganisation.name}申请调解${ended}`,
      ];
  }
}

/** The head of a point, what follows it on its line, and what stands below. */
type Point = readonly [head: string, words: Parts, ...more: DocumentBlock[]];

function points(facts: ClosingReportFacts): readonly Point[] {
  const { outcome } = closings[facts.closing.code];
  return [
    ['当事人和案由', [`${named(facts)}。案由：${facts.cause}。`]],
    ['接收和期限', [receipt(facts)]],
    ['调解过程', [course(facts)], ...sessions(facts)],
    ['调解结果', [resultWords(facts)], ...resultBlocks(facts)],
    ...(outcome === 'failure' || facts.closing.partly ? unsettled(facts) : []),
    ...handedBack(facts),
  ];
}

function named({ parties }: ClosingReportFacts): string {
  const callings = callingsOf(parties);
  return parties.map(({ name }, place) => `${callings[place]}${name}`).join('，');
}

function receipt({ channel, closing, daysUsed, period, receivedOn }: ClosingReportFacts): string {
  const ended = `${formatLocalDate(closing.closedOn)}终结`;
  if (receivedOn === null) return `移交材料尚未签收，于${ended}。`;
  const within =
    period === null
      ? ''
      : [
          `调解期限至${runs(...dayParts(period.endsOn))
            .map(wordsOf)
            .join('')}`,
          period.extendedDays === 0 ? '' : `（含经各方当事人同意延长的${period.extendedDays}日）`,
          '届满',
          period.suspendedDays === 0 ? '' : `，中止${period.suspendedDays}日不计入`,
          '；',
        ].join('');
  const taken = channel === 'C' ? '受理' : '签收移交材料';
  return `${formatLocalDate(receivedOn)}${taken}，${within}${ended}，自${channel === 'C' ? '受理' : '接收'}次日起历时${daysUsed ?? 0}日。`;
}

function course({ channel, mediators, sessions: held }: ClosingReportFacts): string {
  const who =
    mediators.length === 0 ? '未确定调解员' : `${mediatorTitle(channel)}：${mediatorNames(mediators)}`;
  return held.length === 0 ? `${who}。未能组织调解。` : `${who}。共调解${held.length}次：`;
}

function sessions({ sessions: held }: ClosingReportFacts): TextBlock[] {
  return held.map(({ attendance, form, heldOn, place }, index) =>
    block(
      'termContinuation',
      `第${chineseNumeral(index + 1)}次，${formatLocalDate(heldOn)}，${formWords[form]}${place === null ? '' : `，${place}`}`,
      attendance === null ? '。' : `；到场情况：${sentence(attendance)}`,
    ),
  );
}

/** What 法释〔2021〕23号 第21条 wants to be told of a case that was not settled. */
function unsettled({ disputed, undisputedNoted }: ClosingReportFacts): readonly Point[] {
  return [
    [
      '无争议事实',
      [
        undisputedNoted ? '调解中记录了各方无争议的事实。' : '',
        '《无争议事实记载表》：',
        checkbox(false),
        '已经各方签名，随附　',
        checkbox(false),
        '未形成。',
      ],
    ],
    isByHand(disputed)
      ? ['争议焦点', [blank(19)], evidence]
      : [
          '争议焦点',
          [disputed.length === 1 ? sentence(disputed[0] ?? '') : ''],
          ...(disputed.length === 1 ? [] : disputed.map((one) => block('termContinuation', sentence(one)))),
          evidence,
        ],
    [
      '导致其他当事人诉讼成本增加的行为',
      [],
      block('termContinuation', checkbox(false), '无　', checkbox(false), '有：', blank(19)),
    ],
    [
      '需要提示的事项',
      [
        checkbox(false),
        '无　',
        checkbox(false),
        '虚假诉讼嫌疑　',
        checkbox(false),
        '矛盾激化风险　',
        checkbox(false),
        '财产保全需求　',
        checkbox(false),
        '其他：',
        blank(9),
      ],
    ],
  ];
}

const evidence: TextBlock = block(
  'termContinuation',
  '当事人交换证据：',
  checkbox(false),
  '已交换　',
  checkbox(false),
  '未交换。',
);

/** What goes with the report: the agreement, and what the court had handed over. 法释〔2016〕14号 第19条至第21条、第26条 */
function handedBack({ agreement, channel, papers }: ClosingReportFacts): readonly Point[] {
  const written =
    agreement === null
      ? []
      : [{ A: '调解协议一份，报你院备案。', B: '调解协议一份，请你院审查。', C: '调解协议一份。' }[channel]];
  if (papers === null) return written.length === 0 ? [] : [['随附材料', written]];
  const returned = isByHand(papers)
    ? ['移交的材料共', blank(3), '份', blank(3), '页，全部退还。']
    : [`移交的${papers.join('、')}，共`, blank(3), '页，全部退还。'];
  return [['退还和随附的材料', [...returned, ...written.map((words) => `另附${words}`)]]];
}
