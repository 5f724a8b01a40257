import { catalogue } from '#shared/documents/catalogue.ts';
import { mediationAgreement } from '#shared/documents/mediation-agreement.ts';
import { type DocumentContent, wordsOf } from '#shared/documents/model.ts';
import { renderDocx } from '../../src/main/documents/docx.ts';
import { fillTemplate } from '../../src/main/documents/office-template/fill.ts';
import { openWordPackage, type WordPackage } from '../../src/main/documents/office-template/word-package.ts';
import { factsOf, plainDraft } from '../documents/agreements.ts';
import { knownKinds } from '../documents/every-kind.ts';
import { readParts, wordsOnPaper, writeParts } from '../documents/word-file.ts';
import { time } from './measure.ts';

/**
 * Papers as Word files, by our renderer and by docxtemplater filling a template that says the same, each contender in a
 * process of its own: `node papers.ts ours|docxtemplater` prints its figures as JSON.
 */
export type PaperFigures = {
  readonly agreement: number;
  readonly openingSet: number;
  readonly batch: number;
  /** MiB at most while the batch ran. */
  readonly peak: number;
};
export const paperContenders = ['ours', 'docxtemplater'] as const;
export const batchSize = 1000;

type Render = (content: DocumentContent) => Promise<Uint8Array>;

/** Every text of a paper, in its order. */
function textsOf(content: DocumentContent): readonly string[] {
  return content.blocks
    .flatMap((block) => {
      if (block.role === 'signatures') {
        return block.rows.flatMap((row) => row.flatMap((slot) => slot.lines.map(({ label }) => label)));
      }
      if (block.role !== 'table') return block.runs.map(wordsOf);
      const cells = [...block.head, ...block.rows].flat();
      return cells.flatMap((cell) => cell.lines.flatMap((line) => line.map(wordsOf)));
    })
    .filter((words) => words !== '');
}

const valuesOf = (content: DocumentContent) =>
  Object.fromEntries(textsOf(content).map((words, place) => [`t${place}`, words]));

/** The paper itself with a tag in place of each text, opened as a file that an office added. */
async function templateOf(content: DocumentContent): Promise<WordPackage> {
  const parts = new Map(readParts(await renderDocx(content)));
  let tags = 0;
  const tagged = (parts.get('word/document.xml') ?? '').replace(
    /(<w:t [^>]*>)[^<]+(?=<\/w:t>)/g,
    (_, open: string) => {
      tags += 1;
      return `${open}{t${tags - 1}}`;
    },
  );
  return openWordPackage(writeParts(parts.set('word/document.xml', tagged)));
}

/** A paper of each kind of the opening set, of the papers of parties one for each of the two. */
function openingSet(): readonly DocumentContent[] {
  return knownKinds.flatMap(({ kind, facts, write }) => {
    const { set, subject } = catalogue[kind];
    const papers = subject === 'party' && kind !== 'legalRepresentative' ? 2 : 1;
    return set === 'opening' ? facts.slice(0, papers).map(write) : [];
  });
}

const agreement = (run: number) =>
  mediationAgreement(factsOf(plainDraft({ disputedMatters: `双方对第${run}批货款的付款期限有争议。` })));

async function measure(contender: string): Promise<PaperFigures> {
  const templates = new Map<DocumentContent, WordPackage>();
  const own = await templateOf(agreement(0));
  const opening = openingSet();
  for (const content of opening) templates.set(content, await templateOf(content));
  const filled: Render = async (content) =>
    fillTemplate(templates.get(content) ?? own, valuesOf(content)).bytes();
  const render: Render = contender === 'ours' ? renderDocx : filled;
  for (const content of [agreement(7), ...opening]) {
    const [said, wanted] = [wordsOnPaper(await render(content)), wordsOnPaper(await renderDocx(content))];
    if (said.join('\n') !== wanted.join('\n')) throw new Error(`${contender} says something else.`);
  }
  const figures = {
    agreement: await time(200, (run) => render(agreement(run))),
    openingSet: await time(40, async () => {
      for (const content of opening) await render(content);
    }),
    batch: await time(1, async () => {
      for (let run = 0; run < batchSize; run += 1) await render(agreement(run));
    }),
  };
  return { ...figures, peak: process.resourceUsage().maxRSS / 1024 };
}

if (process.argv[1] === import.meta.filename) {
  process.stdout.write(JSON.stringify(await measure(process.argv[2] ?? 'ours')));
}
