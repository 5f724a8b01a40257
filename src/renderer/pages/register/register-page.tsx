import { Page } from '../../components/page.tsx';
import { LoadingState } from '../../components/states.tsx';

export function RegisterPage() {
  return (
    <Page title="案件">
      <LoadingState />
    </Page>
  );
}
