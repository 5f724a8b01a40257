import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import type { CaseDetail, CaseRow } from '#shared/contract/cases.ts';
import { everyCase } from '#shared/contract/every-case.ts';
import { type LinkKind, linkKinds } from '#shared/domain/case-link.ts';
import { linkKindLabels } from '#shared/domain/glossary.ts';
import { office, query } from '../../../api.ts';
import { usePause } from '../../../components/fields/use-pause.ts';
import { FirstFocus } from '../../../components/first-focus.tsx';
import { ErrorLine } from '../../../components/states.tsx';
import { useCommand } from '../use-case.ts';
import styles from './related-section.module.css';

const kindHints: Readonly<Record<LinkKind, string>> = {
  series: '系列案：每案各计一件。',
  sameDispute: '同一纠纷：只记关联，两件都还计数；重复登记的，关联后点“并成一件…”。',
  related: '相关案件：当事人或者事实有牵连。',
};

function named(row: CaseRow): string {
  const number = row.courtNumber ?? row.internalNumber;
  return `${number} ${row.applicants} 与 ${row.respondents === '' ? '—' : row.respondents}`;
}

/** Links a case with another one, which is given or looked for by name or number. */
export function LinkDialog(props: {
  readonly detail: CaseDetail;
  readonly chosen: CaseRow | null;
  readonly onClose: () => void;
}) {
  const { detail, onClose } = props;
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(props.chosen);
  const [kind, setKind] = useState<LinkKind>('related');
  const [remarks, setRemarks] = useState('');
  const search = usePause(typed.trim(), 250);
  const cases = useQuery({
    ...query.cases.list.queryOptions({ input: { filter: { ...everyCase, search }, after: null, limit: 8 } }),
    enabled: props.chosen === null && search !== '',
    placeholderData: keepPreviousData,
  });
  const linked = new Set([detail.id, ...detail.links.map(({ other }) => other.id)]);
  const found = search === '' ? [] : (cases.data?.rows ?? []).filter(({ id }) => !linked.has(id));
  const link = useCommand({
    run: (other: CaseRow) =>
      office.links.link({
        caseId: detail.id,
        otherCaseId: other.id,
        kind,
        remarks: remarks.trim() === '' ? null : remarks.trim(),
      }),
    onDone: onClose,
  });
  const give = () => {
    if (chosen !== null && !link.isPending) {
      link.mutate(chosen);
    }
  };
  return (
    <Modal
      open
      title="关联案件"
      okText="关联"
      okButtonProps={{ disabled: chosen === null, loading: link.isPending }}
      onOk={give}
      onCancel={onClose}
      mask={{ closable: false, blur: false }}
      width={640}
    >
      <div className={styles.dialog}>
        <FirstFocus />
        {props.chosen === null ? (
          <>
            <label htmlFor="link-search">找要关联的案件</label>
            <Input
              id="link-search"
              data-first-focus
              value={typed}
              autoComplete="off"
              placeholder="姓名、拼音首字母、案号尾号、电话"
              onChange={(event) => setTyped(event.target.value)}
            />
            {found.length > 0 && (
              <Radio.Group
                className={styles.choices ?? ''}
                aria-label="找到的案件"
                value={chosen?.id ?? null}
                onChange={(event) => setChosen(found.find(({ id }) => id === event.target.value) ?? null)}
                options={found.map((row) => ({ value: row.id, label: named(row) }))}
              />
            )}
            {search !== '' && found.length === 0 && !cases.isFetching && (
              <p className={styles.quiet}>没有找到可以关联的案件。</p>
            )}
          </>
        ) : (
          <p>{named(props.chosen)}</p>
        )}
        <Radio.Group
          aria-label="关联种类"
          value={kind}
          onChange={(event) => setKind(event.target.value)}
          options={linkKinds.map((value) => ({ value, label: linkKindLabels[value] }))}
        />
        <p className={styles.quiet}>{kindHints[kind]}</p>
        <label htmlFor="link-remarks">说明（可不填）</label>
        <Input
          id="link-remarks"
          value={remarks}
          maxLength={500}
          autoComplete="off"
          onChange={(event) => setRemarks(event.target.value)}
          onPressEnter={give}
        />
        <ErrorLine error={link.error} />
      </div>
    </Modal>
  );
}
