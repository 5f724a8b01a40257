import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { caseStatusLabels } from '#shared/domain/glossary.ts';
import { normaliseIdNumber } from '#shared/domain/identity.ts';
import { splitPhones } from '#shared/domain/phone.ts';
import { query } from '../../api.ts';
import { readCourtNumbers } from '../../components/case-form/facts-draft.ts';
import { usePause } from '../../components/fields/use-pause.ts';
import styles from './intake.module.css';
import type { IntakeDraft } from './intake-draft.ts';

const because = {
  courtNumber: '案号相同',
  idNumber: '证件号码相同',
  phone: '电话相同',
  name: '当事人同名',
} as const;

/** Registered cases that share a number, an ID, a phone or the names: shown while typing, never refused. */
export function RelatedCases({ draft }: { readonly draft: IntakeDraft }) {
  const asked = JSON.stringify({
    parties: draft.parties
      .filter((party) => [...party.name.trim()].length >= 2)
      .map((party) => ({
        name: party.name.trim(),
        idNumber: party.idNumber.trim() === '' ? null : normaliseIdNumber(party.idNumber),
        phones: splitPhones(party.phones),
      })),
    courtNumbers: readCourtNumbers(draft.facts) ?? [],
  });
  const settled = usePause(asked, 400);
  const input = useMemo(() => ({ except: null, ...JSON.parse(settled) }), [settled]);
  const nothing = input.parties.length === 0 && input.courtNumbers.length === 0;
  const related = useQuery({
    ...query.cases.related.queryOptions({ input }),
    enabled: !nothing,
    placeholderData: keepPreviousData,
  });
  const found = nothing ? [] : (related.data ?? []);
  if (found.length === 0) {
    return null;
  }
  return (
    <aside className={styles.related} aria-label="可能相关的案件">
      <strong>可能相关的案件 {found.length} 件</strong>
      <ul>
        {found.slice(0, 5).map(({ row, because: why }) => (
          <li key={row.id}>
            <span className={styles.why}>{because[why]}</span>
            <Link to={`/cases/${row.id}`} title="先暂存这份登记，再打开那件案件">
              {row.courtNumber ?? row.internalNumber}
            </Link>
            <span className={styles.relatedParties} title={`${row.applicants} 与 ${row.respondents}`}>
              {row.applicants} 与 {row.respondents === '' ? '—' : row.respondents}
            </span>
            <span className={styles.relatedMore}>
              {row.causeName ?? '案由未填'} · {caseStatusLabels[row.status]}
            </span>
          </li>
        ))}
      </ul>
    </aside>
  );
}
