import { Button, Spin } from 'antd';
import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { explain } from '../explain.ts';
import styles from './states.module.css';

/** Nothing here yet: says what would stand here and what to do first. */
export function EmptyState(props: {
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}) {
  return (
    <div className={styles.state}>
      <p className={styles.title}>{props.title}</p>
      {props.children !== undefined && <div className={styles.advice}>{props.children}</div>}
      {props.action !== undefined && <div className={styles.action}>{props.action}</div>}
    </div>
  );
}

/** Something went wrong: in words, with what can be done. */
export function ErrorState(props: { readonly error: unknown; readonly onRetry?: () => void }) {
  const { title, advice } = explain(props.error);
  return (
    <div className={styles.state} role="alert">
      <p className={styles.title}>
        <span className={styles.mark} aria-hidden="true">
          !
        </span>
        {title}
      </p>
      {advice !== null && <div className={styles.advice}>{advice}</div>}
      {props.onRetry !== undefined && (
        <div className={styles.action}>
          <Button onClick={props.onRetry}>再试一次</Button>
        </div>
      )}
    </div>
  );
}

/** Shown only after a moment, because most of what is asked for is there at once. */
export function LoadingState(props: { readonly label?: string | undefined }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 250);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={styles.state} aria-busy="true">
      {late && (
        <>
          <Spin />
          <p className={styles.advice} role="status">
            {props.label ?? '正在读取…'}
          </p>
        </>
      )}
    </div>
  );
}

/** An error of the last thing done, in a strip beside the button that did it. */
export function ErrorLine(props: { readonly error: unknown }) {
  if (props.error === null || props.error === undefined) {
    return null;
  }
  const { title, advice } = explain(props.error);
  return (
    <div className={styles.line} role="alert">
      <span className={styles.mark} aria-hidden="true">
        !
      </span>
      <span>
        <strong>{title}</strong>
        {advice !== null && <span className={styles.lineAdvice}>{advice}</span>}
      </span>
    </div>
  );
}
