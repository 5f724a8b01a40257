import { moneyInDocument } from '../../domain/capital-amount.ts';
import { chineseNumeral } from '../../domain/chinese-numeral.ts';
import { closings } from '../../domain/closing.ts';
import { formatLocalDate } from '../../domain/local-date.ts';
import { isByHand, sentence } from '../facts.ts';
import { termClauses } from '../mediation-agreement/clauses.ts';
import { blank, block, checkbox, type DocumentBlock, runs } from '../model.ts';
import { allParties, dayParts } from '../party-words.ts';
import type { ClosingReportFacts } from './facts.ts';

/** How the mediation ended, in paragraphs below the head of the point: 法释〔2016〕14号 第26条. */
export function resultBlocks(facts: ClosingReportFacts): readonly DocumentBlock[] {
  const { outcome } = closings[facts.closing.code];
  return outcome === 'success' ? success(facts) : failure(facts);
}

/** 调解成功（达成书面调解协议）。 */
export function resultWords({ closing: { code, partly } }: ClosingReportFacts): string {
  const { label, outcome, source } = closings[code];
  switch (outcome) {
    case 'success':
      return `调解成功（${label}）${partly ? '，部分请求达成协议' : ''}。`;
    case 'failure':
      return `调解未成功。原因：${code}${label}（${source}）。`;
    case 'returned':
      return `退回。原因：${code}${label}（${source}）。`;
  }
}

function success(facts: ClosingReportFacts): readonly DocumentBlock[] {
  const { agreement, closing, parties } = facts;
  const all = allParties(parties);
  const note =
    typeof closing.reason === 'string' ? [block('paragraph', `说明：${sentence(closing.reason)}`)] : [];
  if (agreement === null) return note;
  const { agreedAmount, effect, signedOn } = agreement;
  const money =
    agreedAmount === null
      ? ''
      : `协议金额${moneyInDocument(agreedAmount)}。${facts.paid === 0 ? '尚无登记的到位金额。' : `已登记的到位金额${moneyInDocument(facts.paid)}。`}`;
  return [
    ...note,
    block(
      facts.terms.length === 0 ? 'paragraph' : 'leadIn',
      `${all}于`,
      ...dayParts(signedOn),
      facts.terms.length === 0 ? '达成协议，内容见所附协议。' : '达成协议，主要内容如下：',
    ),
    ...quotedClauses(facts),
    ...(money === '' ? [] : [block('paragraph', money)]),
    ...(effect === null ? [] : [block('paragraph', effectWords(all)[effect])]),
  ];
}

/** The clauses as （一）…, because the points of the report have the other numbers. */
function quotedClauses(facts: ClosingReportFacts): readonly DocumentBlock[] {
  if (facts.terms.length === 0) return [];
  return termClauses(facts).flatMap(({ paragraphs, table }, place): readonly DocumentBlock[] => {
    const [first = [], ...more] = paragraphs;
    return [
      { role: 'termContinuation', runs: runs(`（${chineseNumeral(place + 1)}）`, ...first) },
      ...(table === undefined ? [] : [table]),
      ...more.map((paragraph) => ({ role: 'termContinuation' as const, runs: paragraph })),
    ];
  });
}

type Effect = NonNullable<NonNullable<ClosingReportFacts['agreement']>['effect']>;

/** What the parties mean to do with the agreement: 法释〔2016〕14号 第19条、第20条. */
function effectWords(all: string): Readonly<Record<Effect, string>> {
  return {
    judicialConfirmation: `${all}同意共同申请司法确认。`,
    noConfirmation: `${all}不申请司法确认。`,
    conciliationStatement: `${all}请求依法出具民事调解书。`,
    withdrawal: '由起诉一方申请撤回起诉。',
    performedAtOnce: '协议约定的义务已经即时履行完毕。',
  };
}

function failure(facts: ClosingReportFacts): readonly DocumentBlock[] {
  const { reason } = facts.closing;
  return [
    ...(reason === null
      ? []
      : isByHand(reason)
        ? [block('paragraph', '说明：', blank(22)), block('paragraph', blank(25))]
        : [block('paragraph', `说明：${sentence(reason)}`)]),
    ...facts.unreached.map(({ party, tries, days, firstOn, lastOn }) =>
      block(
        'paragraph',
        firstOn === lastOn
          ? `${formatLocalDate(firstOn)}联系${party}${tries}次，均未联系上。`
          : `${formatLocalDate(firstOn)}至${formatLocalDate(lastOn)}，分${days}日联系${party}${tries}次，均未联系上。`,
      ),
    ),
    ...next(facts),
  ];
}

/** 法释〔2016〕14号 第21条; 人民调解法 第26条. What was told is ticked by whoever told it. */
function next({ channel, closing: { code } }: ClosingReportFacts): readonly DocumentBlock[] {
  if (closings[code].outcome === 'returned') return [];
  switch (channel) {
    case 'A':
      return [block('paragraph', '现将材料移送你院；当事人坚持起诉的，请依法登记立案。')];
    case 'B':
      return [block('paragraph', '请依法转入审理。')];
    case 'C':
      return [
        block('paragraph', checkbox(false), '已告知当事人可以依法通过仲裁、行政、司法等途径维护自己的权利。'),
      ];
  }
}
