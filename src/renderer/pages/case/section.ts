import type { CaseDetail } from '#shared/contract/cases.ts';
import type { Go, Jump } from './sections.ts';

/** What every section of a case's page is given. */
export type SectionProps = {
  readonly detail: CaseDetail;
  readonly go: Go;
  /** The field of this section that somebody was sent to. */
  readonly jump: Jump | null;
  readonly shown: boolean;
};
