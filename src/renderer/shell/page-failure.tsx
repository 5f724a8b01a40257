import { Button } from 'antd';
import { useRouteError } from 'react-router';
import { ErrorState } from '../components/states.tsx';

/** A page that broke: the rest of the program stays usable, and nothing that was saved is lost. */
export function PageFailure() {
  const error = useRouteError();
  return (
    <div>
      <ErrorState error={error} />
      <p style={{ textAlign: 'center' }}>
        <Button type="primary" onClick={() => window.location.reload()}>
          重新打开这一页
        </Button>
      </p>
    </div>
  );
}
