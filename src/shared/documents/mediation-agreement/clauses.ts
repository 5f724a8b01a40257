import { capitalAmount, moneyInDocument } from '../../domain/capital-amount.ts';
import { chineseNumeral } from '../../domain/chinese-numeral.ts';
import { formatLocalDate } from '../../domain/local-date.ts';
import { addFen, type Fen, formatYuan } from '../../domain/money.ts';
import { byHand, paragraphsOf, sentence } from '../facts.ts';
import { cell, type DocumentBlock, type Runs, runs, type TableBlock } from '../model.ts';
import type { PartyFacts } from '../parties.ts';
import { allParties, dayParts, fact, namesInClause } from '../party-words.ts';
import type { AgreementTerm, DefaultClause, MediationAgreementFacts, PaymentTerm } from './facts.ts';

/** A clause before it has its number: its paragraphs, and a table where there is one after the first. */
export type Clause = { readonly paragraphs: readonly Runs[]; readonly table?: TableBlock };

/** What the clauses on who owes what are made of. */
export type AgreedTerms = Pick<MediationAgreementFacts, 'terms' | 'defaultClause' | 'costs'> & {
  readonly parties: readonly Pick<PartyFacts, 'role' | 'name'>[];
};

/** The clauses on who owes what, with which every agreement begins and which other papers quote. */
export function termClauses(facts: AgreedTerms): readonly Clause[] {
  return [
    ...facts.terms.map((term) => termClause(term, facts)),
    ...defaultClause(facts),
    ...costsClause(facts),
  ];
}

/** That nothing else is left between the parties, where they say so. */
export function settledClauses({
  parties,
  finalSettlement,
}: Pick<MediationAgreementFacts, 'parties' | 'finalSettlement'>): readonly Clause[] {
  return finalSettlement
    ? [words(`${allParties(parties)}就本纠纷一次性了结，除本协议约定外，再无其他争议。`)]
    : [];
}

/** All clauses in the order of the agreement; empty ones are left out. */
export function clausesOf(facts: MediationAgreementFacts): readonly Clause[] {
  return [...termClauses(facts), ...settledClauses(facts), outcomeClause(facts), copiesClause(facts)];
}

/** The clauses as blocks: 一、…, with what follows the first paragraph as its continuation. */
export function clauseBlocks(clauses: readonly Clause[]): readonly DocumentBlock[] {
  return clauses.flatMap(({ paragraphs, table }, index) => {
    const [first = [], ...rest] = paragraphs;
    const blocks: DocumentBlock[] = [
      { role: 'term', runs: runs(`${chineseNumeral(index + 1)}、`, ...first) },
    ];
    if (table !== undefined) {
      blocks.push(table);
    }
    return [...blocks, ...rest.map((paragraph) => ({ role: 'termContinuation' as const, runs: paragraph }))];
  });
}

function words(text: string): Clause {
  return { paragraphs: paragraphsOf(text).map((paragraph) => runs(sentence(paragraph))) };
}

function termClause(term: AgreementTerm, facts: AgreedTerms): Clause {
  return term.kind === 'text' ? words(term.text) : paymentClause(term, facts);
}

function paymentClause(payment: PaymentTerm, facts: AgreedTerms): Clause {
  const { schedule } = payment;
  const payers = namesInClause(facts.parties, payment.payers);
  const payees = namesInClause(facts.parties, payment.payees);
  const together =
    payment.payers.length === 1 || payment.liability === null ? '' : liabilityWords[payment.liability];
  const money = `${payment.purpose ?? ''}${moneyInDocument(payment.amount)}`;
  const how = paymentMethod(payment);
  if (schedule.kind === 'onSigning') {
    return {
      paragraphs: [runs(`${payers}于本协议签订当日${together}向${payees}当场支付${money}。`, ...how)],
    };
  }
  const instalments = schedule.kind === 'single' ? [schedule] : schedule.instalments;
  const [only] = instalments;
  if (instalments.length === 1 && only !== undefined) {
    const day = `于${formatLocalDate(only.dueOn)}前（含当日）`;
    return { paragraphs: [runs(`${payers}${day}${together}向${payees}支付${money}。`, ...how)] };
  }
  const count = instalments.length === 2 ? '两' : chineseNumeral(instalments.length);
  return {
    paragraphs: [
      runs(`${payers}${together}向${payees}支付${money}，分${count}期支付，期限和金额如下：`),
      ...(how.length > 0 ? [how] : []),
    ],
    ...(schedule.kind === 'instalments' ? { table: instalmentTable(schedule.instalments) } : {}),
  };
}

