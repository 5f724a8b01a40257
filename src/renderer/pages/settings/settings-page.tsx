import { Page } from '../../components/page.tsx';
import { LoadingState } from '../../components/states.tsx';

export function SettingsPage() {
  return (
    <Page title="设置">
      <LoadingState />
    </Page>
  );
}
