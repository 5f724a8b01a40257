import { Page } from '../../components/page.tsx';
import { LoadingState } from '../../components/states.tsx';

export function HelpPage() {
  return (
    <Page title="帮助">
      <LoadingState />
    </Page>
  );
}