const liabilityWords = { shares: '按份', joint: '连带' } as const;

function paymentMethod({ method, account }: PaymentTerm): Runs {
  const parts = [
    ...(method === null ? [] : [['支付方式：', fact(method, 6)]]),
    ...(account === null ? [] : [['收款账户：', fact(account, 18)]]),
  ];
  return runs(
    ...parts.flatMap((part, index) => [...(index > 0 ? ['；'] : []), ...part]),
    parts.length > 0 ? '。' : '',
  );
}

/** The total row is the sum of the rows above it; the facts are refused where it differs from the agreed amount. */
function instalmentTable(
  instalments: readonly { readonly dueOn: Parameters<typeof formatLocalDate>[0]; readonly amount: Fen }[],
): TableBlock {
  const total = addFen(...instalments.map((instalment) => instalment.amount));
  return {
    role: 'table',
    name: 'instalments',
    columns: [
      { characters: 3.2, align: 'centre' },
      { characters: 8.9, align: 'centre' },
      // 123,456,789.01 stands on one line.
      { characters: 6.9, align: 'end' },
      { characters: 9, align: 'start' },
    ],
    head: [['期次', '履行期限（含当日）', '金额（元）', '大写'].map((head) => cell(head))],
    rows: [
      ...instalments.map(({ dueOn, amount }, index) => [
        cell(`第${chineseNumeral(index + 1)}期`),
        cell(`${formatLocalDate(dueOn)}前`),
        cell(formatYuan(amount)),
        cell(`人民币${capitalAmount(amount)}`),
      ]),
      [{ ...cell('合计'), columnSpan: 2 }, cell(formatYuan(total)), cell(`人民币${capitalAmount(total)}`)],
    ],
  };
}

/** 民法典 第585条: the parties may agree on a sum or on how it is reckoned. */
function defaultClause({ defaultClause: clause, terms, parties }: AgreedTerms): readonly Clause[] {
  if (clause.kind === 'none') {
    return [];
  }
  if (clause.kind === 'text') {
    return [words(clause.text)];
  }
  const payments = terms.filter((term) => term.kind === 'payment');
  const [only] = payments;
  const payer = payments.length === 1 && only !== undefined ? namesInClause(parties, only.payers) : '付款人';
  const payee = payments.length === 1 && only !== undefined ? namesInClause(parties, only.payees) : '收款人';
  const inInstalments = payments.some((payment) => payment.schedule.kind === 'instalments');
  const parts = [
    ...(clause.acceleration ? [`${payee}有权要求${payer}一次性付清全部剩余未付款项`] : []),
    ...(clause.penalty === null ? [] : [penaltyWords(clause.penalty, payer)]),
  ];
  const condition = `${payer}未按照上述约定${inInstalments ? '（包括其中任何一期）' : ''}足额付款的`;
  return [words([condition, parts.join('；')].join('，'))];
}

type Penalty = NonNullable<Extract<DefaultClause, { kind: 'structured' }>['penalty']>;

function penaltyWords(penalty: Penalty, payer: string): string {
  const base = `${payer}自逾期之日起，以逾期未付款项为基数，按照`;
  switch (penalty.kind) {
    case 'annualRate':
      return `${base}年利率${penalty.percent}%计付违约金，至实际付清之日止`;
    case 'loanPrimeRate':
      return `${base}逾期时全国银行间同业拆借中心公布的一年期贷款市场报价利率的${penalty.multiple}倍计付违约金，至实际付清之日止`;
    case 'fixed':
      return `${payer}另行支付违约金${moneyInDocument(penalty.amount)}`;
  }
}

