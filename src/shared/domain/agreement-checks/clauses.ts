import { findVagueTerms } from '../vague-terms.ts';
import { agreedWords } from './agreed-words.ts';
import type { AgreementToCheck, Findings } from './check.ts';

/** What stands in the free words of the agreement and does not belong there, or not without something else. */
export function* clauses(agreement: AgreementToCheck): Findings {
  yield* vagueTerms(agreement);
  yield* clausesAskingForJudgment(agreement);
  yield* clausesOnEnforcement(agreement);
  yield* guarantors(agreement);
}

/** 民诉解释 第358条 refuses confirmation of what is not clear. */
function* vagueTerms(agreement: AgreementToCheck): Findings {
  for (const { field, place, words } of agreedWords(agreement)) {
    for (const { term, why } of findVagueTerms(words)) {
      yield { code: 'vagueTerm', field, sentence: `${place}“${term}”：${why}` };
    }
  }
}

const judgmentClause =
  /(?:不履行|未履行|没有履行|逾期|违约|反悔)[^。；\n]{0,40}(?:请求|申请|要求|提请|由)[^。；\n]{0,12}法院[^。；\n]{0,12}(?:判决|裁判|审理)/u;

/** The court allows no such clause in its 调解书; in an agreement without one it is only of no use. */
function* clausesAskingForJudgment(agreement: AgreementToCheck): Findings {
  if (agreement.channel !== 'B') return;
  const without = agreement.effect === 'withdrawal' || agreement.effect === 'performedAtOnce';
  for (const { field, place, words } of agreedWords(agreement)) {
    if (judgmentClause.test(words)) {
      yield {
        code: 'asksForJudgment',
        field,
        sentence: `${place}约定一方不履行时由法院裁判：立案后的调解不准许这样约定，请改为违约责任`,
        ...(without ? { severity: 'warning' as const } : {}),
      };
    }
  }
}

/** Only what the court has confirmed, or its 调解书, can be enforced. */
function* clausesOnEnforcement(agreement: AgreementToCheck): Findings {
  const { effect } = agreement;
  if (effect === null || effect === 'judicialConfirmation' || effect === 'conciliationStatement') return;
  for (const { field, place, words } of agreedWords(agreement)) {
    if (/强制执行|申请执行/u.test(words)) {
      yield {
        code: 'enforcementNotGiven',
        field,
        sentence: `${place}写有申请强制执行：只有经司法确认的协议或者法院的调解书可以申请执行`,
      };
    }
  }
}

/** A guarantor is named in the 调解书 and signs; in an agreement without one he is bound only by his own signature. */
function* guarantors(agreement: AgreementToCheck): Findings {
  if (agreement.parties.some((party) => party.role === 'guarantor')) return;
  for (const { field, place, words } of agreedWords(agreement)) {
    const found = /担保人|保证人|提供(?:连带责任)?(?:担保|保证)|(?:抵押|质押)担保|连带责任保证/u.exec(words);
    if (found !== null) {
      yield {
        code: 'guarantorLacking',
        field,
        sentence: `${place}写有“${found[0]}”，当事人中没有担保人：案外人提供担保的，须列为担保人并签名`,
        ...(agreement.effect === 'conciliationStatement' ? {} : { severity: 'warning' as const }),
      };
    }
  }
}
