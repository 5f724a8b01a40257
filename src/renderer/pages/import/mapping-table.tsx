import { Select } from 'antd';
import type { ImportPreview } from '#shared/contract/imports.ts';
import { columnLetters } from '#shared/domain/ledger/cells.ts';
import { isAmount } from '#shared/domain/ledger/columns.ts';
import { type LedgerField, ledgerFieldFacts, ledgerFields } from '#shared/domain/ledger/fields.ts';
import type { ColumnMapping, LedgerMapping, SheetMapping } from '#shared/domain/ledger/head.ts';
import styles from './import.module.css';

const choices = [
  { value: 'ignore' as const, label: '不导入' },
  ...ledgerFields.map((field) => ({ value: field, label: ledgerFieldFacts[field].label })),
];

const headsOf = (sheet: SheetMapping) =>
  JSON.stringify(sheet.columns.map(({ index, head }) => [index, head]));

/** Sheets with the very same heads are shown, and changed, together. */
function groupsOf(mapping: LedgerMapping): readonly (readonly SheetMapping[])[] {
  return [...Map.groupBy(mapping.sheets, headsOf).values()];
}

function withColumn(
  field: LedgerField | 'ignore',
  before: ColumnMapping,
  unit: ColumnMapping['unit'],
): ColumnMapping {
  const { index, head } = before;
  const chosen = { index, head, field, certain: true };
  return field !== 'ignore' && isAmount(field) ? { ...chosen, unit: unit ?? 'yuan' } : chosen;
}

/** Which column of the ledger holds what; what the program was not sure of is marked, and all of it can be changed. */
export function MappingTable(props: {
  readonly mapping: LedgerMapping;
  readonly sample: ImportPreview['sample'];
  readonly onChange: (mapping: LedgerMapping) => void;
}) {
  const { mapping, sample } = props;
  const change = (group: readonly SheetMapping[], column: ColumnMapping) =>
    props.onChange({
      ...mapping,
      sheets: mapping.sheets.map((sheet) =>
        group.includes(sheet)
          ? { ...sheet, columns: sheet.columns.map((each) => (each.index === column.index ? column : each)) }
          : sheet,
      ),
    });
  return groupsOf(mapping).map((group) => {
    const [first] = group;
    if (first === undefined) {
      return null;
    }
    const names = group.map((sheet) => sheet.name);
    const rows = sample.filter((row) => names.includes(row.sheet));
    const cases = group.reduce((sum, sheet) => sum + sheet.rowCount, 0);
    return (
      <div key={first.name} className={styles.group}>
        <p className={styles.sheets}>
          工作表：{names.join('、')}（表头在第 {first.headRows[0]}
          {first.headRows[1] > first.headRows[0] && `–${first.headRows[1]}`} 行，共 {cases} 行）
        </p>
        <table className={styles.mapping}>
          <thead>
            <tr>
              <th scope="col">列</th>
              <th scope="col">表头</th>
              <th scope="col">前几行的内容</th>
              <th scope="col">登记为</th>
              <th scope="col" className={styles.unit}>
                单位
              </th>
            </tr>
          </thead>
          <tbody>
            {first.columns.map((column) => (
              <tr key={column.index} data-ignored={column.field === 'ignore'}>
                <td className={styles.letter}>{columnLetters(column.index)}</td>
                <th scope="row">{column.head === '' ? '（没有表头）' : column.head}</th>
                <td className={styles.samples}>
                  {rows
                    .map((row) => row.cells[column.index] ?? '')
                    .filter((text) => text !== '')
                    .slice(0, 3)
                    .join('　｜　')}
                </td>
                <td className={styles.field}>
                  <Select<LedgerField | 'ignore'>
                    aria-label={`“${column.head}”登记为`}
                    value={column.field}
                    options={choices}
                    showSearch={{ optionFilterProp: 'label' }}
                    className={styles.select ?? ''}
                    popupMatchSelectWidth={false}
                    onChange={(field) => change(group, withColumn(field, column, column.unit))}
                  />
                  {!column.certain && column.field !== 'ignore' && (
                    <span className={styles.check}>请核对</span>
                  )}
                </td>
                <td>
                  {column.unit !== undefined && (
                    <Select
                      aria-label={`“${column.head}”的单位`}
                      value={column.unit}
                      options={[
                        { value: 'yuan', label: '元' },
                        { value: 'wan', label: '万元' },
                      ]}
                      onChange={(unit) => change(group, withColumn(column.field, column, unit))}
                    />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    );
  });
}
