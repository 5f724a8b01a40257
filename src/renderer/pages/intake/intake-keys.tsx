import { KeyHint } from '../../components/key-hint.tsx';
import styles from './intake.module.css';

/** The keys with which a case is registered without the mouse. */
export function IntakeKeys() {
  return (
    <span className={styles.keys}>
      <span>
        <KeyHint keys="Enter" /> 到下一个空项
      </span>
      <span>
        <KeyHint keys="Tab" /> 逐项
      </span>
      <span>
        <KeyHint keys="Ctrl+Enter" /> 加当事人
      </span>
      <span>
        <KeyHint keys="Ctrl+S" /> 登记
      </span>
    </span>
  );
}
