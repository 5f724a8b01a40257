import { addFen, type Fen, formatYuan } from '../money.ts';
import { agreedWords, placeOfTerm } from './agreed-words.ts';
import { amountsInWords } from './capital-words.ts';
import type { AgreementToCheck, Findings } from './check.ts';

/** Whether the sums agree with each other and can be paid as they stand. */
export function* payments(agreement: AgreementToCheck): Findings {
  yield* sums(agreement);
  yield* amounts(agreement);
  yield* waysToPay(agreement);
  yield* performance(agreement);
}

function* sums({ terms, agreedFen }: AgreementToCheck): Findings {
  const amounts = terms.flatMap((term) => (term.kind === 'payment' ? [term.amount] : []));
  const known = amounts.filter((amount): amount is Fen => amount !== null);
  if (agreedFen === null || known.length === 0 || known.length < amounts.length) return;
  const total = addFen(...known);
  if (total !== agreedFen) {
    yield {
      code: 'sumDiffers',
      field: 'agreedAmount',
      sentence: `各给付条款合计￥${formatYuan(total)}，登记的协议金额为￥${formatYuan(agreedFen)}`,
    };
  }
}

/** The program writes both forms of a payment itself; only typed words can differ (domain.md §11.14). */
function* amounts(agreement: AgreementToCheck): Findings {
  for (const { field, place, words } of agreedWords(agreement)) {
    for (const { capital, figures, capitalFen, figuresFen } of amountsInWords(words)) {
      if (capitalFen !== figuresFen) {
        yield {
          code: 'amountsDiffer',
          field,
          sentence: `${place}大写“${capital}”是￥${formatYuan(capitalFen)}，小写是“${figures}”：大小写不一致，内容不明确`,
        };
      }
    }
  }
}

function* waysToPay({ terms }: AgreementToCheck): Findings {
  const told = terms.some(
    (term) => term.kind === 'text' && /份额|按份|各自?(?:支付|承担|负担|给付)/u.test(term.text),
  );
  for (const [index, term] of terms.entries()) {
    if (term.kind !== 'payment') continue;
    if (term.payers > 1 && term.liability === 'shares' && !told) {
      yield {
        code: 'sharesLacking',
        field: `terms.${index}.liability`,
        sentence: `${placeOfTerm(index)}没有写明各自的份额：难以确定的视为相同`,
      };
    }
    if (!term.hasWayToPay && term.schedule !== 'onSigning') {
      yield {
        code: 'paymentMethodLacking',
        field: `terms.${index}.method`,
        sentence: `${placeOfTerm(index)}没有写明支付方式和收款账户`,
      };
    }
  }
}

/** What is said to be performed already must not be payable later. */
function* performance({ effect, terms }: AgreementToCheck): Findings {
  if (effect !== 'performedAtOnce') return;
  for (const [index, term] of terms.entries()) {
    if (term.kind === 'payment' && term.schedule !== null && term.schedule !== 'onSigning') {
      yield {
        code: 'notPerformedAtOnce',
        field: `terms.${index}.schedule`,
        sentence: `${placeOfTerm(index)}不是签订时付清，协议却写明已经即时履行完毕`,
      };
    }
  }
}
