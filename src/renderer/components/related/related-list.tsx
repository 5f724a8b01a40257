import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { CaseRow } from '#shared/contract/cases.ts';
import type { CaseId } from '#shared/contract/ids.ts';
import { caseStatusLabels, closingLabels } from '#shared/domain/glossary.ts';
import { CasePeek } from './case-peek.tsx';
import styles from './related.module.css';
import type { RelatedCase } from './use-related.ts';

const because = {
  courtNumber: '案号相同',
  idNumber: '证件号码相同',
  phone: '电话相同',
  name: '双方同名',
} as const;

/** Why a case is shown: 证件号码相同：甲小明. */
function reasonInWords({ because: why, shared }: Omit<RelatedCase, 'row'>): string {
  return `${because[why]}：${shared}`;
}

type RelatedListProps = {
  readonly found: readonly RelatedCase[];
  /** What can be done with each, beside looking at it. */
  readonly actions?: (row: CaseRow) => ReactNode;
};

/** Cases with the reason why they are shown; each opens beside the form, which stays as it is. */
export function RelatedList({ found, actions }: RelatedListProps) {
  const [peeked, setPeeked] = useState<CaseId | null>(null);
  return (
    <>
      <ul className={styles.list}>
        {found.map(({ row, ...reason }) => (
          <li key={row.id}>
            <span className={styles.why}>{reasonInWords(reason)}</span>
            <CaseLine row={row} onPeek={() => setPeeked(row.id)} />
            {actions !== undefined && <span className={styles.actions}>{actions(row)}</span>}
          </li>
        ))}
      </ul>
      {peeked !== null && <CasePeek id={peeked} onClose={() => setPeeked(null)} />}
    </>
  );
}

/** Which case it is, in one line; its number opens it at the side. */
export function CaseLine({ row, onPeek }: { readonly row: CaseRow; readonly onPeek: () => void }) {
  const parties = `${row.applicants} 与 ${row.respondents === '' ? '—' : row.respondents}`;
  return (
    <>
      <Button type="link" size="small" title="在旁边打开，不离开这一页" onClick={onPeek}>
        {row.courtNumber ?? row.internalNumber}
      </Button>
      <span className={styles.parties} title={parties}>
        {parties}
      </span>
      <span className={styles.more}>
        {row.causeName ?? '案由未填'} ·{' '}
        {row.closingCode === null ? caseStatusLabels[row.status] : closingLabels[row.closingCode]}
      </span>
    </>
  );
}
