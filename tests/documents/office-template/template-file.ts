import { documentKinds } from '#shared/documents/model.ts';
import { tagsOf } from '#shared/documents/office-wording.ts';
import { checkTemplate } from '../../../src/main/documents/office-template/check.ts';
import { factsOf } from '../../../src/main/procedures/paper-bytes.ts';
import { type CraftedPart, craftArchive } from '../../spreadsheets/crafted-archive.ts';

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const space = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

export const agreementTags = tagsOf('mediationAgreement', factsOf('mediationAgreement'));
export const noticeTags = tagsOf('rightsNotice', factsOf('rightsNotice'));
export const everyKind = documentKinds;

/** A paragraph; each piece is a run of its own, as WPS cuts them. */
export function paragraph(...pieces: readonly string[]): string {
  const runs = pieces.map(
    (piece) =>
      `<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">${piece}</w:t></w:r>`,
  );
  return `<w:p>${runs.join('<w:proofErr w:type="spellStart"/>')}</w:p>`;
}

export function row(...cells: readonly string[]): string {
  return `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`;
}

export function table(...rows: readonly string[]): string {
  return `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`;
}

/** A small Word file with this body; `replaced` parts stand in for its own or are added. */
export function templateFile(body: string, replaced: readonly CraftedPart[] = []): Uint8Array {
  const own: readonly CraftedPart[] = [
    {
      name: '[Content_Types].xml',
      content: `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${word}document.main+xml"/><Override PartName="/word/header1.xml" ContentType="${word}header+xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    {
      name: 'word/_rels/document.xml.rels',
      content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/header" Target="header1.xml"/></Relationships>`,
    },
    {
      name: 'word/document.xml',
      content: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="${space}" xmlns:r="${office}"><w:body>${body}<w:sectPr><w:headerReference w:type="default" r:id="rId1"/></w:sectPr></w:body></w:document>`,
    },
    { name: 'word/header1.xml', content: `<w:hdr xmlns:w="${space}">${paragraph('样例调解室')}</w:hdr>` },
  ];
  const names = new Set(replaced.map(({ name }) => name));
  return craftArchive([...own.filter(({ name }) => !names.has(name)), ...replaced]);
}

/** Everything that an agreement must hold, so that what is tested beside it is the only fault. */
export const wholeAgreement = [
  '申请人：{申请人}　被申请人：{被申请人}',
  '案由：{案由}',
  '{纠纷主要事实}',
  '{争议事项}',
  '{#协议条款}',
  '{条款}',
  '{/协议条款}',
]
  .map((words) => paragraph(words))
  .join('');

/** The sentences that the check says of a body beside a whole agreement. */
export function said(body: string, replaced: readonly CraftedPart[] = []): readonly string[] {
  return checkTemplate(templateFile(wholeAgreement + body, replaced), agreementTags).problems.map(
    ({ where, sentence }) => `${where}：${sentence}`,
  );
}

export function relationships(...rows: readonly string[]): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows.join('')}</Relationships>`;
}

export { office as relationshipTypes };
