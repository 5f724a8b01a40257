import { Button } from 'antd';
import { useState } from 'react';
import type { CaseDetail } from '#shared/contract/cases.ts';
import type { Contact } from '#shared/contract/contacts.ts';
import type { ContactId } from '#shared/contract/ids.ts';
import { contactMeansLabels, contactResultLabels } from '#shared/domain/glossary.ts';
import { formatLocalDate } from '#shared/domain/local-date.ts';
import { office } from '../../../api.ts';
import { ReasonDialog } from '../../../components/reason-dialog.tsx';
import { maskedIfPhone, type PersonalNumbers } from '../personal-numbers.tsx';
import { useCommand } from '../use-case.ts';
import styles from './process.module.css';

/** So many are in sight before somebody asks for the rest. */
const fewest = 4;

/** The tries to reach the parties and others, newest first; one that was entered by mistake is cancelled with its reason. */
export function ContactsTable(props: { readonly detail: CaseDetail; readonly numbers: PersonalNumbers }) {
  const { detail, numbers } = props;
  const [all, setAll] = useState(false);
  const [cancelling, setCancelling] = useState<ContactId | null>(null);
  const cancel = useCommand({
    run: ({ id, reason }: { id: ContactId; reason: string }) => office.contacts.cancel({ id, reason }),
    onDone: () => setCancelling(null),
  });
  if (detail.contacts.length === 0) {
    return null;
  }
  const newest = detail.contacts.toReversed();
  const rows = all ? newest : newest.slice(0, fewest);
  return (
    <>
      <table className={`${styles.table} ${styles.contacts}`} aria-label="联系记录">
        <thead>
          <tr>
            <th scope="col">联系时间</th>
            <th scope="col">联系谁</th>
            <th scope="col">方式</th>
            <th scope="col">结果</th>
            <th scope="col">备注</th>
            <th scope="col">
              <span className="visually-hidden">操作</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((contact) => (
            <tr key={contact.id}>
              <td>
                {formatLocalDate(contact.contactedOn)} {contact.contactedAt ?? ''}
              </td>
              <td>{whoInWords(detail, contact)}</td>
              <td>
                {contactMeansLabels[contact.means]}
                {contact.reachedAt !== null && ` ${maskedIfPhone(contact.reachedAt, numbers)}`}
              </td>
              <td>{contactResultLabels[contact.result]}</td>
              <td>{contact.remarks ?? ''}</td>
              <td className={styles.tools}>
                {detail.removed === null && (
                  <Button size="small" type="link" onClick={() => setCancelling(contact.id)}>
                    作废
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {newest.length > fewest && (
        <Button size="small" type="link" onClick={() => setAll(!all)}>
          {all ? `只看最近 ${fewest} 次` : `全部 ${newest.length} 次联系`}
        </Button>
      )}
      {cancelling !== null && (
        <ReasonDialog
          title="作废这条联系记录"
          okText="作废"
          saving={cancel.isPending}
          error={cancel.error}
          onGive={(reason) => cancel.mutate({ id: cancelling, reason })}
          onClose={() => setCancelling(null)}
        >
          <p>记录保留在历史里，不再计入联系次数。</p>
        </ReasonDialog>
      )}
    </>
  );
}

function whoInWords({ parties }: CaseDetail, { partyId, person }: Contact): string {
  const party = parties.find(({ id }) => id === partyId)?.name ?? null;
  return party === null ? (person ?? '') : person === null ? party : `${party}（${person}接听）`;
}
