import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { EmptyState } from './states.tsx';

/** A register without any case: what the page will show, and the two ways to the first cases. */
export function NoCases({ children }: { readonly children: ReactNode }) {
  const navigate = useNavigate();
  return (
    <EmptyState
      title="登记簿里还没有案件"
      action={
        <>
          <Button type="primary" onClick={() => navigate('/cases/new')}>
            登记第一件案件
          </Button>
          <Button onClick={() => navigate('/import')}>导入以前的台账</Button>
        </>
      }
    >
      {children}
    </EmptyState>
  );
}
