import { chineseNumeral } from '../chinese-numeral.ts';
import { placeOfTerm } from './agreed-words.ts';
import type { AgreementToCheck, Findings } from './check.ts';

/** Days that cannot follow each other as they stand. */
export function* days({ signedOn, signedByHand, heldOn, terms }: AgreementToCheck): Findings {
  if (signedByHand) {
    yield {
      code: 'signedOnLeftOpen',
      field: 'signedOn',
      sentence: '签订日期未填，纸上留空由当事人签订时填写',
    };
  }
  const late = signedOn === null ? -1 : heldOn.findIndex((day) => day > signedOn);
  if (late >= 0) {
    yield {
      code: 'datesOutOfOrder',
      field: `sessions.${late}.heldOn`,
      sentence: `第${chineseNumeral(late + 1)}次调解在签订日期之后`,
    };
  }
  for (const [index, term] of terms.entries()) {
    if (term.kind !== 'payment' || term.schedule === 'onSigning') continue;
    const place = placeOfTerm(index);
    for (const [step, day] of term.dueOn.entries()) {
      const earlier = term.dueOn[step - 1];
      const which = term.dueOn.length === 1 ? '' : `第${chineseNumeral(step + 1)}期`;
      const field =
        term.schedule === 'single'
          ? `terms.${index}.schedule.dueOn`
          : `terms.${index}.schedule.instalments.${step}.dueOn`;
      if (signedOn !== null && day < signedOn) {
        yield { code: 'datesOutOfOrder', field, sentence: `${place}${which}的履行期限在签订日期之前` };
      } else if (earlier !== undefined && day < earlier) {
        yield { code: 'datesOutOfOrder', field, sentence: `${place}${which}的履行期限早于上一期` };
      }
    }
  }
}
