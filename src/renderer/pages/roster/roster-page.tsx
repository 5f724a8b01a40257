import { Page } from '../../components/page.tsx';
import { LoadingState } from '../../components/states.tsx';

export function RosterPage() {
  return (
    <Page title="名册">
      <LoadingState />
    </Page>
  );
}
