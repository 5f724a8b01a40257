import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { MonthAdjustment, MonthAdjustments } from '#shared/contract/months.ts';
import type { Month } from '#shared/domain/local-date.ts';
import {
  type AdjustmentKind,
  adjustmentKinds,
  changeInWords,
  figureChangesInWords,
} from '#shared/domain/month-adjustment.ts';
import { formatMonth } from '#shared/domain/reporting-period.ts';
import { sliceDimensions } from '#shared/domain/statistics.ts';
import { query } from '../../../api.ts';
import { eventInWords } from '../../../components/event-words.ts';
import { formatInstant } from '../../../components/instant.ts';
import { Section } from '../../../components/page.tsx';
import { ErrorLine } from '../../../components/states.tsx';
import styles from './closing.module.css';

const kinds = Object.keys(adjustmentKinds) as AdjustmentKind[];
const mostAtOnce = 50;
const sectionId = 'month-adjustments';

/** 上期调整: what became different in the months that were closed before, case by case. Nothing where there is none. */
export function Adjustments(props: { readonly month: Month }) {
  const found = useQuery(query.months.adjustments.queryOptions({ input: { month: props.month } }));
  if (found.isError) {
    return <ErrorLine error={found.error} />;
  }
  const shown = found.data;
  if (shown === undefined || shown.month !== props.month || shown.state === 'none') {
    return null;
  }
  if (shown.adjustments.length === 0 && shown.carried === null) {
    return null;
  }
  return (
    <Section
      id={sectionId}
      title="上期调整"
      note={
        shown.state === 'frozen' ? '锁定时的上期调整' : '以前的月份锁定以后的改动，计入本月；本月锁定前还会变'
      }
    >
      <div className={styles.adjustments}>
        <Carried shown={shown} />
        {shown.totals.map(({ month, changes }) => (
          <p key={month}>
            {formatMonth(month)}：
            <span title={changes.map(changeInWords).join('，')}>{figureChangesInWords(changes)}</span>
          </p>
        ))}
        {kinds.map((kind) => (
          <OfKind key={kind} kind={kind} adjustments={shown.adjustments.filter((one) => one.kind === kind)} />
        ))}
      </div>
    </Section>
  );
}

/** In a line at the top of the page: that there are adjustments, and down to them. */
export function AdjustmentsHint(props: { readonly month: Month }) {
  const found = useQuery(query.months.adjustments.queryOptions({ input: { month: props.month } }));
  const count = found.data?.adjustments.length ?? 0;
  if (count === 0) {
    return null;
  }
  return (
    <span>
      上期调整 {count} 笔
      <Button
        size="small"
        type="link"
        onClick={() => document.getElementById(sectionId)?.scrollIntoView({ block: 'start' })}
      >
        查看上期调整
      </Button>
    </span>
  );
}

function Carried(props: { readonly shown: MonthAdjustments }) {
  const { carried, adjustments } = props.shown;
  if (carried === null) {
    return null;
  }
  const before = formatMonth(carried.month);
  if (!carried.connected) {
    return (
      <p>
        统计周期改过：本月的第一天不是{before}最后一天的次日，旧存 {carried.opening} 与{before}未结{' '}
        {carried.closing} 不能直接比。
      </p>
    );
  }
  if (adjustments.length === 0) {
    return (
      <p>
        没有上期调整：旧存 {carried.opening}＝{before}锁定时未结 {carried.closing}。
      </p>
    );
  }
  const sign = carried.adjusted < 0 ? '－' : '＋';
  return (
    <p className={styles.carried}>
      旧存 {carried.opening}＝{before}锁定时未结 {carried.closing}
      {sign}上期调整 {Math.abs(carried.adjusted)}
    </p>
  );
}

function OfKind(props: { readonly kind: AdjustmentKind; readonly adjustments: readonly MonthAdjustment[] }) {
  const [all, setAll] = useState(false);
  const { adjustments } = props;
  const { label, explanation } = adjustmentKinds[props.kind];
  if (adjustments.length === 0) {
    return null;
  }
  const rows = all ? adjustments : adjustments.slice(0, mostAtOnce);
  return (
    <details open={props.kind === 'correction'} className={styles.kind}>
      <summary>
        {label} {adjustments.length} 笔<span className={styles.meaning}>{explanation}</span>
      </summary>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">案件</th>
            <th scope="col">调整的月份</th>
            <th scope="col">相差</th>
            <th scope="col">锁定以后办了什么</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((one) => (
            <Row key={`${one.month} ${one.caseId}`} adjustment={one} />
          ))}
        </tbody>
      </table>
      {rows.length < adjustments.length && (
        <Button size="small" onClick={() => setAll(true)}>
          显示全部 {adjustments.length} 笔
        </Button>
      )}
    </details>
  );
}

function Row({ adjustment }: { readonly adjustment: MonthAdjustment }) {
  const { caseId, internalNumber, month, counted, changes, moves, events } = adjustment;
  const shownMoves = moves.filter(({ dimension }) => dimension !== 'closing');
  return (
    <tr>
      <td>
        <Link to={`/cases/${caseId}`}>{internalNumber}</Link>
      </td>
      <td>{formatMonth(month)}</td>
      <td>
        {!counted.before && <span className={styles.tag}>新计入</span>}
        {!counted.after && <span className={styles.tag}>不再计入</span>}
        <span title={changes.map(changeInWords).join('，')}>{figureChangesInWords(changes)}</span>
        {shownMoves.map(({ dimension, before, after }) => (
          <small key={dimension}>
            {sliceDimensions[dimension].label}：{before.join('、')} → {after.join('、')}
          </small>
        ))}
      </td>
      <td>
        {events.length === 0 ? (
          '登记没有改动；设置或者统计口径变了'
        ) : (
          <ul className={styles.events}>
            {events.map((event) => (
              <li key={`${event.at} ${event.what}`}>
                {formatInstant(event.at)} {event.by}：{eventInWords(event.what)}
              </li>
            ))}
          </ul>
        )}
      </td>
    </tr>
  );
}
