import type { Counted } from '#shared/contract/cases.ts';
import { fen } from '#shared/domain/money.ts';
import type { Period } from '#shared/domain/reporting-period.ts';
import {
  type AmountName,
  amounts,
  type FigureName,
  figures,
  formatRatio,
  isAmount,
  type RatioName,
  type RatioValue,
  ratios,
  type Unrecorded as UnrecordedIn,
} from '#shared/domain/statistics.ts';
import { AmountInWan, CaseCount, PlainSum } from '../../components/figure-links.tsx';
import styles from './measure-value.module.css';

type Where = { readonly period: Period; readonly slices: Counted['slices'] };

/** A count or a sum by its name; it opens its cases. */
export function MeasureValue(
  props: Where & { readonly name: FigureName | AmountName; readonly value: number },
) {
  const { name, value, period, slices } = props;
  if (!isAmount(name)) {
    return <CaseCount figure={name} period={period} slices={slices} count={value} />;
  }
  return amounts[name].unit === '万元' ? (
    <AmountInWan summed={name} period={period} slices={slices} amount={fen(value)} />
  ) : (
    <PlainSum summed={name} period={period} slices={slices} sum={value} />
  );
}

/** How many cases a measure leaves out because a day is not known; in place of the number where nothing of it is known. */
export function Unrecorded(props: Where & { readonly found: UnrecordedIn }) {
  const { found, period, slices } = props;
  const { figure, cases, whole } = found;
  return (
    <>
      {whole && <span className={styles.rate}>—</span>}
      <span className={styles.fraction} title={figures[figure].formula}>
        {!whole && '另有 '}
        <CaseCount figure={figure} period={period} slices={slices} count={cases} /> 件未载明
      </span>
    </>
  );
}

/** A rate or a mean, and under it what it is made of; each of the two opens its cases. */
export function RatioCell(props: Where & { readonly name: RatioName; readonly value: RatioValue }) {
  const { name, value, period, slices } = props;
  const { numerator, denominator } = ratios[name];
  return (
    <>
      <span className={styles.rate}>{formatRatio(name, value)}</span>
      <span className={styles.fraction}>
        <MeasureValue name={numerator} value={value.numerator} period={period} slices={slices} />
        <span aria-hidden="true">/</span>
        <MeasureValue name={denominator} value={value.denominator} period={period} slices={slices} />
      </span>
    </>
  );
}
