import { type AgreementCheck, type CheckCode, checkRules } from './agreement-checks.ts';
import type { AgreementForm } from './agreement-form.ts';
import { formatLocalDate, type LocalDate } from './local-date.ts';

/** What decides whether an application for confirmation comes in time and in order. */
export type ConfirmationToCheck = {
  readonly form: AgreementForm;
  /** What the parties chose as its effect; null: nobody has said. */
  readonly effect: string | null;
  /** When the agreement took effect; null: not known yet. */
  readonly effectiveOn: LocalDate | null;
  /** The last day for the application; null where it cannot be reckoned. */
  readonly lastDay: LocalDate | null;
  /** When both sides applied, or the day on which they would. */
  readonly day: LocalDate;
};

/** What in an agreement keeps a court from confirming it: of an application the office is told, it is the court that decides. */
const ofConfirmation: ReadonlySet<CheckCode> = new Set([
  'identityNotConfirmable',
  'rightNotConfirmable',
  'rightPerhapsNotConfirmable',
  'confirmationAfterFiling',
  'sealLacking',
  'organisationDoubtful',
]);

/**
 * What to look at before the parties sign an application for 司法确认; none of it stands in the way, because the law leaves
 * it to the court. `agreement` is what the checks find in the agreement where it is to be confirmed.
 */
export function checkConfirmation(
  { form, effect, effectiveOn, lastDay, day }: ConfirmationToCheck,
  agreement: readonly AgreementCheck[],
): readonly AgreementCheck[] {
  const found: AgreementCheck[] = [];
  const warn = (code: CheckCode, field: string, sentence: string) =>
    found.push({
      code,
      severity: 'warning',
      sentence,
      article: checkRules[code].article,
      field,
      overridable: false,
    });
  if (effectiveOn === null || lastDay === null) {
    warn(
      'confirmationDayOpen',
      'signedOn',
      '协议的签订日期未填，无从核对申请期限：须自协议生效之日起三十日内共同申请',
    );
  } else if (day > lastDay) {
    warn(
      'confirmationLate',
      'signedOn',
      `协议自${formatLocalDate(effectiveOn)}生效，共同申请的期限到${formatLocalDate(lastDay)}为止，已经超过：可以起诉、申请支付令或者办理公证`,
    );
  }
  if (form === 'oral') {
    warn(
      'confirmationOfOral',
      'agreementForm',
      '达成的是口头协议，申请时须提交调解协议：请先制作调解协议书，或者附口头协议登记表并向法院说明',
    );
  }
  if (effect !== null && effect !== 'judicialConfirmation') {
    warn('confirmationNotAgreed', 'outcome', '协议选定的处理不是申请司法确认，须各方重新商定后共同申请');
  }
  return [
    ...found,
    ...agreement
      .filter(({ code }) => ofConfirmation.has(code))
      .map((check) => ({ ...check, severity: 'warning' as const, overridable: false })),
  ];
}
