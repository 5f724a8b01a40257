import { Button } from 'antd';
import { useState } from 'react';
import type { CaseDetail } from '#shared/contract/cases.ts';
import type { Consent } from '#shared/contract/consents.ts';
import type { ConsentId } from '#shared/contract/ids.ts';
import type { Party } from '#shared/contract/parties.ts';
import { consentRules, consentState, latestConsent } from '#shared/domain/consent.ts';
import { contactSource, contactTally, unreachableParties } from '#shared/domain/contact.ts';
import { consentFormLabels, contactResultLabels, partyRoleLabels } from '#shared/domain/glossary.ts';
import { formatLocalDate } from '#shared/domain/local-date.ts';
import { office } from '../../../api.ts';
import { Section } from '../../../components/page.tsx';
import { ReasonDialog } from '../../../components/reason-dialog.tsx';
import { usePersonalNumbers } from '../personal-numbers.tsx';
import type { Go } from '../sections.ts';
import { useCommand } from '../use-case.ts';
import { ConsentsForm } from './consents-form.tsx';
import { ContactForm } from './contact-form.tsx';
import { ruleInWords, tallyInWords } from './contact-words.ts';
import { ContactsTable } from './contacts-table.tsx';
import styles from './process.module.css';

type WillingnessPartProps = {
  readonly detail: CaseDetail;
  readonly go: Go;
  readonly shown: boolean;
  /** Which of its forms is open. */
  readonly open: 'consents' | 'contact' | null;
  /** undefined while something is typed in a form of the section. */
  readonly onOpen: ((form: 'consents' | 'contact') => void) | undefined;
  readonly onTyped: (typed: boolean) => void;
  readonly onDone: () => void;
};

/** Whether each party agrees to be mediated, and how often each was tried to be reached. */
export function WillingnessPart({ detail, go, shown, open, onOpen, onTyped, onDone }: WillingnessPartProps) {
  const { numbers, button } = usePersonalNumbers();
  const [cancelling, setCancelling] = useState<ConsentId | null>(null);
  const cancel = useCommand({
    run: ({ id, reason }: { id: ConsentId; reason: string }) => office.consents.cancel({ id, reason }),
    onDone: () => setCancelling(null),
  });
  const live = detail.removed === null;
  const rule = consentRules[detail.facts.channel];
  return (
    <Section
      title="调解意愿与联系"
      note={`${rule.sentence}（${rule.source}）`}
      actions={
        <>
          {live && onOpen !== undefined && (
            <>
              {open !== 'consents' && <Button onClick={() => onOpen('consents')}>记意愿</Button>}
              {open !== 'contact' && <Button onClick={() => onOpen('contact')}>记一次联系</Button>}
            </>
          )}
          {detail.contacts.length > 0 && button}
        </>
      }
    >
      {open === 'consents' && (
        <ConsentsForm detail={detail} shown={shown} onTyped={onTyped} onDone={onDone} />
      )}
      <table className={`${styles.table} ${styles.parties}`} aria-label="各方意愿">
        <thead>
          <tr>
            <th scope="col">当事人</th>
            <th scope="col">意愿</th>
            <th scope="col">联系</th>
            <th scope="col">
              <span className="visually-hidden">操作</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {detail.parties.map((party) => (
            <PartyRow
              key={party.id}
              detail={detail}
              party={party}
              onCancel={live ? (consent) => setCancelling(consent.id) : undefined}
            />
          ))}
        </tbody>
      </table>
      <Proposals detail={detail} go={go} />
      {open === 'contact' && (
        <ContactForm detail={detail} shown={shown} numbers={numbers} onTyped={onTyped} onDone={onDone} />
      )}
      <ContactsTable detail={detail} numbers={numbers} />
      {cancelling !== null && (
        <ReasonDialog
          title="作废这条意愿"
          okText="作废"
          saving={cancel.isPending}
          error={cancel.error}
          onGive={(reason) => cancel.mutate({ id: cancelling, reason })}
          onClose={() => setCancelling(null)}
        >
          <p>记错了的才作废；当事人改变主意的，另记一条新的意愿。</p>
        </ReasonDialog>
      )}
    </Section>
  );
}

function PartyRow(props: {
  readonly detail: CaseDetail;
  readonly party: Party;
  readonly onCancel: ((consent: Consent) => void) | undefined;
}) {
  const { detail, party, onCancel } = props;
  const consent = latestConsent(detail.consents, party.id);
  const tally = contactTally(detail.contacts, party.id, detail.contactRule);
  const said = tally.lastReached;
  const unrecorded =
    said !== null &&
    (said.result === 'agreed' || said.result === 'declined') &&
    (consent === null || (consent.givenOn < said.on && consent.agreed !== (said.result === 'agreed')));
  return (
    <tr>
      <th scope="row">
        <span className={styles.role}>{partyRoleLabels[party.role]}</span> {party.name}
      </th>
      <td>
        {consent === null ? <span className={styles.faint}>未表态</span> : <ConsentView consent={consent} />}
        {unrecorded && (
          <div className={styles.doubt}>
            ▲ {formatLocalDate(said.on)}联系时{contactResultLabels[said.result]}，还没有记入意愿
          </div>
        )}
      </td>
      <td className={tally.tries === 0 ? styles.faint : undefined}>{tallyInWords(tally)}</td>
      <td className={styles.tools}>
        {consent !== null && onCancel !== undefined && (
          <Button
            size="small"
            type="link"
            aria-label={`作废${party.name}的意愿`}
            onClick={() => onCancel(consent)}
          >
            作废
          </Button>
        )}
      </td>
    </tr>
  );
}

function ConsentView({ consent }: { readonly consent: Consent }) {
  const about = [
    formatLocalDate(consent.givenOn),
    consentFormLabels[consent.form],
    consent.beforeReferral ? '法院移交前已取得' : null,
    consent.remarks,
  ].filter((word) => word !== null);
  return (
    <>
      <span className={consent.agreed ? styles.agreed : styles.declined}>
        {consent.agreed ? '✓ 同意调解' : '✕ 不同意'}
      </span>{' '}
      <span className={styles.about}>{about.join(' · ')}</span>
    </>
  );
}

/** What the records suggest; a person decides. */
function Proposals({ detail, go }: { readonly detail: CaseDetail; readonly go: Go }) {
  if (detail.closing !== null || detail.removed !== null) {
    return null;
  }
  const { declined } = consentState(detail.parties, detail.consents);
  const unreachable = unreachableParties(detail.parties, detail.contacts, detail.contactRule);
  const names = (parties: readonly Party[]) => parties.map(({ name }) => name).join('、');
  const proposals = [
    ...(declined.length === 0
      ? []
      : [
          {
            code: 'C21',
            words: `${names(declined)}不同意调解，可以按 C21 终结`,
            source: '法释〔2016〕14号 第26条第2项',
          },
        ]),
    ...(unreachable.length === 0
      ? []
      : [
          {
            code: 'C23',
            words: `${names(unreachable.map(({ party }) => party))}联系不上（本室以 ${ruleInWords(detail.contactRule)}为准），可以按 C23 终结`,
            source: contactSource,
          },
        ]),
  ];
  return proposals.length === 0 ? null : (
    <ul className={styles.proposals}>
      {proposals.map(({ code, words, source }) => (
        <li key={code}>
          <span>▲ {words}</span>
          <span className={styles.source}>{source}</span>
          <Button size="small" onClick={() => go('closing', 'code')}>
            去结案
          </Button>
        </li>
      ))}
    </ul>
  );
}
