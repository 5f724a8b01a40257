import { type DisclosureLack, disclosureLacks } from '#shared/domain/disclosure.ts';
import styles from './process.module.css';

/** What a disclosure still lacks, each with its article; nothing is held up by it. */
export function Lacks({ lacks }: { readonly lacks: readonly DisclosureLack[] }) {
  return lacks.length === 0 ? null : (
    <ul className={styles.proposals}>
      {lacks.map((lack) => (
        <li key={lack}>
          <span>▲ {disclosureLacks[lack].label}</span>
          <span className={styles.source}>{disclosureLacks[lack].source}</span>
        </li>
      ))}
    </ul>
  );
}
