import type { ReactNode } from 'react';
import type { Dashboard, Measured } from '#shared/contract/plots.ts';
import {
  isSamePeriod,
  previousRequest,
  requestLastYear,
  shortPeriodName,
} from '#shared/domain/reporting-period.ts';
import {
  amounts,
  figures,
  formatDayChange,
  formatGrowth,
  formatPoints,
  formatRatio,
  isSpreadTold,
  type RatioValue,
  rates,
  ratios,
  spreads,
  tooFewWords,
} from '#shared/domain/statistics.ts';
import { AmountInWan, CaseCount, CaseRate, CasesBehind } from '../../../components/figure-links.tsx';
import styles from './headline.module.css';
import { behind, type PanelProps } from './shown.ts';
import { SpreadDays } from './spread-days.tsx';

/** The two sides of the ratios that a tile shows. */
function rateOf({ figures: { succeeded, closed } }: Measured): RatioValue {
  return { numerator: succeeded, denominator: closed };
}

function daysOf({ figures: { daysToClose, closed } }: Measured): RatioValue {
  return { numerator: daysToClose, denominator: closed };
}

type Change = (base: Measured) => string;
type Base = { readonly word: string; readonly name: string; readonly of: Measured | null };

/** 同比 and 环比; only one of them where both mean the same period. Null before the register begins. */
function basesOf(shown: Dashboard): readonly Base[] {
  const known = (of: Measured) => (shown.covered !== null && of.period.to >= shown.covered.from ? of : null);
  const year = {
    word: '同比',
    name: shortPeriodName(requestLastYear(shown.request)),
    of: known(shown.yearBefore),
  };
  if (isSamePeriod(shown.previous.period, shown.yearBefore.period)) return [year];
  return [
    year,
    { word: '环比', name: shortPeriodName(previousRequest(shown.request)), of: known(shown.previous) },
  ];
}

function Tile(props: {
  readonly title: string;
  readonly formula: string;
  readonly unit: string;
  readonly children: ReactNode;
  readonly under: ReactNode;
  readonly bases: readonly Base[];
  readonly change: Change;
}) {
  return (
    <div className={styles.tile} title={props.formula}>
      <dt>{props.title}</dt>
      <dd className={styles.value}>
        {props.children}
        <span className={styles.unit}>{props.unit}</span>
      </dd>
      <dd className={styles.under}>{props.under}</dd>
      {props.bases.map(({ word, name, of }) => (
        <dd
          key={word}
          className={styles.change}
          title={of === null ? `登记簿里没有${name}的案件` : `比${name}，按未四舍五入的数计算`}
        >
          <span className={styles.word}>{word}</span> {of === null ? '—' : props.change(of)}
        </dd>
      ))}
    </div>
  );
}

/** The six numbers that a leader asks for first, each against the year before and the period before. */
export function Headline({ shown }: Omit<PanelProps, 'open'>) {
  const { figures: now } = shown.current;
  const bases = basesOf(shown);
  const grown =
    (name: 'received' | 'closed' | 'closing' | 'agreedFen'): Change =>
    (base) =>
      formatGrowth(now[name], base.figures[name]);
  const rate = rateOf(shown.current);
  const days = daysOf(shown.current);
  const { median, ninetieth } = shown.closingTimes.spread;
  const count = (figure: 'received' | 'closed' | 'closing', under: ReactNode) => (
    <Tile
      title={figures[figure].label}
      formula={figures[figure].formula}
      unit="件"
      under={under}
      bases={bases}
      change={grown(figure)}
    >
      <CaseCount {...behind(shown, figure)} count={now[figure]} />
    </Tile>
  );
  return (
    <dl className={styles.tiles}>
      {count(
        'received',
        <>
          另有旧存 <CaseCount {...behind(shown, 'opening')} count={now.opening} /> 件
        </>,
      )}
      {count(
        'closed',
        <>
          退回 <CaseCount {...behind(shown, 'returned')} count={now.returned} /> 件不计结案
        </>,
      )}
      {count(
        'closing',
        <span className={now.overdue > 0 ? styles.overdue : undefined}>
          其中超期 <CaseCount {...behind(shown, 'overdue')} count={now.overdue} /> 件
        </span>,
      )}
      <Tile
        title="成功率"
        formula={rates.ofClosed.formula}
        unit=""
        under={
          <>
            成功 <CaseCount {...behind(shown, 'succeeded')} count={rate.numerator} /> ÷ 结案{' '}
            <CaseCount {...behind(shown, 'closed')} count={rate.denominator} />
          </>
        }
        bases={bases}
        change={(base) => formatPoints(rate, rateOf(base))}
      >
        <CaseRate {...behind(shown, 'succeeded')} value={rate} />
      </Tile>
      <Tile
        title={amounts.agreedFen.label}
        formula={amounts.agreedFen.formula}
        unit="万元"
        under={
          <>
            到位{' '}
            <AmountInWan {...behind(shown, amounts.paidFen.over)} summed="paidFen" amount={now.paidFen} />{' '}
            万元
          </>
        }
        bases={bases}
        change={grown('agreedFen')}
      >
        <AmountInWan {...behind(shown, amounts.agreedFen.over)} summed="agreedFen" amount={now.agreedFen} />
      </Tile>
      <Tile
        title={ratios.averageDays.label}
        formula={`${ratios.averageDays.formula}；${spreads.ninetieth.label}：${spreads.ninetieth.formula}`}
        unit={days.denominator === 0 ? '' : '天'}
        under={
          median === null ? (
            '没有结案'
          ) : !isSpreadTold(days.denominator) ? (
            tooFewWords
          ) : (
            <>
              中位 <SpreadDays shown={shown} name="median" days={median} /> 天，90%在{' '}
              <SpreadDays shown={shown} name="ninetieth" days={ninetieth} /> 天内
            </>
          )
        }
        bases={bases}
        change={(base) => formatDayChange(days, daysOf(base))}
      >
        {days.denominator === 0 ? (
          '—'
        ) : (
          <CasesBehind
            {...behind(shown, 'closed')}
            title={`${days.numerator} 天÷结案 ${days.denominator} 件：查看结案的案件`}
          >
            {formatRatio('averageDays', days)}
          </CasesBehind>
        )}
      </Tile>
    </dl>
  );
}
