import { Page } from '../../components/page.tsx';
import { LoadingState } from '../../components/states.tsx';

export function StatisticsPage() {
  return (
    <Page title="统计">
      <LoadingState />
    </Page>
  );
}
