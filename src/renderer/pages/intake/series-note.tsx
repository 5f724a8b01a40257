import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { Link, useSearchParams } from 'react-router';
import { caseIdSchema } from '#shared/contract/ids.ts';
import { office } from '../../api.ts';
import styles from './intake.module.css';
import { copyForSeries, type IntakeDraft } from './intake-draft.ts';

/** Fills the form with the case that the page was opened to copy, once; without that case the form stays as it is. */
export function useSeriesCopy(take: (draft: IntakeDraft) => void): void {
  const [parameters, setParameters] = useSearchParams();
  const asked = caseIdSchema.safeParse(Number(parameters.get('series') ?? 'none')).data;
  const begun = useRef(false);
  const held = useRef(take);
  useEffect(() => {
    held.current = take;
  });
  useEffect(() => {
    if (asked === undefined || begun.current) {
      return;
    }
    begun.current = true;
    // The address is tidied up, so that loading the page anew offers the draft instead of copying once more.
    const tidy = () => setParameters({}, { replace: true });
    office.cases.get({ id: asked }).then((detail) => {
      held.current(copyForSeries(detail));
      tidy();
    }, tidy);
  }, [asked, setParameters]);
}

type SeriesNoteProps = {
  readonly of: NonNullable<IntakeDraft['seriesOf']>;
  readonly onLeave: () => void;
};

/** Says what was copied and what was not; the link can be left out before the case is registered. */
export function SeriesNote({ of, onLeave }: SeriesNoteProps) {
  return (
    <aside className={styles.offer} aria-label="系列案">
      <span className={styles.offerTitle}>
        <strong>系列案</strong>：案情、被申请人、案由、法院和调解员复制自
        <Link to={`/cases/${of.id}`}>{of.internalNumber}</Link>
        ；申请人、案号、日期、金额请按本案填写，简要案情请改成本案的。每案各计一件。
      </span>
      <Button size="small" onClick={onLeave}>
        不作系列案关联
      </Button>
    </aside>
  );
}
