import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { Visit, VisitFacts } from '#shared/contract/after.ts';
import type { CaseDetail } from '#shared/contract/cases.ts';
import type { PartyId, VisitId } from '#shared/contract/ids.ts';
import { type ContactMeans, contactMeansSchema } from '#shared/domain/contact.ts';
import {
  contactMeansLabels,
  partyRoleLabels,
  satisfactionLabels,
  visitPerformanceLabels,
} from '#shared/domain/glossary.ts';
import { formatLocalDate } from '#shared/domain/local-date.ts';
import {
  type Satisfaction,
  satisfactionSchema,
  type VisitPerformance,
  visitPerformanceSchema,
} from '#shared/domain/visit.ts';
import { office } from '../../../api.ts';
import { ListField } from '../../../components/fields/choice-field.tsx';
import { DateField, typedDay } from '../../../components/fields/date-field.tsx';
import { FewField } from '../../../components/fields/few-field.tsx';
import fields from '../../../components/fields/fields.module.css';
import { focusField, moveOnWithEnter } from '../../../components/fields/move-on.ts';
import { TextField } from '../../../components/fields/text-field.tsx';
import { useOverview } from '../../../components/office-facts.tsx';
import { Section } from '../../../components/page.tsx';
import { ReasonDialog } from '../../../components/reason-dialog.tsx';
import outcome from '../outcome.module.css';
import { SaveBar } from '../save-bar.tsx';
import { useUnsaved } from '../unsaved.tsx';
import { useCommand } from '../use-case.ts';
import styles from './after.module.css';
import { partyName } from './use-after.ts';

type PartProps = { readonly detail: CaseDetail; readonly shown: boolean; readonly called: number | null };

/** 回访: whether it is performed and whether people are content, and when to ask again (人民调解法 第31条). */
export function VisitsPart({ detail, shown, called }: PartProps) {
  const { today } = useOverview();
  const [visiting, setVisiting] = useState(false);
  useEffect(() => {
    if (called !== null) setVisiting(true);
  }, [called]);
  const { visits } = detail.after;
  const next = visits.at(-1)?.nextOn ?? null;
  return (
    <Section
      title="回访"
      note={
        <>
          {next !== null && (
            <span className={next < today ? styles.late : undefined}>下次：{formatLocalDate(next)}　</span>
          )}
          督促履行，人民调解法 第31条
        </>
      }
      actions={
        detail.removed === null && !visiting && <Button onClick={() => setVisiting(true)}>记回访</Button>
      }
    >
      {visiting && <VisitForm detail={detail} shown={shown} onDone={() => setVisiting(false)} />}
      {(visits.length > 0 || !visiting) && <VisitsTable detail={detail} visits={visits} />}
    </Section>
  );
}

