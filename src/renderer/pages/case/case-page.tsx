import { Page } from '../../components/page.tsx';
import { LoadingState } from '../../components/states.tsx';

export function CasePage() {
  return (
    <Page title="案件">
      <LoadingState />
    </Page>
  );
}
