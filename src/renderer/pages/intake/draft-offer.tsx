import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { office } from '../../api.ts';
import { formatInstant } from '../../components/instant.ts';
import styles from './intake.module.css';
import { titleOf } from './intake-draft.ts';
import { type KeptDraft, keptDrafts } from './use-draft.ts';

/** Forms that were left half filled, by a crash or on purpose: to go on with, or to throw away. */
export function DraftOffer(props: { readonly onResume: (kept: KeptDraft) => void }) {
  const [drafts, setDrafts] = useState<readonly KeptDraft[]>([]);
  const [all, setAll] = useState(false);
  // Asked once, when the page opens: what is typed from now on is this page's own draft. Without an answer there is
  // nothing to offer, and the form works all the same.
  useEffect(() => {
    let shown = true;
    keptDrafts().then(
      (kept) => shown && setDrafts(kept),
      () => undefined,
    );
    return () => {
      shown = false;
    };
  }, []);
  if (drafts.length === 0) {
    return null;
  }
  const discard = async (kept: KeptDraft) => {
    await office.drafts.discard({ id: kept.id });
    setDrafts((before) => before.filter(({ id }) => id !== kept.id));
  };
  const shown = all ? drafts : drafts.slice(0, 1);
  return (
    <section className={styles.offer} aria-label="未保存的登记">
      <strong>有未保存的登记</strong>
      <ul>
        {shown.map((kept) => (
          <li key={kept.id}>
            <span className={styles.offerTitle}>{titleOf(kept.draft)}</span>
            <span className={styles.offerWhen}>
              {kept.savedBy} {formatInstant(kept.savedAt)} 暂存
            </span>
            <Button
              size="small"
              type="primary"
              onClick={() => {
                setDrafts([]);
                props.onResume(kept);
              }}
            >
              接着填写
            </Button>
            <Button size="small" onClick={() => void discard(kept)}>
              丢弃
            </Button>
          </li>
        ))}
      </ul>
      {drafts.length > 1 && !all && (
        <Button size="small" type="link" onClick={() => setAll(true)}>
          另有 {drafts.length - 1} 份
        </Button>
      )}
      <Button size="small" type="text" onClick={() => setDrafts([])}>
        以后再说
      </Button>
    </section>
  );
}
