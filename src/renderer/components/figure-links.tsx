import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Counted } from '#shared/contract/cases.ts';
import type { MediatorId } from '#shared/contract/ids.ts';
import { type Fen, formatWan, formatYuan } from '#shared/domain/money.ts';
import { formatMonth } from '#shared/domain/reporting-period.ts';
import { type AmountName, amounts, figures, formatRate, type RatioValue } from '#shared/domain/statistics.ts';
import { casesBehind, casesOf } from './case-filter.ts';
import styles from './figure-links.module.css';
import { useFrozenNumbersOf } from './frozen-numbers.ts';

type Behind = Counted & {
  /** Only the cases that this mediator leads. */
  readonly mediatorId?: MediatorId;
};

/** Words that open the cases behind a number; of a closed month as its closing froze them. */
export function CasesBehind(props: Behind & { readonly title: string; readonly children: ReactNode }) {
  const { figure, period, slices, anyOf, noneOf, group, days, assistedBy, summed, mediatorId } = props;
  const frozen = useFrozenNumbersOf(period);
  const counted = { figure, period, slices, anyOf, noneOf, group, days, assistedBy, summed };
  return (
    <Link
      to={mediatorId === undefined ? casesOf(frozen, counted) : casesBehind(counted, mediatorId)}
      title={frozen === null ? props.title : `${props.title}（${formatMonth(frozen.month)}锁定时的）`}
      className={styles.opens ?? ''}
    >
      {props.children}
    </Link>
  );
}

/** A number of cases; it opens them. Behind a zero there is nothing to open. */
export function CaseCount(props: Behind & { readonly count: number }) {
  if (props.count === 0) {
    return <span className={styles.zero}>0</span>;
  }
  const figure = figures[props.figure];
  return (
    <CasesBehind {...props} title={`${figure.label} ${props.count} 件：查看案件`}>
      {props.count}
    </CasesBehind>
  );
}

/** A rate in per cent; it opens the cases of its numerator, and its title says what is divided by what. */
export function CaseRate(props: Behind & { readonly value: RatioValue }) {
  const { numerator, denominator } = props.value;
  const words = formatRate(props.value);
  if (numerator === 0) {
    return (
      <span className={styles.zero} title={denominator === 0 ? '分母为零' : `0÷${denominator}`}>
        {words}
      </span>
    );
  }
  const { label } = figures[props.figure];
  return (
    <CasesBehind {...props} title={`${numerator}÷${denominator}：查看分子（${label}）的案件`}>
      {words}
    </CasesBehind>
  );
}

/** The cases that a sum is taken over; which these are, the sum itself says. */
type Summed = Omit<Behind, 'figure' | 'summed'> & { readonly summed: AmountName };

/** A sum of days or people, with its unit in its title; it opens the cases that it is the sum of. */
export function PlainSum(props: Summed & { readonly sum: number }) {
  if (props.sum === 0) {
    return <span className={styles.zero}>0</span>;
  }
  const { label, over, unit } = amounts[props.summed];
  return (
    <CasesBehind {...props} figure={over} title={`${label} ${props.sum} ${unit}：查看案件`}>
      {props.sum}
    </CasesBehind>
  );
}

/** A sum in 万元 with two decimals; the exact yuan stand in its title. It opens the cases that it is the sum of. */
export function AmountInWan(props: Summed & { readonly amount: Fen }) {
  if (props.amount === 0) {
    return <span className={styles.zero}>0.00</span>;
  }
  const { label, over } = amounts[props.summed];
  return (
    <CasesBehind {...props} figure={over} title={`${label} ${formatYuan(props.amount)} 元：查看案件`}>
      {formatWan(props.amount)}
    </CasesBehind>
  );
}
