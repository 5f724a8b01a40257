import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogue } from '#shared/documents/catalogue.ts';
import { type DocumentKind, documentKinds } from '#shared/documents/model.ts';
import { wordsIn, wordsInPreview } from './word-file.ts';
import { parseXml } from './xml.ts';

const folder = new URL('../golden/documents/', import.meta.url);
const files = readdirSync(folder);
const textOf = (name: string) => readFileSync(new URL(name, folder), 'utf8');

/** closingReport is written closing-report-plain, closing-report-many-parties … */
const startOf = (kind: DocumentKind) => `${kind.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}-`;
const goldensOf = (kind: DocumentKind) =>
  files
    .filter((name) => name.startsWith(startOf(kind)) && name.endsWith('.xml'))
    .map((name) => name.replace(/\.xml$/, ''));
const previewsOf = (kind: DocumentKind) => goldensOf(kind).map((name) => textOf(`${name}.html`));

const ofParty: readonly DocumentKind[] = documentKinds.filter((kind) => catalogue[kind].subject === 'party');
const ofDossier: readonly DocumentKind[] = documentKinds.filter((kind) => catalogue[kind].set === 'dossier');
const agreements: readonly DocumentKind[] = [
  'mediationAgreement',
  'peoplesAgreement',
  'oralAgreement',
  'confirmationApplication',
];

/** What the reviewed papers of a kind show together, but for the kinds that have no place for it. */
const shown: readonly {
  readonly what: string;
  readonly words: RegExp;
  readonly kinds: readonly DocumentKind[];
}[] = [
  {
    what: 'a Mongolian name with its dot',
    words: /那日苏·巴特尔|苏日娜·某/,
    kinds: documentKinds,
  },
  {
    what: 'three parties on each side',
    words:
      /第三申请人.*第三被申请人|那日苏·巴特尔.*苏日娜·某.*示例嘎查委员会.*有限责任公司.*农机经销部.*Ivan Primerov/s,
    // The paper of one party names nobody else; those of a dossier name the dispute in short.
    kinds: documentKinds.filter((kind) => !ofParty.includes(kind) && !ofDossier.includes(kind)),
  },
  {
    what: 'an organisation',
    words: /有限责任公司|示例嘎查委员会/,
    kinds: documentKinds,
  },
  {
    what: 'a child for whom a legal representative signs',
    words: /法定代理人/,
    kinds: documentKinds.filter(
      (kind) =>
        !ofDossier.includes(kind) &&
        // A body's certificate, the court's letter, the mediator's report, and the visit to whoever was met.
        !['legalRepresentative', 'referralLetter', 'closingReport', 'visitRecord'].includes(kind),
    ),
  },
  { what: '￥123,456,789.01', words: /￥123,456,789\.01/, kinds: [...agreements, 'closingReport'] },
  // An agreement states no sum of nothing (domain.md §6.5); the report says what the register has.
  { what: '￥0.00', words: /￥0\.00/, kinds: ['closingReport'] },
];

describe('the reviewed papers', () => {
  it.each(documentKinds)('%s has at least two, each as paper and as preview', (kind) => {
    const goldens = goldensOf(kind);
    expect(
      goldens.length,
      `tests/golden/documents lacks ${startOf(kind)}….xml: pass two cases of it to itLooksAsReviewed and run \`npm run golden\``,
    ).toBeGreaterThanOrEqual(2);
    expect(goldens.filter((name) => !files.includes(`${name}.html`))).toEqual([]);
  });

  it.each(documentKinds)('%s says the same words on paper and in the preview', (kind) => {
    for (const name of goldensOf(kind)) {
      const paper = wordsIn(parseXml(textOf(`${name}.xml`)));
      expect(paper.length).toBeGreaterThan(5);
      expect(wordsInPreview(textOf(`${name}.html`)), name).toEqual(paper);
    }
  });

  it.each(shown.flatMap(({ what, words, kinds }) => kinds.map((kind) => ({ kind, what, words }))))(
    '$kind shows $what',
    ({ kind, words }) => {
      expect(previewsOf(kind).join('\n')).toMatch(words);
    },
  );

  it('are of kinds that there are', () => {
    const known = files.filter((name) => documentKinds.some((kind) => name.startsWith(startOf(kind))));
    expect(files.filter((name) => !known.includes(name))).toEqual(['word-parts.xml']);
  });
});
