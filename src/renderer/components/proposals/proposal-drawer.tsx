import { useMutation, useQuery } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import { everyCase } from '#shared/contract/every-case.ts';
import type { CaseId, MediatorId } from '#shared/contract/ids.ts';
import { type FollowUpKind, followUpKinds, followUps } from '#shared/domain/mediator-record.ts';
import { office, query } from '../../api.ts';
import { MediatorField } from '../case-form/mediator-field.tsx';
import { EditDrawer } from '../edit-drawer.tsx';
import { ListField } from '../fields/choice-field.tsx';
import { DateField, typedDay } from '../fields/date-field.tsx';
import { FewField } from '../fields/few-field.tsx';
import { LongTextField, TextField } from '../fields/text-field.tsx';
import { useOverview } from '../office-facts.tsx';
import styles from './proposals.module.css';

const kinds = followUpKinds.map((value) => ({ value, label: followUps[value].label }));

function words(text: string): string | null {
  const trimmed = text.trim();
  return trimmed === '' ? null : trimmed;
}

/** 提案、社情民意信息: from a case, whose mediator is filled in, or from a mediator, whose cases are offered. */
export function ProposalDrawer(props: {
  readonly from:
    | { readonly case: CaseId; readonly mediatorId: MediatorId | null }
    | { readonly mediator: MediatorId };
  readonly onClose: () => void;
}) {
  const { from, onClose } = props;
  const { today } = useOverview();
  const { message } = App.useApp();
  const fromCase = 'case' in from;
  const [mediatorId, setMediatorId] = useState(fromCase ? from.mediatorId : from.mediator);
  const [caseId, setCaseId] = useState<CaseId | null>(fromCase ? from.case : null);
  const [kind, setKind] = useState<FollowUpKind>('proposal');
  const [title, setTitle] = useState('');
  const [submittedOn, setSubmittedOn] = useState('');
  const [number, setNumber] = useState('');
  const [result, setResult] = useState('');
  const day = typedDay(submittedOn);
  const lacking = [
    ...(mediatorId === null ? ['调解员'] : []),
    ...(words(title) === null ? ['题目'] : []),
    ...(day === null ? ['提交日期'] : []),
  ];
  const save = useMutation({
    mutationFn: async () => {
      if (mediatorId === null || day === null) {
        return;
      }
      await office.mediators.recordProposal({
        proposal: {
          caseId,
          mediatorId,
          kind,
          title: title.trim(),
          submittedOn: day,
          number: words(number),
          result: words(result),
        },
      });
    },
    onSuccess: () => {
      message.success(`已记${followUps[kind].label}`);
      onClose();
    },
  });
  return (
    <EditDrawer
      title="记提案、社情民意信息"
      size={560}
      changed={title !== '' || submittedOn !== '' || number !== '' || result !== ''}
      lacks={lacking.length === 0 ? null : `还缺：${lacking.join('、')}`}
      saving={save.isPending}
      error={save.error}
      onSave={() => save.mutate()}
      onClose={onClose}
    >
      <div className={styles.drawer}>
        <FewField name="kind" label="种类" value={kind} choices={kinds} onChoose={setKind} />
        <TextField name="title" label="题目" required value={title} maximum={200} onType={setTitle} />
        <DateField
          name="submittedOn"
          label="提交日期"
          required
          typed={submittedOn}
          doubt={day !== null && day > today ? '晚于今天' : undefined}
          onType={setSubmittedOn}
        />
        {fromCase ? (
          <MediatorField value={mediatorId} onChoose={setMediatorId} />
        ) : (
          <CaseField mediatorId={from.mediator} value={caseId} onChoose={setCaseId} />
        )}
        <TextField name="number" label="编号" value={number} maximum={50} onType={setNumber} />
        <LongTextField
          name="result"
          label="办理情况"
          rows={2}
          maximum={500}
          value={result}
          placeholder="如：立案、采用、答复"
          onType={setResult}
        />
      </div>
    </EditDrawer>
  );
}

/** The newest cases of a mediator, to say which one gave rise to it. */
function CaseField(props: {
  readonly mediatorId: MediatorId;
  readonly value: CaseId | null;
  readonly onChoose: (id: CaseId | null) => void;
}) {
  const cases = useQuery(
    query.cases.list.queryOptions({
      input: { filter: { ...everyCase, mediatorId: props.mediatorId }, after: null, limit: 200 },
    }),
  );
  return (
    <ListField
      name="caseId"
      label="来自案件"
      value={props.value}
      placeholder="没有对应案件的可以不选"
      choices={(cases.data?.rows ?? []).map((row) => ({
        value: row.id,
        label: `${row.internalNumber} ${row.applicants}`,
        detail: row.causeName,
      }))}
      onChoose={props.onChoose}
    />
  );
}
