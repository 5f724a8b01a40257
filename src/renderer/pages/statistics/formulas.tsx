import { amounts, figures, ratios } from '#shared/domain/statistics.ts';
import styles from './formulas.module.css';

const parts = [
  { title: '件数', entries: Object.values(figures) },
  { title: '比率', entries: Object.values(ratios) },
  { title: '金额和合计', entries: Object.values(amounts) },
] as const;

/** 口径说明: every figure, rate and sum by its rule, from the definitions that count them. */
export function Formulas() {
  return (
    <section className={styles.formulas}>
      <h3>口径说明</h3>
      {parts.map(({ title, entries }) => (
        <div key={title}>
          <h4>{title}</h4>
          <dl>
            {entries.map(({ label, formula }) => (
              <div key={`${label} ${formula}`}>
                <dt>{label}</dt>
                <dd>{formula}</dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </section>
  );
}
