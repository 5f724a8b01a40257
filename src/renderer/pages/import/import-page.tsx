import { Page } from '../../components/page.tsx';
import { LoadingState } from '../../components/states.tsx';

export function ImportPage() {
  return (
    <Page title="导入台账">
      <LoadingState />
    </Page>
  );
}
