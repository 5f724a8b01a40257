import { Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { CaseDetail, CaseRow } from '#shared/contract/cases.ts';
import type { CaseStatus } from '#shared/domain/case-status.ts';
import { caseStatusLabels } from '#shared/domain/glossary.ts';
import { office } from '../../../api.ts';
import { FirstFocus } from '../../../components/first-focus.tsx';
import { ErrorLine } from '../../../components/states.tsx';
import { useCommand } from '../use-case.ts';
import styles from './related-section.module.css';

/** The same dispute was registered twice: which of the two goes on, and why. */
export function MergeDialog(props: {
  readonly detail: CaseDetail;
  readonly other: CaseRow;
  readonly onClose: () => void;
}) {
  const { detail, other, onClose } = props;
  const navigate = useNavigate();
  const [kept, setKept] = useState<'this' | 'other' | null>(null);
  const [reason, setReason] = useState('');
  const merge = useCommand({
    run: async (keep: 'this' | 'other') => {
      const duplicate = keep === 'this' ? other.id : detail.id;
      const intoCaseId = keep === 'this' ? detail.id : other.id;
      const version = keep === 'this' ? (await office.cases.get({ id: duplicate })).version : detail.version;
      await office.links.mergeInto({ caseId: duplicate, version, intoCaseId, reason: reason.trim() });
      return intoCaseId;
    },
    onDone: (id) => {
      onClose();
      if (id !== detail.id) {
        navigate(`/cases/${id}?section=facts`);
      }
    },
  });
  const ready = kept !== null && reason.trim() !== '';
  const give = () => {
    if (kept !== null && ready && !merge.isPending) {
      merge.mutate(kept);
    }
  };
  return (
    <Modal
      open
      title="两件是同一纠纷，并成一件"
      okText="并成一件"
      okButtonProps={{ disabled: !ready, loading: merge.isPending }}
      onOk={give}
      onCancel={onClose}
      mask={{ closable: false, blur: false }}
      width={640}
    >
      <div className={styles.dialog}>
        <FirstFocus />
        <p>
          另一件进回收站，不再计数；它的法院案号、平台编号移到保留的一件，并记为“此前的分流”。以后恢复它，案号会退回去。它的协议、到位款和结案不会移过来，请先看清保留哪一件。
        </p>
        <Radio.Group
          aria-label="保留哪一件"
          className={styles.choices ?? ''}
          value={kept}
          onChange={(event) => setKept(event.target.value)}
          options={[
            { value: 'this', label: `保留本案 ${inWords(detail.internalNumber, numbersOf(detail), detail)}` },
            {
              value: 'other',
              label: `保留 ${inWords(other.internalNumber, other.courtNumber ?? '', other)}，本案进回收站`,
            },
          ]}
        />
        <label htmlFor="merge-reason">理由（记入两案的办理记录）</label>
        <Input
          id="merge-reason"
          data-first-focus
          value={reason}
          maxLength={400}
          autoComplete="off"
          placeholder="如：综治中心二次分流，重复登记"
          onChange={(event) => setReason(event.target.value)}
          onPressEnter={give}
        />
        <ErrorLine error={merge.error} />
      </div>
    </Modal>
  );
}

function numbersOf({ facts }: CaseDetail): string {
  return facts.courtNumbers.join('、');
}

/** 〔2026〕2号（（2026）内0602民初88号，调解中）. */
function inWords(internalNumber: string, courtNumbers: string, { status }: { readonly status: CaseStatus }) {
  const more = [courtNumbers, caseStatusLabels[status]].filter((words) => words !== '');
  return `${internalNumber}（${more.join('，')}）`;
}
