import { useParams } from 'react-router';
import { type CaseId, caseIdSchema } from '#shared/contract/ids.ts';
import { Page } from '../../components/page.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../components/states.tsx';
import { CaseView } from './case-view.tsx';
import { UnsavedGuard } from './unsaved.tsx';
import { useCase } from './use-case.ts';

/** One case: everything that is known of it, and what can be done with it. */
export function CasePage() {
  const id = caseIdSchema.safeParse(Number(useParams().id)).data;
  if (id === undefined) {
    return (
      <Page title="案件">
        <EmptyState title="没有这样的案件">网址里的案件编号不对，请从案件列表打开。</EmptyState>
      </Page>
    );
  }
  // Another case starts with a page of its own: no form of the one before stays open.
  return <LoadedCase key={id} id={id} />;
}

function LoadedCase({ id }: { readonly id: CaseId }) {
  const detail = useCase(id);
  if (detail.data !== undefined) {
    return (
      <UnsavedGuard>
        <CaseView detail={detail.data} />
      </UnsavedGuard>
    );
  }
  return (
    <Page title="案件">
      {detail.isError ? (
        <ErrorState error={detail.error} onRetry={() => void detail.refetch()} />
      ) : (
        <LoadingState label="正在读取案件…" />
      )}
    </Page>
  );
}
