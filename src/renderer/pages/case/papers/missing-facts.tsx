import { type Go, placeOfDraftField } from '../sections.ts';
import styles from './papers.module.css';

type MissingFactsProps = {
  readonly missing: readonly { readonly field: string; readonly label: string }[];
  readonly go: Go;
};

/** What the paper lacks, each with the way to its field. */
export function MissingFacts({ missing, go }: MissingFactsProps) {
  if (missing.length === 0) {
    return null;
  }
  return (
    <div className={styles.missing} data-field="missing">
      <strong>出文书还缺 {missing.length} 项</strong>，点一项去填写
      <ul>
        {missing.map((fact) => (
          <li key={fact.field}>
            <button
              type="button"
              onClick={() => {
                const place = placeOfDraftField(fact.field);
                go(place.section, place.field);
              }}
            >
              {fact.label}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
