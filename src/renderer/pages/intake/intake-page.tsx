import { useMutation, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { MediatorId } from '#shared/contract/ids.ts';
import { office, query } from '../../api.ts';
import type { FactsDraft } from '../../components/case-form/facts-draft.ts';
import { FactsFields } from '../../components/case-form/facts-fields.tsx';
import { focusField, focusFieldSoon, moveOnWithEnter } from '../../components/fields/move-on.ts';
import { useOverview } from '../../components/office-facts.tsx';
import { Page } from '../../components/page.tsx';
import { usePageKeys } from '../../components/page-keys.ts';
import { addPartyWithKey, type PartiesChange, PartyList } from '../../components/party-form/party-list.tsx';
import { RecusalWhileTyping } from '../../components/recusal/recusal-while-typing.tsx';
import { ActionBar } from './action-bar.tsx';
import { DraftOffer } from './draft-offer.tsx';
import styles from './intake.module.css';
import { newIntake, readIntake } from './intake-draft.ts';
import { IntakeKeys } from './intake-keys.tsx';
import { RelatedCases } from './related-cases.tsx';
import { recall, remember } from './remembered.ts';
import { SeriesNote, useSeriesCopy } from './series-note.tsx';
import { type KeptDraft, useDraft } from './use-draft.ts';

/** Registers a case on one page, by keyboard alone. */
export function IntakePage() {
  const { profile, today, channels } = useOverview();
  const navigate = useNavigate();
  const [draft, setDraft] = useState(() => newIntake(recall(profile.courtId, channels)));
  const [pointed, setPointed] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  const { keeping, takeOver, stop, goOn } = useDraft(draft);
  // The names of courts and mediators are there before the first key.
  useQuery(query.reference.all.queryOptions());
  const read = readIntake(draft);

  useEffect(() => {
    focusFirstEmpty(form.current);
  }, []);

  const changeFacts = useCallback(
    (part: Partial<FactsDraft>) =>
      setDraft((all) => ({
        ...all,
        facts: withCourtOfChannel({ ...all.facts, ...part }, part, profile.courtId),
      })),
    [profile.courtId],
  );
  const changeParties: PartiesChange = useCallback(
    (update) => setDraft((all) => ({ ...all, parties: [...update(all.parties)] })),
    [],
  );

  const registering = useMutation({
    mutationFn: async () => {
      if (read.kind === 'obstacles') {
        throw new Error('The form is not ready.');
      }
      const draftId = await stop();
      const seriesOf = draft.seriesOf?.id ?? null;
      return office.cases.register({ facts: read.facts, parties: read.parties, draftId, seriesOf });
    },
    onSuccess: ({ id, internalNumber }) => {
      remember(draft.facts);
      navigate(`/cases/${id}`, { state: { registered: internalNumber } });
    },
    onError: goOn,
  });
  const save = () => {
    if (registering.isPending) {
      return;
    }
    const [first] = read.kind === 'obstacles' ? read.obstacles : [];
    if (first === undefined) {
      registering.mutate();
    } else {
      setPointed(true);
      focusField(first.field);
    }
  };
  usePageKeys({ save });

  useSeriesCopy((copied) => {
    setDraft(copied);
    const claimant = copied.parties.find(({ role }) => role === 'applicant');
    if (claimant !== undefined) {
      focusFieldSoon(`party:${claimant.key}:name`);
    }
  });

  const resume = (kept: KeptDraft) => {
    takeOver(kept);
    setDraft(kept.draft);
    requestAnimationFrame(() => focusFirstEmpty(form.current));
  };

  return (
    <Page title="登记案件" note={<IntakeKeys />} filled>
      <DraftOffer onResume={resume} />
      {draft.seriesOf !== null && (
        <SeriesNote of={draft.seriesOf} onLeave={() => setDraft((all) => ({ ...all, seriesOf: null }))} />
      )}
      <div
        ref={form}
        data-form
        className={styles.form}
        onKeyDownCapture={(event: KeyboardEvent<HTMLDivElement>) => {
          addPartyWithKey(event, draft.parties, changeParties);
          moveOnWithEnter(event);
        }}
      >
        <section className={styles.column} aria-label="案件">
          <FactsFields draft={draft.facts} onChange={changeFacts} />
        </section>
        <div className={styles.right}>
          <section className={styles.parties} aria-label="当事人">
            <PartyList parties={draft.parties} today={today} onChange={changeParties} />
          </section>
          <RelatedCases draft={draft} />
          <RecusalWhileTyping mediatorIds={mediatorsOf(draft.facts)} parties={draft.parties} />
        </div>
        <ActionBar
          draft={draft}
          obstacles={read.kind === 'obstacles' ? read.obstacles : []}
          pointed={pointed}
          keeping={keeping}
          saving={registering.isPending}
          error={registering.error}
          onSave={save}
        />
      </div>
    </Page>
  );
}

function mediatorsOf({ mediatorId, assistingMediatorIds }: FactsDraft): readonly MediatorId[] {
  return [...(mediatorId === null ? [] : [mediatorId]), ...assistingMediatorIds];
}

function focusFirstEmpty(form: HTMLElement | null): void {
  const fields = ['channel', 'source', 'courtId', 'courtNumbers'];
  const open = fields.find((name) => {
    const field = form?.querySelector(`[data-field="${name}"]`);
    return (
      field !== null &&
      field !== undefined &&
      field.getAttribute('data-has-value') !== 'true' &&
      !isChosen(field)
    );
  });
  focusField(open ?? 'courtNumbers', form ?? document);
}

function isChosen(field: Element): boolean {
  return field.querySelector('input:checked') !== null;
}

/** A and B come from a court, mostly the office's own; C comes from none unless somebody chooses one. */
function withCourtOfChannel(
  facts: FactsDraft,
  part: Partial<FactsDraft>,
  officeCourt: FactsDraft['courtId'],
): FactsDraft {
  if (part.channel === undefined) {
    return facts;
  }
  if (part.channel === 'C') {
    return facts.courtId === officeCourt ? { ...facts, courtId: null } : facts;
  }
  return facts.courtId === null ? { ...facts, courtId: officeCourt } : facts;
}
