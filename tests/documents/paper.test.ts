import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { byHand } from '#shared/documents/facts.ts';
import {
  type MediationAgreementDraft,
  type MediationAgreementFacts,
  mediationAgreement,
} from '#shared/documents/mediation-agreement.ts';
import type { DocumentContent } from '#shared/documents/model.ts';
import { oralAgreement } from '#shared/documents/oral-agreement.ts';
import { peoplesAgreement, peoplesAgreementFactsSchema } from '#shared/documents/peoples-agreement.ts';
import { renderDocx } from '../../src/main/documents/docx.ts';
import { factsOf, manyPartiesDraft, plainDraft } from './agreements.ts';
import { allPagesOf, hasOffice, pagesOfBareSignatures } from './pages.ts';
import { readParts, writeParts } from './word-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'papers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The pages of each file that say something, as text. */
function pagesOf(files: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, readonly string[]> {
  return new Map(
    [...allPagesOf(folder, files)].map(([name, pages]) => [name, pages.filter((page) => page.trim() !== '')]),
  );
}

const sentences = [
  '申请人应当于2026年12月31日前（含当日）向被申请人开具等额的增值税普通发票。',
  '双方各自保管本纠纷的单据原件。',
  '被申请人于2027年1月15日前（含当日）将存放在申请人场地内的两台示例牌搅拌机搬离，搬离前应当提前三日通知申请人，由双方现场清点并在清单上签名；清单一式两份，双方各执一份。',
];

/** An agreement of so many terms of different lengths. */
function draftWithTerms(count: number, draft: MediationAgreementDraft): MediationAgreementDraft {
  const terms = Array.from({ length: count }, (_, index) => ({
    kind: 'text' as const,
    text: sentences[(index * 7 + count) % 3],
  }));
  return { ...draft, terms, agreedAmount: null };
}

/** The same agreement in the form of the committees. */
function asPeoples(facts: MediationAgreementFacts): DocumentContent {
  const parties = facts.parties.map((party) =>
    party.kind === 'naturalPerson' ? { ...party, occupation: byHand, employer: null } : party,
  );
  const mediationOrganisation = { ...facts.mediationOrganisation, kind: 'peoplesMediation' };
  return peoplesAgreement(peoplesAgreementFactsSchema.parse({ ...facts, parties, mediationOrganisation }));
}

/** The same agreement as it is noted where it is oral. */
function asOral({ documentNumber, signedOn, ...facts }: MediationAgreementFacts): DocumentContent {
  return oralAgreement({
    ...facts,
    documentNumber: typeof documentNumber === 'string' ? documentNumber : '〔2026〕1号',
    agreementForm: 'oral',
    agreedOn: signedOn,
  });
}

describe.skipIf(!hasOffice)('the agreement on pages', () => {
  const counts = Array.from({ length: 60 }, (_, index) => index + 1);
  const kinds = { plain: plainDraft(), many: manyPartiesDraft() };

  it('never leaves signatures alone on a page, for 1 to 60 terms', { timeout: 240_000 }, async () => {
    const contents = new Map<string, DocumentContent>();
    for (const [kind, draft] of Object.entries(kinds)) {
      for (const count of kind === 'plain' ? counts : counts.filter((each) => each % 6 === 1)) {
        contents.set(`${kind}-${count}`, mediationAgreement(factsOf(draftWithTerms(count, draft))));
      }
      for (const count of counts.filter((each) => each % 12 === 1)) {
        const facts = factsOf(draftWithTerms(count, draft));
        contents.set(`peoples-${kind}-${count}`, asPeoples(facts));
        contents.set(`oral-${kind}-${count}`, asOral(facts));
      }
    }
    const files = new Map<string, Uint8Array>();
    for (const [name, content] of contents) {
      files.set(name, await renderDocx(content, { fontScheme: 'free' }));
    }
    const bare: string[] = [];
    for (const [name, pages] of pagesOf(files)) {
      const content = contents.get(name);
      bare.push(
        ...(content === undefined ? [] : pagesOfBareSignatures(pages, content)).map(
          (page) => `${name} page ${page}`,
        ),
      );
      if (name.startsWith('plain')) {
        const last = pages.at(-1) ?? '';
        expect(last, name).toContain('申请人（签名、捺印）');
        expect(last, name).toContain('二〇二六年十一月二十日');
        expect(last, name).toContain('本协议一式四份');
      }
    }
    expect(bare).toEqual([]);
  });

  it('would leave them alone without the rules that keep blocks together', async () => {
    const files = new Map<string, Uint8Array>();
    const contents = new Map<string, DocumentContent>();
    for (const count of counts.slice(0, 24)) {
      const content = mediationAgreement(factsOf(draftWithTerms(count, plainDraft())));
      const parts = new Map(readParts(await renderDocx(content, { fontScheme: 'free' })));
      parts.set('word/document.xml', (parts.get('word/document.xml') ?? '').replaceAll('<w:keepNext/>', ''));
      contents.set(`loose-${count}`, content);
      files.set(`loose-${count}`, writeParts(parts));
    }
    const bare = [...pagesOf(files)].filter(([name, pages]) => {
      const content = contents.get(name);
      return content !== undefined && pagesOfBareSignatures(pages, content).length > 0;
    });
    expect(bare.length).toBeGreaterThan(0);
  });

  it('has 22 lines of 28 characters on a full page, numbered pages and the fonts that were asked for', async () => {
    const filler = '饲草料买卖合同约定申请人向被申请人供应青贮玉米单价每吨四百八十元货到付清'.repeat(60);
    const content = mediationAgreement(factsOf(plainDraft({ mainFacts: filler })));
    const pages =
      pagesOf(new Map([['grid', await renderDocx(content, { fontScheme: 'free' })]])).get('grid') ?? [];
    const lines = (pages[1] ?? '').split('\n').filter((line) => line.trim() !== '');
    expect(lines.slice(0, -1)).toHaveLength(22);
    expect(lines.slice(0, -1).map((line) => line.trim().length)).toEqual(
      Array.from({ length: 22 }, () => 28),
    );
    expect(lines.at(-1)?.trim()).toBe(`第2页 共${pages.length}页`);
    const fonts = execFileSync('pdffonts', [join(folder, 'grid.pdf')], { encoding: 'utf8' });
    expect(fonts).toMatch(/NotoSerifCJK/);
  });
});
