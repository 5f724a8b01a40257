import { ageOn } from '../../domain/identity.ts';
import { addFen, type Fen, fen, formatYuan } from '../../domain/money.ts';
import { isByHand } from '../facts.ts';
import { chineseNumeral } from '../numerals.ts';
import { callingsOf } from '../party-words.ts';
import type { MediationAgreementFacts } from './facts.ts';
import type { DocumentWarning, Warned } from './warning.ts';
import { wordsToLookAt } from './words-to-look-at.ts';

/** What a careful clerk would point out; restrictions are sentences about the cause that the caller knows. */
export function warningsForMediationAgreement(
  facts: MediationAgreementFacts,
  { restrictions = [] }: { readonly restrictions?: readonly string[] } = {},
): readonly DocumentWarning[] {
  return [
    ...restrictions.map((sentence) => ({ code: 'restrictedMatter' as const, field: 'cause', sentence })),
    ...wordsToLookAt(facts),
    ...sums(facts),
    ...people(facts),
    ...payments(facts),
    ...performance(facts),
    ...days(facts),
    ...interest(facts),
  ];
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
  const told = facts.terms.some(
    (term) => term.kind === 'text' && /份额|按份|各自?(?:支付|承担|负担|给付)/u.test(term.text),
  );
  for (const [index, term] of facts.terms.entries()) {
    if (term.kind === 'payment' && term.payers.length > 1 && term.liability === 'shares' && !told) {
      yield {
        code: 'sharesLacking',
        field: `terms.${index}.liability`,
        sentence: `第${chineseNumeral(index + 1)}条没有写明各自的份额：难以确定的视为相同（民法典 第517条）`,
      };
    }
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

/** What is said to be performed already must not be payable later. */
function* performance({ outcome, terms }: MediationAgreementFacts): Warned {
  if (outcome.kind !== 'performedAtOnce') {
    return;
  }
  for (const [index, term] of terms.entries()) {
    if (term.kind === 'payment' && term.schedule.kind !== 'onSigning') {
      yield {
        code: 'notPerformedAtOnce',
        field: `terms.${index}.schedule`,
        sentence: `第${chineseNumeral(index + 1)}条不是签订时付清，协议却写明已经即时履行完毕`,
      };
    }
  }
}

function* days(facts: MediationAgreementFacts): Warned {
  const { signedOn } = facts;
  if (isByHand(signedOn)) {
    yield {
      code: 'signedOnLeftOpen',
      field: 'signedOn',
      sentence: '签订日期未填，纸上留空由当事人签订时填写',
    };
  }
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
