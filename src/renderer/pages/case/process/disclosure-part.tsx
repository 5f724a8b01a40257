import { Button } from 'antd';
import type { CaseDetail } from '#shared/contract/cases.ts';
import type { Disclosure } from '#shared/contract/disclosures.ts';
import type { DisclosureId } from '#shared/contract/ids.ts';
import { disclosureSource, lackingForDisclosure } from '#shared/domain/disclosure.ts';
import { consentFormLabels, recusalDecisionLabels } from '#shared/domain/glossary.ts';
import { formatLocalDate, type LocalDate } from '#shared/domain/local-date.ts';
import { Section } from '../../../components/page.tsx';
import { RecusalOfCase } from '../appoint/recusal-findings.tsx';
import { DisclosureForm } from './disclosure-form.tsx';
import { Lacks } from './lacks.tsx';
import styles from './process.module.css';

/** The form that is open: a new disclosure, or one of those on record. */
export type OpenDisclosure = DisclosureId | 'new';

type DisclosurePartProps = {
  readonly detail: CaseDetail;
  readonly shown: boolean;
  readonly open: OpenDisclosure | null;
  /** undefined while something is typed in a form of the section. */
  readonly onOpen: ((which: OpenDisclosure) => void) | undefined;
  readonly onTyped: (typed: boolean) => void;
  readonly onDone: () => void;
};

/** 披露与回避: what mediators disclosed, what both sides said to it, and what was decided. */
export function DisclosurePart({ detail, shown, open, onOpen, onTyped, onDone }: DisclosurePartProps) {
  const live = detail.removed === null && onOpen !== undefined;
  const amended = detail.disclosures.find(({ id }) => id === open) ?? null;
  return (
    <Section
      title="披露与回避"
      note={`与当事人、代理人有亲属、利害等关系的应当披露；继续调解须双方书面同意（${disclosureSource}）`}
      actions={live && open !== 'new' && <Button onClick={() => onOpen('new')}>记披露</Button>}
    >
      <RecusalOfCase detail={detail} />
      {open !== null && (
        <DisclosureForm
          key={open}
          detail={detail}
          disclosure={amended}
          shown={shown}
          onTyped={onTyped}
          onDone={onDone}
        />
      )}
      {detail.disclosures.length === 0 && open === null && <p className={styles.faint}>没有披露记录。</p>}
      <ol className={styles.disclosures}>
        {detail.disclosures
          .filter(({ id }) => id !== open)
          .map((disclosure) => (
            <li key={disclosure.id}>
              <DisclosureView
                detail={detail}
                disclosure={disclosure}
                onAmend={live ? () => onOpen(disclosure.id) : undefined}
              />
            </li>
          ))}
      </ol>
    </Section>
  );
}

function DisclosureView(props: {
  readonly detail: CaseDetail;
  readonly disclosure: Disclosure;
  readonly onAmend: (() => void) | undefined;
}) {
  const { disclosure, onAmend } = props;
  const { mediatorId, assistingMediatorIds } = props.detail.facts;
  const consent = (side: string, day: LocalDate | null) =>
    day === null ? null : `${side} ${formatLocalDate(day)}同意`;
  const answers = [
    consent('申请人一方', disclosure.applicantsConsentedOn),
    consent('被申请人一方', disclosure.respondentsConsentedOn),
    disclosure.consentForm === null ? null : consentFormLabels[disclosure.consentForm],
  ].filter((word) => word !== null);
  return (
    <article className={styles.disclosure}>
      <header>
        <strong>{disclosure.mediatorName}</strong>
        <span>{formatLocalDate(disclosure.disclosedOn)}披露</span>
        {disclosure.decision !== null && (
          <span className={styles.decision}>{recusalDecisionLabels[disclosure.decision]}</span>
        )}
        {disclosure.decidedBy !== null && <span>{disclosure.decidedBy}决定</span>}
        {onAmend !== undefined && (
          <Button size="small" type="link" onClick={onAmend}>
            修改
          </Button>
        )}
      </header>
      <p className={styles.matter}>{disclosure.matter}</p>
      {answers.length > 0 && <p className={styles.about}>{answers.join(' · ')}</p>}
      <Lacks
        lacks={lackingForDisclosure(
          disclosure,
          mediatorId === null ? assistingMediatorIds : [mediatorId, ...assistingMediatorIds],
        )}
      />
    </article>
  );
}
