import { findVagueTerms } from '../../domain/vague-terms.ts';
import { isByHand } from '../facts.ts';
import { chineseNumeral } from '../numerals.ts';
import type { MediationAgreementFacts } from './facts.ts';
import type { Warned } from './warning.ts';

/** What stands in the free words of the agreement and does not belong there, or not without something else. */
export function* wordsToLookAt(facts: MediationAgreementFacts): Warned {
  yield* vagueTerms(facts);
  yield* clausesAskingForJudgment(facts);
  yield* clausesOnEnforcement(facts);
  yield* guarantors(facts);
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

const enforceableOutcomes: ReadonlySet<MediationAgreementFacts['outcome']['kind']> = new Set([
  'judicialConfirmation',
  'conciliationStatement',
]);

/** Only what the court has confirmed, or its 调解书, can be enforced: 民事诉讼法 第100条、第206条. */
function* clausesOnEnforcement(facts: MediationAgreementFacts): Warned {
  if (enforceableOutcomes.has(facts.outcome.kind)) {
    return;
  }
  for (const { field, place, words } of agreedWords(facts)) {
    if (/强制执行|申请执行/u.test(words)) {
      yield {
        code: 'enforcementNotGiven',
        field,
        sentence: `${place}写有申请强制执行：只有经司法确认的协议或者法院的调解书可以申请执行（民事诉讼法 第206条、第100条）`,
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
