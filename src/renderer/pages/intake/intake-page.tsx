import { Page } from '../../components/page.tsx';
import { LoadingState } from '../../components/states.tsx';

export function IntakePage() {
  return (
    <Page title="登记">
      <LoadingState />
    </Page>
  );
}
