import { Button } from 'antd';
import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { z } from 'zod';
import type { CaseDetail } from '#shared/contract/cases.ts';
import { KeyHint } from '../../components/key-hint.tsx';
import { useNewCaseKey } from '../../components/office-facts.tsx';
import styles from './case.module.css';

const stateSchema = z.object({ registered: z.string() });

/** Right after intake: that it is registered, under which number, and on to the next one. */
export function RegisteredNote({ detail }: { readonly detail: CaseDetail }) {
  const location = useLocation();
  const navigate = useNavigate();
  const newCaseKey = useNewCaseKey();
  const [closed, setClosed] = useState(false);
  if (closed || !stateSchema.safeParse(location.state).success) {
    return null;
  }
  return (
    <div className={styles.registered} role="status">
      <span>
        <strong>已登记</strong>，内部编号 {detail.internalNumber}。
      </span>
      <Button onClick={() => navigate('/cases/new')}>
        再登记一件 <KeyHint keys={newCaseKey ? 'Ctrl+N' : 'Alt+3'} />
      </Button>
      <Button type="text" onClick={() => setClosed(true)}>
        知道了
      </Button>
    </div>
  );
}
