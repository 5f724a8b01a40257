import { Button } from 'antd';
import { type Go, placeOfDraftField } from '../sections.ts';
import styles from './agreement.module.css';

type Named = { readonly field: string };

type MissingFactsProps = {
  readonly missing: readonly (Named & { readonly label: string })[];
  readonly warnings: readonly (Named & { readonly sentence: string })[];
  readonly go: Go;
};

/** What the paper lacks, each with the way to its field; and what to look at once more before printing. */
export function MissingFacts({ missing, warnings, go }: MissingFactsProps) {
  const to = ({ field }: Named) => {
    const place = placeOfDraftField(field);
    go(place.section, place.field);
  };
  return (
    <>
      {missing.length > 0 && (
        <div className={styles.missing}>
          <strong>出文书还缺 {missing.length} 项</strong>，点一项去填写
          <ul>
            {missing.map((fact) => (
              <li key={fact.field}>
                <button type="button" onClick={() => to(fact)}>
                  {fact.label}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      {warnings.length > 0 && (
        <ul className={styles.warned}>
          {warnings.map((warning) => (
            <li key={`${warning.field}${warning.sentence}`}>
              ▲ {warning.sentence}
              <Button type="link" size="small" onClick={() => to(warning)}>
                去看
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
