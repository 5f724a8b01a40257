import { findVagueTerms, vagueTermsArticle } from '#shared/domain/vague-terms.ts';
import styles from './agreement.module.css';

/** The words of a clause that leave the day, the sum or the duty open, marked in their place with the reason. */
export function VagueWords({ text }: { readonly text: string }) {
  const found = findVagueTerms(text);
  if (found.length === 0) {
    return null;
  }
  return (
    <ul className={styles.vague}>
      {found.map(({ term, index, why }) => (
        <li key={index}>
          …{text.slice(Math.max(0, index - 8), index)}
          <mark>{term}</mark>
          {text.slice(index + term.length, index + term.length + 8)}… {why}
        </li>
      ))}
      <li className={styles.vagueSource}>{vagueTermsArticle}</li>
    </ul>
  );
}
