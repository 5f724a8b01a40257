import { Segmented } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { CaseDetail } from '#shared/contract/cases.ts';
import type { MediatorId } from '#shared/contract/ids.ts';
import type { AppointmentWay } from '#shared/domain/case-move.ts';
import { MediatorField } from '../../../components/case-form/mediator-field.tsx';
import styles from './appoint.module.css';
import { RecusalFindings } from './recusal-findings.tsx';
import { SuggestedMediators } from './suggested-mediators.tsx';

type By = 'suggestion' | 'parties';

const ways = {
  suggestion: 'namedByOrganisation',
  parties: 'chosenByParties',
} as const satisfies Record<By, AppointmentWay>;

/**
 * Who mediates a case: 派单 from the suggestion, or 点单 by the parties from the whole roster, with the recusal check of
 * whoever is chosen under it. The parties choose first (法释〔2016〕14号 第12条). `way` is how the choice was made here.
 */
export function AppointChoice(props: {
  readonly detail: CaseDetail;
  readonly value: MediatorId | null;
  readonly onChange: (id: MediatorId | null, way: AppointmentWay) => void;
}) {
  const { detail, value, onChange } = props;
  const [by, setBy] = useState<By>('suggestion');
  const choose = (id: MediatorId | null, how: By) => onChange(id, ways[how]);
  return (
    <div className={styles.choice} data-field="mediatorId">
      <Segmented<By>
        aria-label="怎样确定调解员"
        value={by}
        options={[
          { value: 'suggestion', label: '派单（按建议）' },
          { value: 'parties', label: '点单（当事人选定）' },
        ]}
        onChange={(how) => {
          setBy(how);
          choose(value, how);
        }}
      />
      {by === 'suggestion' ? (
        <SuggestedMediators
          caseId={detail.id}
          present={detail.facts.mediatorId}
          value={value}
          onChoose={(id) => choose(id, 'suggestion')}
        />
      ) : (
        <MediatorField value={value} onChoose={(id) => choose(id, 'parties')} />
      )}
      <p className={styles.about}>
        要选的人不在这里的，先<Link to="/roster">到“名册”添加或恢复</Link>。
      </p>
      {value !== null && <RecusalFindings caseId={detail.id} mediatorId={value} />}
    </div>
  );
}
