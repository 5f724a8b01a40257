import type { DocumentContent } from '#shared/documents/model.ts';
import { PaperSheets } from '../../../components/paper/paper-sheets.tsx';
import { PrintedPapers } from '../../../components/paper/printed-papers.tsx';

type PaperProps = {
  readonly content: DocumentContent;
  /** Only a paper in sight goes to the printer. */
  readonly shown: boolean;
};

/** The document as it will be printed, and what the printer gets of it. */
export function Paper({ content, shown }: PaperProps) {
  return (
    <>
      <PaperSheets content={content} />
      {shown && <PrintedPapers papers={[{ content, copies: 1 }]} />}
    </>
  );
}
