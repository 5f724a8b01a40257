import { readCourtNumbers } from '../../components/case-form/facts-draft.ts';
import { RelatedWhileTyping } from '../../components/related/related-while-typing.tsx';
import type { IntakeDraft } from './intake-draft.ts';

/** What the office has already that may be the same dispute. */
export function RelatedCases({ draft }: { readonly draft: IntakeDraft }) {
  return (
    <RelatedWhileTyping
      except={null}
      parties={draft.parties}
      courtNumbers={readCourtNumbers(draft.facts) ?? []}
    />
  );
}
