import { type CaseNumber, findCaseNumbers, parseCaseNumber } from '../case-number.ts';
import { type CaseSource, type Channel, matchCaseSource } from '../channel.ts';
import { type CourtFacts, matchCourt } from '../court.ts';
import type { LedgerDoubt } from './doubt.ts';
import { channelOfNumbers } from './doubts.ts';
import type { LedgerCaseFacts, LedgerCourt, ShownNumber } from './facts.ts';
import { type RowCells, saysNothing } from './row-cells.ts';

export type ReadOrigin = {
  readonly facts: Pick<
    LedgerCaseFacts,
    'channel' | 'source' | 'sourceText' | 'court' | 'caseNumbers' | 'otherNumber'
  >;
  readonly doubts: readonly LedgerDoubt[];
  /** Where each number stands in the sheet. */
  readonly shown: readonly ShownNumber[];
};

/** Reads where a case comes from: source, channel, court and court numbers. Nothing here refuses a row. */
export function readOrigin(cells: RowCells, courts: readonly CourtFacts[]): ReadOrigin {
  const doubts: LedgerDoubt[] = [];
  const numbers = readNumbers(cells);
  if (numbers.other !== undefined) {
    doubts.push({
      code: 'caseNumberUnreadable',
      sentence: `“${numbers.other}”不是法院案号，已作为其他编号保留。`,
    });
  }
  const caseNumbers = numbers.shown.map(({ number }) => number);
  const court = readCourt(cells.text('court'), courts, doubts);
  const sourceText = cells.text('source');
  const { source, channel } = readChannel(cells, sourceText, caseNumbers, doubts);
  return {
    facts: {
      channel,
      source,
      court,
      caseNumbers,
      ...(saysNothing(sourceText) ? {} : { sourceText }),
      ...(numbers.other === undefined ? {} : { otherNumber: numbers.other }),
    },
    doubts,
    shown: numbers.shown,
  };
}

function readNumbers(cells: RowCells): {
  readonly shown: readonly ShownNumber[];
  readonly other: string | undefined;
} {
  const shown: ShownNumber[] = [];
  const others: string[] = [];
  for (const { head, text } of cells.of('caseNumbers')) {
    if (saysNothing(text)) {
      continue;
    }
    const whole = parseCaseNumber(text);
    const found = whole === undefined ? findCaseNumbers(text) : [whole];
    for (const number of found) {
      if (!shown.some((each) => each.number === number)) {
        shown.push({ number, column: head, value: text });
      }
    }
    if (found.length === 0) {
      others.push(text);
    }
  }
  return { shown, other: others.length === 0 ? undefined : others.join('、') };
}

function readCourt(text: string, courts: readonly CourtFacts[], doubts: LedgerDoubt[]): LedgerCourt {
  if (saysNothing(text)) {
    return { kind: 'none' };
  }
  const court = knownCourt(text, courts);
  if (court !== undefined) {
    return { kind: 'known', code: court.code, shortName: court.shortName };
  }
  doubts.push({
    code: 'courtUnknown',
    sentence: `法院名册里没有“${text}”，请在设置中添加或改为已有的法院。`,
  });
  return { kind: 'unknown', text };
}

/** Courts by their spellings in ledgers: a ledger names the same ten courts thousands of times. */
const spellingsSeen = new WeakMap<readonly CourtFacts[], Map<string, CourtFacts | undefined>>();

function knownCourt(text: string, courts: readonly CourtFacts[]): CourtFacts | undefined {
  const seen = spellingsSeen.get(courts) ?? new Map<string, CourtFacts | undefined>();
  spellingsSeen.set(courts, seen);
  if (!seen.has(text)) {
    seen.set(text, matchCourt(courts, text));
  }
  return seen.get(text);
}

/** The ledger's own column decides, then the words of the source, then the kind of the court number. */
function readChannel(
  cells: RowCells,
  sourceText: string,
  caseNumbers: readonly CaseNumber[],
  doubts: LedgerDoubt[],
): { readonly source: CaseSource; readonly channel: Channel } {
  const matched = matchCaseSource(sourceText);
  const inWords = channelInWords(cells.text('channel')) ?? matched?.channel ?? channelInWords(sourceText);
  const channel =
    inWords ??
    channelOfNumbers(caseNumbers) ??
    (matched?.source === 'tribunal' || matched?.source === 'courtFilingDivision' ? 'A' : 'C');
  if (inWords === undefined && channelOfNumbers(caseNumbers) === undefined) {
    doubts.push({
      code: 'channelAssumed',
      sentence:
        channel === 'A'
          ? '来源是法院，但没有写明委派还是委托，也没有案号，暂按委派登记。'
          : '没有写明来源和案号，暂按自行受理登记。',
    });
  }
  if (matched === undefined && !saysNothing(sourceText)) {
    doubts.push({ code: 'sourceUnknown', sentence: `不认识的案件来源“${sourceText}”，暂记为其他。` });
  }
  return { source: matched?.source ?? sourceOfChannel(channel, sourceText), channel };
}

// A blank source says nothing; with a court's number or assignment it can only have been a court.
function sourceOfChannel(channel: Channel, sourceText: string): CaseSource {
  return channel === 'C' || !saysNothing(sourceText) ? 'other' : 'courtFilingDivision';
}

function channelInWords(text: string): Channel | undefined {
  const folded = text.normalize('NFKC').trim();
  const letter = /^([ABC])(?![A-Z])/i.exec(folded)?.[1]?.toUpperCase();
  if (letter === 'A' || letter === 'B' || letter === 'C') {
    return letter;
  }
  const delegated = /委派|诉前|立案前/.test(folded);
  const entrusted = /委托|先行调解|审前|立案后|诉中/.test(folded);
  if (delegated !== entrusted) {
    return delegated ? 'A' : 'B';
  }
  return !delegated && /自行|当事人|申请|综治|信访|政协|主动|上门|人民调解/.test(folded) ? 'C' : undefined;
}