function costsClause({ costs, parties }: AgreedTerms): readonly Clause[] {
  switch (costs.kind) {
    case 'none':
      return [];
    case 'eachOwn':
      return [words('因本纠纷产生的其他费用，由各方当事人各自负担。')];
    case 'courtFee':
      return [
        words(`案件受理费${moneyInDocument(costs.amount)}，由${namesInClause(parties, costs.bearers)}负担。`),
      ];
    case 'text':
      return [words(costs.text)];
  }
}

/**
 * 法释〔2016〕14号 第24条: it takes effect when the parties have signed; that of a 人民调解委员会 when the mediator has signed
 * and the committee has sealed it too (人民调解法 第29条、第31条).
 */
function inForceWords({ parties, mediationOrganisation: { kind, name } }: MediationAgreementFacts): string {
  const all = allParties(parties);
  return kind === 'peoplesMediation'
    ? `本协议自${all}签名、盖章或者捺印，调解员签名并加盖${name}印章之日起生效，对${all}具有法律约束力。`
    : `本协议自${all}签名、盖章或者捺印之日起生效，对${all}具有约束力。`;
}

/** What the parties do with the agreement differs by channel: 法释〔2016〕14号 第19条、第20条. */
function outcomeClause(facts: MediationAgreementFacts): Clause {
  const { outcome, parties } = facts;
  const all = allParties(parties);
  const inForce = inForceWords(facts);
  switch (outcome.kind) {
    case 'judicialConfirmation':
      // 民事诉讼法 第205条: jointly, within thirty days of the day on which the agreement takes effect.
      return words(`${inForce}${all}同意自本协议生效之日起三十日内，共同向${outcome.court}申请司法确认。`);
    case 'noConfirmation':
      return words(`${inForce}${all}不申请司法确认。`);
    case 'conciliationStatement':
      // 民事诉讼法 第100条: the statement has legal force once both sides have signed for it.
      return words(
        `本协议经${all}签名、盖章或者捺印后，提交${outcome.court}审查，${all}请求依法制作民事调解书。民事调解书经${all}签收后，即具有法律效力。`,
      );
    case 'withdrawal': {
      const applicants = namesInClause(
        parties,
        parties.flatMap((party, place) => (party.role === 'applicant' ? [place] : [])),
      );
      // A promise without a day binds nobody: where none is known there is room for it.
      const day = dayParts(outcome.withdrawnBy ?? byHand);
      const [before, after] = [`${inForce}${applicants}于`, `前（含当日）向${outcome.court}申请撤回起诉。`];
      return { paragraphs: [runs(before, ...day, after)] };
    }
    case 'performedAtOnce':
      // 民事诉讼法 第101条: a filed case that is performed at once needs no statement; it goes into the record.
      return words(
        facts.channel === 'B' && outcome.court !== null
          ? `${inForce}本协议约定的义务已经即时履行完毕，${all}报请${outcome.court}依法结案，不再要求制作民事调解书。`
          : `${inForce}本协议约定的义务已经即时履行完毕。`,
      );
  }
}

/** The court that is to have a copy: the one that referred the case, or else the one that is to confirm the agreement. */
export function courtOf({ origin, outcome }: MediationAgreementFacts): string | undefined {
  if (origin.kind === 'courtReferral') {
    return origin.court;
  }
  return outcome.kind === 'noConfirmation' ? undefined : (outcome.court ?? undefined);
}

/** One for each party, one for the mediation organisation, and one for the court where there is one. */
export function copiesOf(facts: MediationAgreementFacts): number {
  return facts.parties.length + 1 + (courtOf(facts) === undefined ? 0 : 1);
}

function copiesClause(facts: MediationAgreementFacts): Clause {
  const court = courtOf(facts);
  const filed = court === undefined ? '' : `，报${court}一份`;
  return words(
    `本协议一式${chineseNumeral(copiesOf(facts))}份，${allParties(facts.parties)}各执一份，${facts.mediationOrganisation.name}存一份${filed}，具有同等效力。`,
  );
}