function VisitForm(props: {
  readonly detail: CaseDetail;
  readonly shown: boolean;
  readonly onDone: () => void;
}) {
  const { detail, shown, onDone } = props;
  const { today } = useOverview();
  const form = useRef<HTMLDivElement>(null);
  const [visitedOn, setVisitedOn] = useState('');
  const [partyId, setPartyId] = useState<PartyId | null>(null);
  const [means, setMeans] = useState<ContactMeans | null>(null);
  const [performance, setPerformance] = useState<VisitPerformance | null>(null);
  const [satisfaction, setSatisfaction] = useState<Satisfaction | null>(null);
  const [remarks, setRemarks] = useState('');
  const [nextOn, setNextOn] = useState('');
  const record = useCommand({
    run: (visit: VisitFacts) => office.after.visit({ caseId: detail.id, visit }),
    onDone,
  });
  useUnsaved('回访', visitedOn !== '' || remarks !== '');
  useEffect(() => {
    focusField('visitedOn', form.current ?? document);
  }, []);
  const day = typedDay(visitedOn);
  const next = typedDay(nextOn);
  const lacking = [...(day === null ? ['回访日期'] : []), ...(means === null ? ['方式'] : [])];
  return (
    <div
      ref={form}
      data-form
      className={`${outcome.inset} ${styles.form}`}
      onKeyDownCapture={moveOnWithEnter}
    >
      <div className={fields.grid}>
        <DateField
          name="visitedOn"
          label="回访日期"
          typed={visitedOn}
          doubt={day !== null && day > today ? '晚于今天' : undefined}
          onType={setVisitedOn}
        />
        <ListField
          name="partyId"
          label="回访谁"
          value={partyId}
          choices={detail.parties.map((party) => ({
            value: party.id,
            label: party.name,
            detail: partyRoleLabels[party.role],
          }))}
          onChoose={setPartyId}
        />
        <FewField
          name="means"
          label="方式"
          wide
          value={means}
          choices={contactMeansSchema.options.map((value) => ({ value, label: contactMeansLabels[value] }))}
          onChoose={setMeans}
          onUnchoose={() => setMeans(null)}
        />
        <FewField
          name="performance"
          label="履行情况"
          wide
          value={performance}
          choices={visitPerformanceSchema.options.map((value) => ({
            value,
            label: visitPerformanceLabels[value],
          }))}
          onChoose={setPerformance}
          onUnchoose={() => setPerformance(null)}
        />
        <FewField
          name="satisfaction"
          label="满意度"
          wide
          value={satisfaction}
          choices={satisfactionSchema.options.map((value) => ({ value, label: satisfactionLabels[value] }))}
          onChoose={setSatisfaction}
          onUnchoose={() => setSatisfaction(null)}
        />
        <TextField name="remarks" label="情况" wide maximum={1000} value={remarks} onType={setRemarks} />
        <DateField
          name="nextOn"
          label="下次回访"
          typed={nextOn}
          hint="不再回访的不填"
          doubt={next !== null && day !== null && next <= day ? '不晚于这次回访' : undefined}
          onType={setNextOn}
        />
      </div>
      <SaveBar
        shown={shown}
        ready={lacking.length === 0}
        why={`还缺：${lacking.join('、')}`}
        pending={record.isPending}
        error={record.error}
        onSave={() =>
          day !== null &&
          means !== null &&
          record.mutate({
            partyId,
            visitedOn: day,
            means,
            performance,
            satisfaction,
            remarks: remarks.trim() === '' ? null : remarks.trim(),
            nextOn: next,
          })
        }
        onCancel={onDone}
      />
    </div>
  );
}

function VisitsTable(props: { readonly detail: CaseDetail; readonly visits: readonly Visit[] }) {
  const { detail, visits } = props;
  const [cancelling, setCancelling] = useState<VisitId | null>(null);
  const cancel = useCommand({
    run: ({ id, reason }: { id: VisitId; reason: string }) => office.after.cancelVisit({ id, reason }),
    onDone: () => setCancelling(null),
  });
  if (visits.length === 0) return <p className={styles.quiet}>还没有回访。</p>;
  return (
    <>
      <table className={outcome.table}>
        <thead>
          <tr>
            <th scope="col">日期</th>
            <th scope="col">方式</th>
            <th scope="col">回访对象</th>
            <th scope="col">履行情况</th>
            <th scope="col">满意度</th>
            <th scope="col">情况</th>
            <th scope="col">下次</th>
            <th scope="col">
              <span className="visually-hidden">操作</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {visits.map((visit) => (
            <tr key={visit.id}>
              <td className={outcome.day}>{formatLocalDate(visit.visitedOn)}</td>
              <td>{contactMeansLabels[visit.means]}</td>
              <td>{partyName(detail, visit.partyId) ?? ''}</td>
              <td>{visit.performance === null ? '' : visitPerformanceLabels[visit.performance]}</td>
              <td>{visit.satisfaction === null ? '' : satisfactionLabels[visit.satisfaction]}</td>
              <td>{visit.remarks ?? ''}</td>
              <td className={outcome.day}>{visit.nextOn === null ? '' : formatLocalDate(visit.nextOn)}</td>
              <td>
                {detail.removed === null && (
                  <Button size="small" type="link" onClick={() => setCancelling(visit.id)}>
                    作废
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {cancelling !== null && (
        <ReasonDialog
          title="作废这次回访"
          okText="作废"
          saving={cancel.isPending}
          error={cancel.error}
          onGive={(reason) => cancel.mutate({ id: cancelling, reason })}
          onClose={() => setCancelling(null)}
        >
          <p>记录保留在历史里。</p>
        </ReasonDialog>
      )}
    </>
  );
}
