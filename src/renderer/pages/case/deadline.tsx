import { Popover } from 'antd';
import type { CaseDetail } from '#shared/contract/cases.ts';
import { formatLocalDate } from '#shared/domain/local-date.ts';
import {
  extensionProblemSentence,
  type MediationPeriod,
  type PeriodState,
  periodState,
  periodStepLabels,
} from '#shared/domain/period.ts';
import { missingCalendarSentence } from '#shared/domain/rest-days.ts';
import { useOverview } from '../../components/office-facts.tsx';
import styles from './deadline.module.css';
import { usePeriod } from './moves/course.ts';

function stateInWords(state: PeriodState): string {
  switch (state.kind) {
    case 'due':
      return `还有 ${state.inDays} 天`;
    case 'dueToday':
      return '今天到期';
    case 'overdue':
      return `已超期 ${state.byDays} 天`;
    case 'standing':
      return `中止中，恢复后还有 ${state.daysLeft} 天`;
    case 'undetermined':
      return state.reason === 'procedureKindMissing' ? '填写程序类型后才能计算' : '没有适用的期限规定';
  }
}

/** Until when an open case may be mediated (法释〔2016〕14号 第27条), and on request how that day was computed. */
export function Deadline({ detail }: { readonly detail: CaseDetail }) {
  const { today } = useOverview();
  const period = usePeriod(detail);
  if (period === undefined || detail.closing !== null || detail.removed !== null) return null;
  const state = periodState(period, today);
  const words = stateInWords(state);
  const urgency =
    state.kind === 'overdue' ? styles.late : state.kind === 'dueToday' ? styles.attention : styles.left;
  return (
    <div>
      <dt>调解期限</dt>
      <dd>
        {period.kind !== 'undetermined' ? (
          <Popover trigger={['click']} title="期限是这样算的" content={<Computation period={period} />}>
            <button type="button" className={styles.day}>
              {period.kind === 'determined' ? `至${formatLocalDate(period.endsOn)}` : '中止'}
              <span className={urgency}>（{words}）</span>
            </button>
          </Popover>
        ) : (
          <span className={styles.left}>{words}</span>
        )}
      </dd>
    </div>
  );
}

function Computation({ period }: { readonly period: Exclude<MediationPeriod, { kind: 'undetermined' }> }) {
  const missing = missingCalendarSentence(period.uncertainYears);
  return (
    <div className={styles.computation}>
      <ol>
        {period.steps.map((step) => (
          <li key={`${step.what} ${step.from}`}>
            <span>{periodStepLabels[step.what]}</span>
            <span>
              {step.what === 'receipt'
                ? `${formatLocalDate(step.from)}，当日不计入`
                : `${formatLocalDate(step.from)}至${formatLocalDate(step.to)}，${step.days} 天`}
            </span>
            <cite>{step.source}</cite>
          </li>
        ))}
      </ol>
      {period.extensions.map((outcome) =>
        outcome.counted ? null : (
          <p key={JSON.stringify(outcome.extension)} className={styles.attention}>
            延长{outcome.extension.days}日：{extensionProblemSentence(outcome.problem)}
          </p>
        ),
      )}
      {period.kind === 'determined' && period.naturalEndsOn !== period.endsOn && (
        <p>
          自然到期日{formatLocalDate(period.naturalEndsOn)}，顺延至{formatLocalDate(period.endsOn)}。
        </p>
      )}
      {missing !== undefined && <p className={styles.attention}>{missing}</p>}
    </div>
  );
}
