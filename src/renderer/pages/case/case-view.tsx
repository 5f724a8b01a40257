import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { CaseDetail } from '#shared/contract/cases.ts';
import { type MoveCode, moveCodeSchema } from '#shared/domain/case-move.ts';
import type { CasePlace } from '#shared/domain/case-so-far.ts';
import { focusField, whenThere } from '../../components/fields/move-on.ts';
import { usePageKeys } from '../../components/page-keys.ts';
import { AgreementSection } from './agreement/agreement-section.tsx';
import styles from './case.module.css';
import { CaseHeader, nextField } from './case-header.tsx';
import { ClosingSection } from './closing-section.tsx';
import { DossierSection } from './dossier/dossier-section.tsx';
import { DoubtsStrip } from './doubts-strip.tsx';
import { FactsSection } from './facts-section.tsx';
import { HistorySection } from './history-section.tsx';
import { useNextMove } from './moves/course.ts';
import { type DialogMove, isDialogMove } from './moves/move-draft.ts';
import { MoveDrawer } from './moves/move-drawer.tsx';
import { lastMove, TakeBack } from './moves/take-back.tsx';
import { OutcomeSection } from './outcome-section.tsx';
import { PapersSection } from './papers/papers-section.tsx';
import { PartiesSection } from './parties-section.tsx';
import { RegisteredNote } from './registered-note.tsx';
import type { SectionProps } from './section.ts';
import { type Go, type Jump, type SectionName, sections } from './sections.ts';
import { SessionsSection } from './sessions-section.tsx';

const components = {
  parties: PartiesSection,
  facts: FactsSection,
  sessions: SessionsSection,
  agreement: AgreementSection,
  papers: PapersSection,
  closing: ClosingSection,
  outcome: OutcomeSection,
  dossier: DossierSection,
  history: HistorySection,
} as const satisfies Record<SectionName, (props: SectionProps) => unknown>;

/** The page of a case: head, doubts and nine sections, one of them in sight; forms once opened stay as they are. */
export function CaseView({ detail }: { readonly detail: CaseDetail }) {
  const [parameters, setParameters] = useSearchParams();
  const current = sections.find(({ name }) => name === parameters.get('section'))?.name ?? 'parties';
  const [visited, setVisited] = useState<ReadonlySet<SectionName>>(new Set([current]));
  const [jump, setJump] = useState<Jump | null>(null);
  const turn = useRef(0);
  // Once something was done with a case, its registration is no news.
  const [registered] = useState(detail.version);

  if (!visited.has(current)) {
    setVisited(new Set([...visited, current]));
  }
  const show = (section: SectionName) =>
    setParameters({ section }, { replace: true, preventScrollReset: true });
  const go: Go = (section, field) => {
    show(section);
    if (field !== undefined) {
      turn.current += 1;
      setJump({ section, field, turn: turn.current });
    }
  };
  useSectionKeys(show);
  usePageKeys({ print: () => go('agreement', 'print') });

  const next = useNextMove(detail);
  const [move, setMove] = useState<DialogMove | null>(null);
  const [takingBack, setTakingBack] = useState(false);
  const begin = (code: MoveCode) => (isDialogMove(code) ? setMove(code) : go('closing', 'code'));
  const goTo = ({ section, field }: CasePlace) => {
    if (section === 'move') begin(moveCodeSchema.parse(field));
    else go(section === 'after' ? 'outcome' : section, field);
  };
  const last = lastMove(detail);
  const leave = () => {
    setMove(null);
    setTakingBack(false);
    // The dialog holds the cursor while it is there.
    whenThere(() => document.querySelector('[role="dialog"]') === null && focusField(nextField));
  };
  return (
    <div className={styles.case}>
      {detail.version === registered && <RegisteredNote detail={detail} />}
      <CaseHeader
        detail={detail}
        next={next}
        onGo={goTo}
        onMove={begin}
        onTakeBack={() => setTakingBack(true)}
      />
      {move !== null && <MoveDrawer key={move} detail={detail} code={move} onClose={leave} />}
      {takingBack && last !== undefined && <TakeBack detail={detail} move={last} onClose={leave} />}
      <DoubtsStrip detail={detail} />
      <SectionTabs current={current} detail={detail} onShow={show} />
      {sections
        .filter(({ name }) => visited.has(name) || name === current)
        .map(({ name, label }) => {
          const Component = components[name];
          return (
            <section
              key={name}
              id={`section-${name}`}
              role="tabpanel"
              aria-label={label}
              hidden={name !== current}
              className={styles.panel}
            >
              <Component
                detail={detail}
                go={go}
                jump={jump?.section === name ? jump : null}
                shown={name === current}
              />
            </section>
          );
        })}
    </div>
  );
}

function SectionTabs(props: {
  readonly current: SectionName;
  readonly detail: CaseDetail;
  readonly onShow: (section: SectionName) => void;
}) {
  const { detail } = props;
  const counts: Partial<Record<SectionName, number>> = {
    parties: detail.parties.length,
    sessions: detail.sessions.length,
    outcome: detail.payments.length,
  };
  return (
    <div role="tablist" aria-label="案件内容" className={styles.tabs}>
      {sections.map(({ name, label }, place) => (
        <button
          key={name}
          type="button"
          role="tab"
          aria-selected={name === props.current}
          aria-controls={`section-${name}`}
          aria-keyshortcuts={String(place + 1)}
          title={`${label}（按 ${place + 1}）`}
          className={styles.tab}
          onClick={() => props.onShow(name)}
        >
          <span className={styles.tabKey} aria-hidden="true">
            {place + 1}
          </span>
          {label}
          {(counts[name] ?? 0) > 0 && <span className={styles.tabCount}>{counts[name]}</span>}
        </button>
      ))}
    </div>
  );
}

function useSectionKeys(show: (section: SectionName) => void): void {
  const held = useRef(show);
  useEffect(() => {
    held.current = show;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const target = event.target;
      const typing =
        target instanceof HTMLElement &&
        target.matches('input, textarea, select, [role="combobox"], [contenteditable]');
      const section = sections[Number(event.key) - 1];
      if (
        section === undefined ||
        typing ||
        event.ctrlKey ||
        event.altKey ||
        event.metaKey ||
        event.isComposing
      ) {
        return;
      }
      if (document.querySelector('[role="dialog"]') === null) {
        event.preventDefault();
        held.current(section.name);
      }
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
