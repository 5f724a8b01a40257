import { useQuery } from '@tanstack/react-query';
import { query } from '../../api.ts';
import type { Way } from '../../components/case-form/facts-draft.ts';
import { eventInWords } from '../../components/event-words.ts';
import { formatInstant } from '../../components/instant.ts';
import { useOverview } from '../../components/office-facts.tsx';
import { Section } from '../../components/page.tsx';
import { ErrorState, LoadingState } from '../../components/states.tsx';
import shared from './case.module.css';
import type { ChangeInWords } from './change-in-words.ts';
import { moveInWords } from './history-moves.ts';
import styles from './history-section.module.css';
import { changesInWords, wayAfter } from './history-values.ts';
import { usePersonalNumbers } from './personal-numbers.tsx';
import type { SectionProps } from './section.ts';

/** Everything that was done to the case: who, when, what it was before and after. Nothing here ever changes. */
export function HistorySection({ detail, shown }: SectionProps) {
  const overview = useOverview();
  const { numbers, button } = usePersonalNumbers();
  const mediators = useQuery(query.mediators.list.queryOptions()).data ?? [];
  const history = useQuery({
    ...query.cases.history.queryOptions({ input: { id: detail.id } }),
    enabled: shown,
  });
  if (history.data === undefined) {
    return (
      <Section title="历史">
        {history.isError ? (
          <ErrorState error={history.error} onRetry={() => void history.refetch()} />
        ) : (
          <LoadingState />
        )}
      </Section>
    );
  }
  let way: Way = { channel: null, source: null };
  const entries = history.data
    .toSorted((a, b) => a.id - b.id)
    .map((entry) => {
      way = wayAfter(entry.changes, way);
      const move = moveInWords(entry, { channel: way.channel ?? detail.facts.channel, mediators });
      return {
        ...entry,
        title: move?.title ?? eventInWords(entry.what),
        words: move?.words ?? null,
        changes:
          move !== null
            ? []
            : changesInWords(entry.changes, { names: { ...overview, mediators }, numbers, way }),
      };
    })
    .reverse();
  return (
    <Section title="历史" note="每一步操作都记在这里，不能改动" actions={button}>
      <ol className={styles.history}>
        {entries.map((entry) => {
          const { changes } = entry;
          const amended = changes.some(({ before }) => before !== null);
          return (
            <li key={entry.id}>
              <header>
                <strong>{entry.title}</strong>
                <span>{entry.staffName}</span>
                <time dateTime={entry.at}>{formatInstant(entry.at)}</time>
              </header>
              {entry.words !== null && <p className={styles.words}>{entry.words}</p>}
              {changes.length > 0 && (amended ? <Changes changes={changes} /> : <Given changes={changes} />)}
            </li>
          );
        })}
      </ol>
    </Section>
  );
}

/** Something new: only what it says. */
function Given({ changes }: { readonly changes: readonly ChangeInWords[] }) {
  return (
    <dl className={styles.given}>
      {changes.map(({ label, after }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list of a past event never changes
        <div key={place}>
          <dt>{label}</dt>
          <dd>{after}</dd>
        </div>
      ))}
    </dl>
  );
}

function Changes({ changes }: { readonly changes: readonly ChangeInWords[] }) {
  return (
    <table className={shared.versions}>
      <thead>
        <tr>
          <th scope="col">项目</th>
          <th scope="col">改前</th>
          <th scope="col">改后</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ label, before, after }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list of a past event never changes
          <tr key={place}>
            <th scope="row">{label}</th>
            <td>{before ?? '（空）'}</td>
            <td>{after ?? '（空）'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
