import { Button } from 'antd';
import { useState } from 'react';
import type { CaseDetail, CaseRow } from '#shared/contract/cases.ts';
import { Section } from '../../../components/page.tsx';
import { RelatedList } from '../../../components/related/related-list.tsx';
import { useRelated } from '../../../components/related/use-related.ts';
import { LinkDialog } from './link-dialog.tsx';
import { LinksTable } from './links-table.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { ReferralForm } from './referral-form.tsx';
import { ReferralsTable } from './referrals-table.tsx';
import styles from './related-section.module.css';

/** Whether the register may hold the same dispute or people twice: what is linked, what was referred before, what looks alike. */
export function RelatedSection({ detail, shown }: { readonly detail: CaseDetail; readonly shown: boolean }) {
  /** The case that is being linked; null: one that is still to be looked for. */
  const [linking, setLinking] = useState<{ readonly other: CaseRow | null } | null>(null);
  const [merging, setMerging] = useState<CaseRow | null>(null);
  const [referring, setReferring] = useState(false);
  const found = useRelated({
    except: detail.id,
    parties: detail.parties.map(({ name, idNumber, phones }) => ({ name, idNumber, phones })),
    courtNumbers: detail.facts.courtNumbers,
  });
  const linked = new Set(detail.links.map(({ other }) => other.id));
  const alike = found.filter(({ row }) => !linked.has(row.id));
  const live = detail.removed === null;
  const nothing = detail.links.length === 0 && detail.referrals.length === 0 && alike.length === 0;
  return (
    <Section
      title="关联案件"
      actions={
        live && (
          <>
            <Button onClick={() => setLinking({ other: null })}>关联案件…</Button>
            <Button onClick={() => setReferring(true)}>记此前的分流</Button>
          </>
        )
      }
    >
      <div className={styles.parts}>
        {nothing && !referring && (
          <p className={styles.quiet}>没有关联的案件，也没有证件号码、电话或者双方姓名相同的案件。</p>
        )}
        {detail.links.length > 0 && <LinksTable detail={detail} live={live} onMerge={setMerging} />}
        {(detail.referrals.length > 0 || referring) && (
          <div>
            <h3>此前的分流</h3>
            <p className={styles.quiet}>同一纠纷多次分流只算一件，记在这里，不另行登记。</p>
            {detail.referrals.length > 0 && <ReferralsTable detail={detail} live={live} />}
            {referring && <ReferralForm detail={detail} shown={shown} onDone={() => setReferring(false)} />}
          </div>
        )}
        {alike.length > 0 && (
          <div>
            <h3>可能相关的案件 {alike.length} 件</h3>
            <RelatedList
              found={alike}
              {...(live
                ? {
                    actions: (row: CaseRow) => (
                      <>
                        <Button type="link" size="small" onClick={() => setLinking({ other: row })}>
                          关联…
                        </Button>
                        <Button type="link" size="small" onClick={() => setMerging(row)}>
                          是同一纠纷…
                        </Button>
                      </>
                    ),
                  }
                : {})}
            />
          </div>
        )}
      </div>
      {linking !== null && (
        <LinkDialog detail={detail} chosen={linking.other} onClose={() => setLinking(null)} />
      )}
      {merging !== null && <MergeDialog detail={detail} other={merging} onClose={() => setMerging(null)} />}
    </Section>
  );
}
