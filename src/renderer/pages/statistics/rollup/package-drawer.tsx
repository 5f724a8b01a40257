import { useQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import type { RollupPackageId } from '#shared/contract/ids.ts';
import { closingLabels } from '#shared/domain/glossary.ts';
import { formatWan } from '#shared/domain/money.ts';
import { formatMonth, formatPeriod } from '#shared/domain/reporting-period.ts';
import { officeLevels } from '#shared/domain/rollup.ts';
import { query } from '../../../api.ts';
import { ErrorState, LoadingState } from '../../../components/states.tsx';
import { FiguresTable } from './figures-table.tsx';
import styles from './rollup.module.css';

const mostShown = 200;

/** One package with its figures and its masked list of cases. */
export function PackageDrawer(props: { readonly id: RollupPackageId; readonly onClose: () => void }) {
  const details = useQuery(query.rollups.package.queryOptions({ input: { id: props.id } }));
  return (
    <Drawer open title="报送包" size={900} onClose={props.onClose} mask={{ blur: false }}>
      {details.isError ? (
        <ErrorState error={details.error} />
      ) : details.data === undefined ? (
        <LoadingState />
      ) : (
        <Details {...details.data} />
      )}
    </Drawer>
  );
}

type DetailsOf = NonNullable<
  Awaited<ReturnType<typeof import('../../../api.ts')['office']['rollups']['package']>>
>;

function Details({ package: received, content, tables, cases }: DetailsOf) {
  const mediators = tables.find(({ dimension }) => dimension === 'mediator');
  const facts: readonly (readonly [string, string])[] = [
    ['单位', received.officeName],
    [
      '级别、地区',
      `${officeLevels[received.level].label}${received.region === null ? '' : `，${received.region}`}`,
    ],
    ['月份', `${formatMonth(received.month)}（${formatPeriod(received.period)}）`],
    ['程序、口径', `${content.program} 版，口径第 ${content.definitions.version} 版`],
    ['文件', received.fileName],
    ['数据指纹', received.sha256],
    ...(content.missing.length === 0 ? [] : ([['缺', content.missing.join('、')]] as const)),
  ];
  return (
    <div className={styles.sums}>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <FiguresTable head="合计" rows={[{ label: '合计', figures: content.figures }]} />
      {content.units.length > 0 && (
        <FiguresTable
          head="单位"
          rows={content.units.map(({ name, figures }) => ({ label: name, figures }))}
        />
      )}
      {mediators !== undefined && <FiguresTable head="调解员" rows={mediators.rows} />}
      {cases.length > 0 && (
        <div className={styles.scroll}>
          <table className={styles.table}>
            <caption>
              明细 {cases.length} 件，不含姓名{cases.length > mostShown && `，列出前 ${mostShown} 件`}
            </caption>
            <thead>
              <tr>
                <th scope="col">内部编号</th>
                <th scope="col" className={styles.words}>
                  案由
                </th>
                <th scope="col">接收日</th>
                <th scope="col">终结日</th>
                <th scope="col" className={styles.words}>
                  终结方式
                </th>
                <th scope="col">标的额（万元）</th>
              </tr>
            </thead>
            <tbody>
              {cases.slice(0, mostShown).map((one) => (
                <tr key={one.number}>
                  <th scope="row">{one.number}</th>
                  <td className={styles.words}>{one.cause ?? '未填'}</td>
                  <td>{one.receivedOn ?? '—'}</td>
                  <td>{one.ending?.on ?? '—'}</td>
                  <td className={styles.words}>
                    {one.ending === null ? '未结' : closingLabels[one.ending.code]}
                  </td>
                  <td>{one.claimFen === null ? '—' : formatWan(one.claimFen)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}
