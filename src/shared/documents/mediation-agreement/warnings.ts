import { ageOn } from '../../domain/identity.ts';
import { addFen, type Fen, fen, formatYuan } from '../../domain/money.ts';
import { findVagueTerms } from '../../domain/vague-terms.ts';
import { isByHand } from '../facts.ts';
import { chineseNumeral } from '../numerals.ts';
import { callingsOf } from '../party-words.ts';
import type { MediationAgreementFacts } from './facts.ts';

export type WarningCode =
  | 'vagueTerm'
  | 'sumDiffers'
  | 'asksForJudgment'
  | 'guarantorLacking'
  | 'legalRepresentativeLacking'
  | 'agentLacksAuthority'
  | 'paymentMethodLacking'
  | 'datesOutOfOrder'
  | 'interestAboveLimit'
  | 'restrictedMatter';

/** Something to look at before printing; it never stands in the way. The field is its path in the draft. */
export type DocumentWarning = {
  readonly code: WarningCode;
  readonly field: string;
  readonly sentence: string;
};

type Warned = Iterable<DocumentWarning>;

/** What a careful clerk would point out; restrictions are sentences about the cause that the caller knows. */
export function warningsForMediationAgreement(
  facts: MediationAgreementFacts,
  { restrictions = [] }: { readonly restrictions?: readonly string[] } = {},
): readonly DocumentWarning[] {
  return [
    ...restrictions.map((sentence) => ({ code: 'restrictedMatter' as const, field: 'cause', sentence })),
    ...vagueTerms(facts),
    ...sums(facts),
    ...clausesAskingForJudgment(facts),
    ...guarantors(facts),
    ...people(facts),
    ...payments(facts),
    ...days(facts),
    ...interest(facts),
  ];
}

type AgreedWords = { readonly field: string; readonly place: string; readonly words: string };

/** The free words of the agreement with their fields; 民诉解释 第358条 refuses confirmation of what is not clear. */
function* agreedWords(facts: MediationAgreementFacts): Iterable<AgreedWords> {
  for (const [index, term] of facts.terms.entries()) {
    const place = `第${chineseNumeral(index + 1)}条`;
    if (term.kind === 'text') {
      yield { field: `terms.${index}.text`, place, words: term.text };
      continue;
    }
    if (term.purpose !== null) {
      yield { field: `terms.${index}.purpose`, place, words: term.purpose };
    }
    if (term.method !== null && !isByHand(term.method)) {
      yield { field: `terms.${index}.method`, place, words: term.method };
    }
  }
  if (facts.defaultClause.kind === 'text') {
    yield { field: 'defaultClause.text', place: '违约责任', words: facts.defaultClause.text };
  }
  if (facts.costs.kind === 'text') {
    yield { field: 'costs.text', place: '费用负担', words: facts.costs.text };
  }
}

function* vagueTerms(facts: MediationAgreementFacts): Warned {
  for (const { field, place, words } of agreedWords(facts)) {
    for (const { term, why } of findVagueTerms(words)) {
      yield { code: 'vagueTerm', field, sentence: `${place}“${term}”：${why}` };
    }
  }
}

function* sums(facts: MediationAgreementFacts): Warned {
  const amounts: readonly Fen[] = facts.terms.flatMap((term) =>
    term.kind === 'payment' ? [term.amount] : [],
  );
  if (facts.agreedAmount === null || amounts.length === 0) {
    return;
  }
  const total = addFen(...amounts);
  if (total !== facts.agreedAmount) {
    yield {
      code: 'sumDiffers',
      field: 'agreedAmount',
      sentence: `各给付条款合计￥${formatYuan(total)}，登记的协议金额为￥${formatYuan(fen(facts.agreedAmount))}`,
    };
  }
}

const judgmentClause =
  /(?:不履行|未履行|没有履行|逾期|违约|反悔)[^。；\n]{0,40}(?:请求|申请|要求|提请|由)[^。；\n]{0,12}法院[^。；\n]{0,12}(?:判决|裁判|审理)/u;

/** 法释〔2020〕20号《民事调解工作若干问题的规定》第8条: the court refuses such a clause. */
function* clausesAskingForJudgment(facts: MediationAgreementFacts): Warned {
  if (facts.channel !== 'B') {
    return;
  }
  for (const { field, place, words } of agreedWords(facts)) {
    if (judgmentClause.test(words)) {
      yield {
        code: 'asksForJudgment',
        field,
        sentence: `${place}约定一方不履行时由法院裁判：立案后的调解不准许这样约定，请改为违约责任（民事调解规定 第8条）`,
      };
    }
  }
}

