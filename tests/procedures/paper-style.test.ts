import { expect, test } from 'vitest';
import { agreementPaper } from '#shared/contract/documents.ts';
import type { DocumentId } from '#shared/contract/ids.ts';
import type { PaperStyle } from '#shared/domain/paper-style.ts';
import { documentOf, readParts } from '../documents/word-file.ts';
import { elementsOf } from '../documents/xml.ts';
import { anOffice } from '../support/offices.ts';
import { agree, aMediatedCase } from './papers/office-case.ts';

/** An office with an agreement that can be issued, and the way to choose how its papers look. */
async function anAgreedOffice() {
  const { client } = await anOffice();
  const { id: caseId } = await agree(client, await aMediatedCase(client));
  let version: number | null = null;
  return {
    issue: () => client.documents.issue({ caseId, paper: agreementPaper }),
    fonts: async (id: DocumentId) => {
      const { file } = await client.documents.file({ id });
      return readParts(new Uint8Array(await file.arrayBuffer())).get('word/fontTable.xml') ?? '';
    },
    printed: async (id: DocumentId, copies: number) => {
      const { file } = await client.documents.combine({ documents: [{ id, copies }] });
      return new Uint8Array((await file?.arrayBuffer()) ?? new ArrayBuffer(0));
    },
    choose: async (value: PaperStyle) => {
      ({ version } = await client.settings.save({ version, change: { subject: 'paperStyle', value } }));
    },
  };
}

test('the same facts in other fonts are a new file, in the same fonts the one that was issued', async () => {
  const office = await anAgreedOffice();
  const first = await office.issue();
  expect((await office.issue()).id).toBe(first.id);
  await office.choose({ fontScheme: 'windows', doubleSided: false });
  const second = await office.issue();
  expect(second.id).not.toBe(first.id);
  expect((await office.issue()).id).toBe(second.id);
  expect(await office.fonts(first.id)).toContain('"仿宋_GB2312"');
  expect(await office.fonts(second.id)).toContain('<w:font w:name="仿宋">');
});

test('where an office prints both sides, each copy of a joined file begins on the front of a sheet', async () => {
  const office = await anAgreedOffice();
  const { id } = await office.issue();
  const begins = async () =>
    elementsOf(documentOf(await office.printed(id, 2)), 'w:type').map((type) => type.attributes.get('w:val'));
  expect(await begins()).toEqual(['nextPage', 'nextPage']);
  await office.choose({ fontScheme: 'gb2312', doubleSided: true });
  expect(await begins()).toEqual(['oddPage', 'oddPage']);
});
