import { Button } from 'antd';
import { useEffect } from 'react';
import { useRouteError } from 'react-router';
import { EmptyState } from '../components/states.tsx';

/**
 * A page that broke: the rest of the program stays usable, and nothing that was saved is lost. What the machine says about
 * it helps nobody at work: it goes to the console, where whoever mends the program looks for it.
 */
export function PageFailure() {
  const error = useRouteError();
  useEffect(() => console.error('A page could not be shown:', error), [error]);
  return (
    <div role="alert">
      <EmptyState
        title="这一页暂时打不开"
        action={
          <Button type="primary" onClick={() => window.location.reload()}>
            重新打开这一页
          </Button>
        }
      >
        已经保存的内容都在，其他各页照常可用。重新打开后仍不行的，把当时的操作告诉管理员。
      </EmptyState>
    </div>
  );
}