/** 民事调解规定 第9条: a guarantor is named in the document and signs it. */
function* guarantors(facts: MediationAgreementFacts): Warned {
  if (facts.parties.some((party) => party.role === 'guarantor')) {
    return;
  }
  for (const { field, place, words } of agreedWords(facts)) {
    const found = /担保人|保证人|提供(?:连带责任)?(?:担保|保证)|(?:抵押|质押)担保|连带责任保证/u.exec(words);
    if (found !== null) {
      yield {
        code: 'guarantorLacking',
        field,
        sentence: `${place}写有“${found[0]}”，当事人中没有担保人：案外人提供担保的，须列为担保人并签名（民事调解规定 第9条）`,
      };
    }
  }
}

function* people(facts: MediationAgreementFacts): Warned {
  const callings = callingsOf(facts.parties);
  for (const [place, party] of facts.parties.entries()) {
    const who = `${callings[place]}${party.name}`;
    if (party.kind === 'naturalPerson' && party.guardians.length === 0) {
      const day = isByHand(facts.signedOn) ? facts.sessions.at(-1)?.heldOn : facts.signedOn;
      // 民法典 第17条、第23条; 第18条 makes a working sixteen-year-old an adult, so this is only a warning.
      if (!isByHand(party.birthOn) && day !== undefined && ageOn(party.birthOn, day) < 18) {
        yield {
          code: 'legalRepresentativeLacking',
          field: `parties.${place}.guardians`,
          sentence: `${who}不满十八周岁，没有列法定代理人`,
        };
      }
    }
    for (const [agentPlace, agent] of party.agents.entries()) {
      if (agent.authority === 'general') {
        yield {
          code: 'agentLacksAuthority',
          field: `parties.${place}.agents.${agentPlace}.authority`,
          sentence: `${who}的委托代理人${agent.name}是一般授权，代为签署协议须有特别授权（民事诉讼法 第62条）`,
        };
      }
    }
  }
}

function* payments(facts: MediationAgreementFacts): Warned {
  for (const [index, term] of facts.terms.entries()) {
    if (
      term.kind === 'payment' &&
      term.method === null &&
      term.account === null &&
      term.schedule.kind !== 'onSigning'
    ) {
      yield {
        code: 'paymentMethodLacking',
        field: `terms.${index}.method`,
        sentence: `第${chineseNumeral(index + 1)}条没有写明支付方式和收款账户`,
      };
    }
  }
}

function* days(facts: MediationAgreementFacts): Warned {
  const { signedOn } = facts;
  if (!isByHand(signedOn)) {
    const late = facts.sessions.findIndex((session) => session.heldOn > signedOn);
    if (late >= 0) {
      yield {
        code: 'datesOutOfOrder',
        field: `sessions.${late}.heldOn`,
        sentence: `第${chineseNumeral(late + 1)}次调解在签订日期之后`,
      };
    }
  }
  for (const [index, term] of facts.terms.entries()) {
    if (term.kind !== 'payment' || term.schedule.kind === 'onSigning') {
      continue;
    }
    const due =
      term.schedule.kind === 'single'
        ? [term.schedule.dueOn]
        : term.schedule.instalments.map(({ dueOn }) => dueOn);
    const place = `第${chineseNumeral(index + 1)}条`;
    for (const [step, day] of due.entries()) {
      const earlier = due[step - 1];
      const which = due.length === 1 ? '' : `第${chineseNumeral(step + 1)}期`;
      const field =
        term.schedule.kind === 'single'
          ? `terms.${index}.schedule.dueOn`
          : `terms.${index}.schedule.instalments.${step}.dueOn`;
      if (!isByHand(signedOn) && day < signedOn) {
        yield { code: 'datesOutOfOrder', field, sentence: `${place}${which}的履行期限在签订日期之前` };
      } else if (earlier !== undefined && day < earlier) {
        yield { code: 'datesOutOfOrder', field, sentence: `${place}${which}的履行期限早于上一期` };
      }
    }
  }
}

/** 法释〔2020〕17号《民间借贷规定》第25条、第29条: no more than four times the one-year loan prime rate. */
function* interest(facts: MediationAgreementFacts): Warned {
  const clause = facts.defaultClause;
  if (
    facts.cause.includes('民间借贷') &&
    clause.kind === 'structured' &&
    clause.penalty?.kind === 'loanPrimeRate' &&
    Number(clause.penalty.multiple) > 4
  ) {
    yield {
      code: 'interestAboveLimit',
      field: 'defaultClause.penalty.multiple',
      sentence: '民间借贷的逾期利率超过一年期贷款市场报价利率的四倍',
    };
  }
}
