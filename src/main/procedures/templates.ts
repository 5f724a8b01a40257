import { contract } from '#shared/contract/index.ts';
import type { KeptTemplate, SampleOf, TemplateReport } from '#shared/contract/templates.ts';
import { catalogue } from '#shared/documents/catalogue.ts';
import { type DocumentKind, documentKinds } from '#shared/documents/model.ts';
import { tagsOf } from '#shared/documents/office-wording.ts';
import { FileRefused } from '../archives/file-refused.ts';
import { documentHash, renderDocx } from '../documents/docx.ts';
import { checkTemplate } from '../documents/office-template/check.ts';
import { referenceSheet, starterSheet } from '../documents/office-template/sheets.ts';
import { openWordPackage, templateLimits } from '../documents/office-template/word-package.ts';
import {
  insertTemplate,
  type OfficeTemplate,
  officeTemplate,
  officeTemplates,
  retireTemplate,
  templateInUse,
} from '../register/office-templates.ts';
import type { ReadableDb } from '../register/query.ts';
import { conflict, found, refused } from './errors.ts';
import { atWork, command, query, task, write } from './kinds.ts';
import { factsOf, frozenTemplate, wordedWith } from './paper-bytes.ts';
import { papers } from './papers.ts';
import { sampleCases } from './sample-cases.ts';

const procedures = contract.templates;
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

function kept({ kind: _kind, ...template }: OfficeTemplate): KeptTemplate {
  return template;
}

function wordFile(bytes: Uint8Array, name: string): File {
  return new File([new Uint8Array(bytes)], name, { type: wordType });
}

/** The bytes of a file that was handed in, of which no more is read than a template may have. */
async function bytesOf(file: File): Promise<Uint8Array> {
  return new Uint8Array(await file.slice(0, templateLimits.bytes + 1).arrayBuffer());
}

/** What the check finds; a file that is no safe Word file at all is refused with its sentence. */
function reportOn(kind: DocumentKind, bytes: Uint8Array): TemplateReport {
  return unlessRefused(() => {
    const { problems, cautions, used } = checkTemplate(bytes, tagsOf(kind, factsOf(kind)));
    return { problems: [...problems], cautions: [...cautions], used: [...used] };
  });
}

function unlessRefused<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof FileRefused) throw refused('unreadableFile', { sentence: error.sentence });
    throw error;
  }
}

/** A name as lists can show it: what people call their file, not where it lay. */
function nameOf(file: File): string {
  const name = file.name.split(/[\\/]/).at(-1)?.trim() ?? '';
  return name === '' ? '模板.docx' : name.slice(0, 200);
}

export const templates = {
  list: query(procedures.list, (db) => {
    const all = officeTemplates(db);
    return documentKinds.map((kind) => {
      const ofKind = all.filter((template) => template.kind === kind);
      const inUse = ofKind.find(({ retiredAt }) => retiredAt === null);
      return {
        kind,
        title: catalogue[kind].title,
        inUse: inUse === undefined ? null : kept(inUse),
        retired: ofKind.filter(({ retiredAt }) => retiredAt !== null).map(kept),
      };
    });
  }),

  check: task(procedures.check, async ({ kind, file }) => reportOn(kind, await bytesOf(file))),

  add: task(procedures.add, async ({ kind, file, replaces }, { desk, session }) => {
    const { staffName } = atWork(desk, session);
    const bytes = await bytesOf(file);
    const { problems } = reportOn(kind, bytes);
    if (problems.length > 0) {
      const sentence = problems.map((problem) => `${problem.where}：${problem.sentence}`).join('；');
      throw refused('templateBroken', { sentence: `${sentence}。` });
    }
    const sha256 = documentHash(bytes);
    const name = nameOf(file);
    const id = await write(desk, 'templates.add', staffName, (db) => {
      const before = templateInUse(db, kind);
      if ((before?.id ?? null) !== replaces) throw conflict('template');
      if (before !== undefined) retireTemplate(db, before.id);
      const added = insertTemplate(db, { kind, name, sha256, bytes });
      db.event({
        subject: 'office',
        subjectId: 1,
        what: 'templateAdded',
        ...(before === undefined ? {} : { before: { kind, name: before.name, sha256: before.sha256 } }),
        after: { kind, name, sha256 },
      });
      return added;
    });
    return { id };
  }),

  retire: command('templates.retire', procedures.retire, (db, { id }) => {
    const template = found(officeTemplate(db, id), 'template');
    if (template.retiredAt !== null) throw conflict('template');
    retireTemplate(db, id);
    const { kind, name, sha256 } = template;
    db.event({ subject: 'office', subjectId: 1, what: 'templateRetired', before: { kind, name, sha256 } });
    return {};
  }),

  file: query(procedures.file, (db, { id }) => {
    const template = found(officeTemplate(db, id), 'template');
    return wordFile(frozenTemplate(db, template), template.name);
  }),

  sampleCases: query(procedures.sampleCases, (db, { kind }) => sampleCases(db, kind)),

  sample: task(procedures.sample, async ({ template, caseId, paper: ref }, { desk }) => {
    const db = desk.register.readable;
    const { bytes, name } = await chosenTemplate(db, template);
    if (template.from === 'file' && reportOn(ref.kind, bytes).problems.length > 0) {
      throw refused('templateBroken');
    }
    const paper = papers[ref.kind](db, caseId, ref.subjectId);
    if (paper.kind === 'incomplete') {
      return { missing: paper.missing.map((fact) => ({ ...fact })), content: null, file: null };
    }
    const worded = unlessRefused(() => wordedWith(openWordPackage(bytes), name, ref.kind, paper));
    const sample = wordFile(await worded.bytes('gb2312'), `${worded.content.title}（样张）.docx`);
    return { missing: [], content: worded.content, file: sample };
  }),

  starter: task(procedures.starter, async ({ kind }) => {
    const { title } = catalogue[kind];
    const sheet = starterSheet({ title, tags: tagsOf(kind, factsOf(kind)) });
    return wordFile(await renderDocx(sheet), `${title}模板.docx`);
  }),

  referenceSheet: task(procedures.referenceSheet, async () => {
    const kinds = documentKinds.map((kind) => ({
      title: catalogue[kind].title,
      tags: tagsOf(kind, factsOf(kind)),
    }));
    return wordFile(await renderDocx(referenceSheet(kinds)), '文书模板标签对照表.docx');
  }),
};

type Chosen = { readonly bytes: Uint8Array; readonly name: string };

async function chosenTemplate(db: ReadableDb, chosen: SampleOf): Promise<Chosen> {
  if (chosen.from === 'file') return { bytes: await bytesOf(chosen.file), name: nameOf(chosen.file) };
  const template = found(officeTemplate(db, chosen.id), 'template');
  return { bytes: frozenTemplate(db, template), name: template.name };
}
