import type { CaseDetail } from '#shared/contract/cases.ts';
import { caseLife } from '#shared/domain/case-life.ts';
import { casePeriod } from '#shared/domain/case-period.ts';
import { formatLocalDate } from '#shared/domain/local-date.ts';
import { extensionProblemSentence } from '#shared/domain/period.ts';
import { typedDay } from '../../../components/fields/date-field.tsx';
import { usePeriod, usePeriodRules } from './course.ts';
import type { MoveDraft } from './move-draft.ts';
import styles from './moves.module.css';

/** The last day as it is, what it would become, and why an extension would not count (法释〔2016〕14号 第27条第2款). */
export function ExtensionPreview(props: { readonly detail: CaseDetail; readonly draft: MoveDraft }) {
  const { detail, draft } = props;
  const rules = usePeriodRules();
  const present = usePeriod(detail);
  if (rules === undefined || present === undefined || present.kind === 'undetermined') {
    return <p className={styles.problem}>▲ 期限还算不出来（没有接收日期或程序类型），先补齐再登记延期。</p>;
  }
  const left =
    present.extensionDaysLeft === 'unlimited' ? '没有上限' : `还可以延长 ${present.extensionDaysLeft} 日`;
  return (
    <div className={styles.preview}>
      <p>
        现在：
        {present.kind === 'determined'
          ? `至${formatLocalDate(present.endsOn)}`
          : `中止中，恢复后还有 ${present.daysLeft} 天`}
        ；延期{left}。<cite>{present.rule.source}</cite>
      </p>
      <Outcome {...props} draft={draft} rules={rules} />
    </div>
  );
}

function Outcome(props: {
  readonly detail: CaseDetail;
  readonly draft: MoveDraft;
  readonly rules: NonNullable<ReturnType<typeof usePeriodRules>>;
}) {
  const { detail, draft, rules } = props;
  const days = Number(draft.days);
  if (!Number.isInteger(days) || days < 1 || days > 3650) return null;
  const applicantsConsentedOn = typedDay(draft.applicantsOn);
  const respondentsConsentedOn = typedDay(draft.respondentsOn);
  const wished = {
    days,
    ...(applicantsConsentedOn === null ? {} : { applicantsConsentedOn }),
    ...(respondentsConsentedOn === null ? {} : { respondentsConsentedOn }),
  };
  const life = caseLife(detail.moves);
  const extended = casePeriod(
    detail.facts,
    { ...life, extensions: [...life.extensions, wished] },
    rules.settings,
    rules.calendars,
  );
  if (extended === undefined || extended.kind === 'undetermined') return null;
  const outcome = extended.extensions.find(({ extension }) => extension === wished);
  if (outcome === undefined) return null;
  if (!outcome.counted) {
    return (
      <p className={styles.problem} role="status">
        ▲ {extensionProblemSentence(outcome.problem)}
      </p>
    );
  }
  return (
    <p role="status">
      延期后：
      {extended.kind === 'determined'
        ? `至${formatLocalDate(extended.endsOn)}`
        : `恢复后还有 ${extended.daysLeft} 天`}
      。
    </p>
  );
}
