import type { Dossier } from '#shared/contract/dossiers.ts';
import styles from './dossier.module.css';

/** How complete the dossier is, for whoever is about to archive it. */
export function DossierWarning({ dossier }: { readonly dossier: Dossier }) {
  const { score, needed, present, pages } = dossier;
  const missing = dossier.items.filter(({ state }) => state === 'missing').map(({ label }) => label);
  return (
    <p>
      卷宗完整度 {score} 分（应备 {needed} 项，已备 {present} 项）。
      {missing.length > 0 && (
        <span className={styles.missing}>▲ 还缺：{missing.join('；')}。可以先归档，随后在“卷宗”里补。</span>
      )}
      {pages === null && <span className={styles.missing}>▲ 有材料还没有数页。</span>}
    </p>
  );
}
