import { Button } from 'antd';
import type { CaseDetail } from '#shared/contract/cases.ts';
import type { ListedPaper } from '#shared/contract/documents.ts';
import { type PaperSet, paperSets } from '#shared/documents/catalogue.ts';
import styles from './papers.module.css';

/** What is looked at: a set of papers or one of them. */
export type Chosen =
  | { readonly kind: 'set'; readonly set: PaperSet }
  | { readonly kind: 'paper'; readonly key: string };

export const keyOf = ({ kind, subjectId }: Pick<ListedPaper, 'kind' | 'subjectId'>) => `${kind} ${subjectId}`;

/** What of a set goes to the printer: what lacks nothing and is no other form of the same agreement. */
export function printable({ notYet, missing, inSet }: ListedPaper): boolean {
  return inSet && notYet === null && missing === 0;
}

/** What a paper is, and what it is about where there are several. */
export function nameOf({ title, about }: Pick<ListedPaper, 'title' | 'about'>): string {
  return about === null ? title : `${title}：${about}`;
}

type PaperListProps = {
  readonly detail: CaseDetail;
  readonly listed: readonly ListedPaper[];
  readonly chosen: Chosen;
  readonly onChoose: (chosen: Chosen) => void;
  readonly onPrint: (set: PaperSet) => void;
};

/** The papers of a case, set by set in the order in which a case needs them. */
export function PaperList({ detail, listed, chosen, onChoose, onPrint }: PaperListProps) {
  const sets = (Object.keys(paperSets) as PaperSet[]).filter((set) => listed.some((one) => one.set === set));
  return (
    <div className={styles.sets}>
      {sets.map((set) => {
        const papers = listed.filter((one) => one.set === set);
        const ready = papers.filter(printable);
        const copies = ready.reduce((sum, paper) => sum + paper.copies, 0);
        const { label } = paperSets[set];
        return (
          <section key={set} className={styles.set} aria-label={label}>
            <header>
              <button
                type="button"
                className={styles.setName}
                aria-pressed={chosen.kind === 'set' && chosen.set === set}
                onClick={() => onChoose({ kind: 'set', set })}
              >
                {label}
              </button>
              <span className={styles.hint}>
                {ready.length === 0 ? '还没有可打印的' : `可打印 ${ready.length} 件，共 ${copies} 份`}
              </span>
              <Button
                size="small"
                disabled={ready.length === 0 || detail.removed !== null}
                aria-label={`打印全套${label}`}
                onClick={() => onPrint(set)}
              >
                打印全套
              </Button>
            </header>
            <ul>
              {papers.map((paper) => (
                <li key={keyOf(paper)}>
                  <button
                    type="button"
                    aria-pressed={chosen.kind === 'paper' && chosen.key === keyOf(paper)}
                    onClick={() => onChoose({ kind: 'paper', key: keyOf(paper) })}
                  >
                    {nameOf(paper)}
                  </button>
                  <State detail={detail} paper={paper} />
                  <span className={styles.copies}>{paper.copies} 份</span>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

/** Where a paper stands, by a sign and words: never by colour alone. */
function State({ detail, paper }: { readonly detail: CaseDetail; readonly paper: ListedPaper }) {
  const [look, words] = stateOf(detail, paper);
  return (
    <span className={styles.state} data-look={look}>
      {words}
      {!paper.inSet && `，成套时不印${paper.aside === null ? '' : `：${paper.aside}`}`}
    </span>
  );
}

function stateOf(
  detail: CaseDetail,
  paper: ListedPaper,
): readonly ['done' | 'attention' | 'plain' | 'waiting', string] {
  const issued = detail.documents.find(({ id }) => id === paper.issued);
  if (issued !== undefined) {
    return issued.differences.length === 0 ? ['done', '✓ 已出具'] : ['attention', '▲ 已出具，登记有变'];
  }
  if (paper.notYet !== null) return ['waiting', paper.notYet];
  if (paper.missing > 0) return ['attention', `▲ 缺 ${paper.missing} 项`];
  return ['plain', paper.withdrawn ? '已撤回，可打印' : '可打印'];
}
