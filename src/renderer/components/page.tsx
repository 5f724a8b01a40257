import type { ReactNode } from 'react';
import { useEffect } from 'react';
import styles from './page.module.css';

/** The frame of a page: its title (also the window's), what can be done on it, and what it shows. */
export function Page(props: {
  readonly title: string;
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** What stands at the top of the paper instead of the page's head. */
  readonly paperHead?: ReactNode;
  /** The page manages its own height (a virtual list) instead of scrolling as a whole. */
  readonly filled?: boolean;
}) {
  useEffect(() => {
    document.title = `${props.title} — 联动调解`;
  }, [props.title]);
  return (
    <div className={styles.page} data-filled={props.filled === true}>
      {props.paperHead !== undefined && <div className={styles.paperHead}>{props.paperHead}</div>}
      <header className={styles.head} data-replaced={props.paperHead !== undefined}>
        <div className={styles.titles}>
          <h1>{props.title}</h1>
          {props.note !== undefined && <div className={styles.note}>{props.note}</div>}
        </div>
        {props.actions !== undefined && <div className={`${styles.actions} no-print`}>{props.actions}</div>}
      </header>
      {props.children}
    </div>
  );
}

/** One subject of a page on a white sheet. */
export function Section(props: {
  readonly title?: string;
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  readonly id?: string;
  readonly children: ReactNode;
}) {
  return (
    <section className={styles.section} id={props.id}>
      {(props.title !== undefined || props.actions !== undefined) && (
        <div className={styles.sectionHead}>
          {props.title !== undefined && <h2 tabIndex={-1}>{props.title}</h2>}
          {props.note !== undefined && <div className={styles.note}>{props.note}</div>}
          {props.actions !== undefined && (
            <div className={`${styles.sectionActions} no-print`} data-section-actions>
              {props.actions}
            </div>
          )}
        </div>
      )}
      {props.children}
    </section>
  );
}
