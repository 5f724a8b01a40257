import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { FrozenCase, FrozenCaseChange } from '#shared/contract/months.ts';
import { changeInWords, figureChangesInWords } from '#shared/domain/month-adjustment.ts';
import { formatMonth } from '#shared/domain/reporting-period.ts';
import { listedFigures } from '#shared/domain/statistics/tables.ts';
import {
  type AmountName,
  amountNames,
  amounts,
  type FigureName,
  figures,
  mainAmounts,
} from '#shared/domain/statistics.ts';
import { addedInWords, unitOfAdded } from '../../../components/summed-words.ts';
import styles from './closing.module.css';

const mostAtOnce = 300;

/** What some frozen cases add to a sum (money in fen). */
export function sumOfFrozen(cases: readonly FrozenCase[], name: AmountName): number {
  return cases.reduce((sum, { sums }) => sum + (sums[name] ?? 0), 0);
}

/** The sums that are told: the main ones, and those taken over the cases of this number; none to which nobody adds. */
function toldSums(figure: FigureName, cases: readonly FrozenCase[]): readonly AmountName[] {
  return amountNames.filter(
    (name) =>
      ((mainAmounts as readonly AmountName[]).includes(name) || amounts[name].over === figure) &&
      sumOfFrozen(cases, name) !== 0,
  );
}

/** Cases as a closing froze them, each with what it counted and what became different since. */
export function FrozenCaseTable(props: {
  readonly figure: FigureName;
  /** The sum that the number is: the list then tells this one alone. */
  readonly summed: AmountName | undefined;
  readonly cases: readonly FrozenCase[];
  readonly changed: readonly FrozenCaseChange[];
  readonly caption: string;
  /** 本月, or the column of the month's report. */
  readonly countedIn: string;
}) {
  const [all, setAll] = useState(false);
  const { figure, summed } = props;
  const names = summed === undefined ? toldSums(figure, props.cases) : [summed];
  const cases =
    summed === undefined
      ? props.cases
      : props.cases.toSorted((one, other) => (other.sums[summed] ?? 0) - (one.sums[summed] ?? 0));
  const changes = new Map(props.changed.map((one) => [one.caseId, one]));
  const shown = all ? cases : cases.slice(0, mostAtOnce);
  return (
    <>
      <table className={styles.table}>
        <caption className="visually-hidden">{props.caption}</caption>
        <thead>
          <tr>
            <th scope="col">案件</th>
            <th scope="col">法院案号</th>
            <th scope="col">案由</th>
            <th scope="col">调解员</th>
            <th scope="col">终结日</th>
            <th scope="col">{props.countedIn}计入</th>
            {names.map((name) => (
              <th key={name} scope="col" data-align="end" title={amounts[name].formula}>
                {amounts[name].label}（{unitOfAdded(name)}）
              </th>
            ))}
            <th scope="col">锁定以后</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((one) => (
            <Row key={one.caseId} frozen={one} names={names} change={changes.get(one.caseId)} />
          ))}
        </tbody>
        {cases.length > 0 && (
          <tfoot>
            <tr>
              <th scope="row" colSpan={6}>
                合计 {cases.length} 件
              </th>
              {names.map((name) => (
                <td key={name} data-align="end">
                  {addedInWords(name, sumOfFrozen(cases, name))}
                </td>
              ))}
              <td />
            </tr>
          </tfoot>
        )}
      </table>
      {shown.length < cases.length && (
        <Button size="small" onClick={() => setAll(true)}>
          显示全部 {cases.length} 件
        </Button>
      )}
    </>
  );
}

function Row(props: {
  readonly frozen: FrozenCase;
  readonly names: readonly AmountName[];
  readonly change: FrozenCaseChange | undefined;
}) {
  const { frozen, names, change } = props;
  const counted = listedFigures.filter((name) => frozen.figures.includes(name));
  return (
    <tr>
      <td>
        <Link to={`/cases/${frozen.caseId}`} title="查看案件今天的情况">
          {frozen.internalNumber}
        </Link>
      </td>
      <td>
        {frozen.courtNumbers.map((number) => (
          <div key={number}>{number}</div>
        ))}
      </td>
      <td>{frozen.causeName}</td>
      <td>{frozen.mediatorName}</td>
      <td className={styles.day}>{frozen.endedOn ?? ''}</td>
      <td>{counted.map((name) => figures[name].label).join('、')}</td>
      {names.map((name) => (
        <td key={name} data-align="end">
          {addedInWords(name, frozen.sums[name] ?? 0)}
        </td>
      ))}
      <td>
        {change?.parts.map((part) => (
          <div key={part.in}>
            <span className={styles.tag}>上期调整</span>
            <span title={part.changes.map(changeInWords).join('，')}>
              {part.changes.length === 0 ? '只是归类变动' : figureChangesInWords(part.changes)}
            </span>
            （
            <Link to={`/statistics?month=${part.in}`} className={styles.inText ?? ''}>
              计入{formatMonth(part.in)}
            </Link>
            ）
          </div>
        ))}
      </td>
    </tr>
  );
}
