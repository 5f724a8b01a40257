import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { CaseDetail } from '#shared/contract/cases.ts';
import type { PaperSet } from '#shared/documents/catalogue.ts';
import { query } from '../../../api.ts';
import { Section } from '../../../components/page.tsx';
import { ErrorState, LoadingState } from '../../../components/states.tsx';
import type { SectionProps } from '../section.ts';
import { type Chosen, keyOf, PaperList } from './paper-list.tsx';
import { PaperPane } from './paper-pane.tsx';
import styles from './papers.module.css';
import { SetPane } from './set-pane.tsx';

/** The set that a case is about to need. */
function nextSet({ closing, agreement, sessions }: CaseDetail): PaperSet {
  if (closing !== null) return 'closing';
  if (agreement !== null) return 'agreement';
  return sessions.length > 0 ? 'mediation' : 'opening';
}

/** Every paper of the case, set by set, beside how it will look. */
export function PapersSection({ detail, go, shown }: SectionProps) {
  const listing = useQuery(query.documents.catalogue.queryOptions({ input: { caseId: detail.id } }));
  const [chosen, setChosen] = useState<Chosen>({ kind: 'set', set: nextSet(detail) });
  const [printing, setPrinting] = useState<number | null>(null);
  const turn = useRef(0);
  const choose = (next: Chosen) => {
    setPrinting(null);
    setChosen(next);
  };
  if (listing.isError) return <ErrorState error={listing.error} onRetry={() => void listing.refetch()} />;
  if (listing.data === undefined) return <LoadingState />;
  const listed = listing.data;
  const paper = chosen.kind === 'paper' ? listed.find((one) => keyOf(one) === chosen.key) : undefined;
  const set = chosen.kind === 'set' ? chosen.set : (paper?.set ?? nextSet(detail));
  return (
    <div className={styles.sides}>
      <div className={styles.left}>
        <Section title="文书" note="点一件看它的样子，点一套看要印哪些">
          <PaperList
            detail={detail}
            listed={listed}
            chosen={chosen}
            onChoose={choose}
            onPrint={(toPrint) => {
              turn.current += 1;
              setChosen({ kind: 'set', set: toPrint });
              setPrinting(turn.current);
            }}
          />
        </Section>
      </div>
      <div className={styles.right}>
        {paper === undefined ? (
          <SetPane
            key={set}
            detail={detail}
            set={set}
            papers={listed.filter((one) => one.set === set)}
            shown={shown}
            printing={printing}
            onOpen={(one) => choose({ kind: 'paper', key: keyOf(one) })}
          />
        ) : (
          <PaperPane key={keyOf(paper)} detail={detail} paper={paper} shown={shown} go={go} />
        )}
      </div>
    </div>
  );
}
