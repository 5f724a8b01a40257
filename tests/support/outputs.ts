import { isContractProcedure } from '@orpc/contract';
import { z } from 'zod';
import { everyCase } from '#shared/contract/every-case.ts';
import type { CaseId, DocumentId, MediatorId } from '#shared/contract/ids.ts';
import { contract, type OfficeClient } from '#shared/contract/index.ts';
import { type PaperSet, paperSets } from '#shared/documents/catalogue.ts';
import { documentKinds } from '#shared/documents/model.ts';
import { todayGroupSchema } from '#shared/domain/case-dates.ts';
import { month } from '#shared/domain/local-date.ts';
import { monthPeriod } from '#shared/domain/reporting-period.ts';
import { reportTableNames } from '#shared/domain/statistics/tables.ts';
import { readParts } from '../documents/word-file.ts';

/** The name of a party and of the mediator: what everybody may see, and what the look for a secret must find. */
export const open = '骐骥乘风';
export const opponent = '鄂尔多斯市测试商贸有限公司';

type Given = {
  readonly client: OfficeClient;
  readonly id: CaseId;
  readonly mediatorId: MediatorId;
  readonly documentId: DocumentId;
};

const november = { kind: 'month', month: month('2026-11') } as const;

const october = month('2026-10');

/** October is closed once, by whoever asks first. */
async function closedOctober(client: OfficeClient): Promise<void> {
  const { closing } = await client.months.of({ month: october });
  if (closing === null) await client.months.close({ month: october });
}

const everyPaper = { filter: everyCase, kinds: [...documentKinds] };

/** The result of a task that tells how far it is. */
async function ended<Result>(task: Promise<AsyncIteratorObject<unknown, Result, void>>): Promise<Result> {
  const work = await task;
  for (;;) {
    const step = await work.next();
    if (step.done) return step.value;
  }
}

/**
 * What gives words out of the office about a case, each with how to ask for it. A new procedure that gives out words or
 * a file belongs here, or below among those that give out nothing of a session.
 */
export const outputs: Readonly<Record<string, (given: Given) => Promise<unknown>>> = {
  'cases.list': ({ client }) => client.cases.list({ filter: everyCase, after: null, limit: 50 }),
  'cases.history': ({ client, id }) => client.cases.history({ id }),
  'cases.related': ({ client }) =>
    client.cases.related({
      except: null,
      parties: [open, opponent].map((name) => ({ name, idNumber: null, phones: [] })),
      courtNumbers: [],
    }),
  'cases.knownParties': ({ client }) => client.cases.knownParties({ search: open }),
  'documents.catalogue': ({ client, id }) => client.documents.catalogue({ caseId: id }),
  'documents.preview': async ({ client, id: caseId }) => {
    const listed = await client.documents.catalogue({ caseId });
    return Promise.all(listed.map((paper) => client.documents.preview({ caseId, paper })));
  },
  'documents.issue': async ({ client, id: caseId }) => {
    const complete = (await client.documents.catalogue({ caseId })).filter(({ missing }) => missing === 0);
    return Promise.all(complete.map((paper) => client.documents.issue({ caseId, paper })));
  },
  'documents.issueSet': async ({ client, id: caseId }) => {
    const issued: unknown[] = [];
    for (const set of Object.keys(paperSets) as PaperSet[]) {
      issued.push(await client.documents.issueSet({ caseId, set }));
    }
    return issued;
  },
  'documents.issueMany': ({ client }) => ended(client.documents.issueMany(everyPaper)),
  'documents.combine': async ({ client, id: caseId }) => {
    const { issued } = await client.documents.issueSet({ caseId, set: 'agreement' });
    return client.documents.combine({ documents: issued.map(({ id }) => ({ id, copies: 2 })) });
  },
  'documents.file': ({ client, documentId }) => client.documents.file({ id: documentId }),
  'attachments.ofCase': ({ client, id }) => client.attachments.ofCase({ caseId: id }),
  'attachments.file': async ({ client, id }) => {
    const upload = crypto.randomUUID();
    const part = new File([`%PDF-1.7 ${open}`], 'part');
    await client.attachments.upload({ upload, offset: 0, part });
    const scan = { caseId: id, upload, name: '签字页.pdf', documentId: null, paperId: null };
    return client.attachments.file({ id: (await client.attachments.attach(scan)).id });
  },
  'dossiers.get': ({ client, id }) => client.dossiers.get({ caseId: id }),
  'templates.sampleCases': ({ client }) => client.templates.sampleCases({ kind: 'rightsNotice' }),
  'templates.sample': async ({ client, id: caseId }) => {
    const listed = await client.documents.catalogue({ caseId });
    const complete = listed.filter(({ missing }) => missing === 0);
    return Promise.all(
      complete.map(async (paper) => {
        const file = await client.templates.starter({ kind: paper.kind });
        return client.templates.sample({ template: { from: 'file', file }, caseId, paper });
      }),
    );
  },
  'statistics.report': ({ client }) => client.statistics.report({ request: november, tables: ['mediator'] }),
  'statistics.pivot': ({ client }) =>
    client.statistics.pivot({
      request: november,
      filter: [],
      rows: 'mediator',
      columns: null,
      measure: 'received',
    }),
  'statistics.exportPivot': ({ client }) =>
    client.statistics.exportPivot({
      asked: { request: november, filter: [], rows: 'mediator', columns: null, measure: 'received' },
      name: '自定义统计表',
    }),
  'statistics.labels': ({ client, mediatorId }) =>
    client.statistics.labels({ slices: [{ dimension: 'mediator', key: String(mediatorId) }] }),
  'statistics.tables': ({ client }) =>
    client.statistics.tables({ request: november, tables: [...reportTableNames] }),
  'statistics.exportReport': ({ client }) =>
    client.statistics.exportReport({ request: november, unmasked: { reason: '法院核对' } }),
  'plots.dashboard': ({ client }) => client.plots.dashboard({ request: november }),
  'rollups.export': async ({ client }) => {
    const { version, ...profile } = (await client.office.overview()).profile;
    await client.office.saveProfile({ version, profile: { ...profile, reportingUnit: '测试调解室' } });
    return client.rollups.export({ month: november.month });
  },
  'months.report': async ({ client }) => {
    await closedOctober(client);
    return client.months.report({ month: october });
  },
  'months.file': async ({ client }) => {
    await closedOctober(client);
    return client.months.file({ month: october });
  },
  'months.cases': async ({ client }) => {
    await closedOctober(client);
    return client.months.cases({ month: october, figure: 'accepted' });
  },
  'months.adjustments': async ({ client }) => {
    await closedOctober(client);
    return client.months.adjustments({ month: november.month });
  },
  'months.preview': async ({ client }) => {
    await closedOctober(client);
    return client.months.preview({ month: november.month });
  },
  'mediators.suggest': ({ client, id }) => client.mediators.suggest({ caseId: id }),
  'mediators.recusalCheck': ({ client, id, mediatorId }) =>
    client.mediators.recusalCheck({ caseId: id, mediatorId }),
  'mediators.record': ({ client, mediatorId }) =>
    client.mediators.record({ id: mediatorId, period: monthPeriod(november.month) }),
  'mediators.proposalsOfCase': ({ client, id }) => client.mediators.proposalsOfCase({ caseId: id }),
  'today.list': ({ client }) =>
    client.today.list({ mediatorId: null, groups: [...todayGroupSchema.options], limit: 50 }),
  'office.verify': ({ client }) => client.office.verify(),
};

/** Say nothing of a case that names anybody. */
export const nameless: ReadonlySet<string> = new Set([
  'attachments.ofCase',
  'dossiers.get',
  'months.report',
  'months.file',
  'months.cases',
  'months.adjustments',
  'months.preview',
  'office.verify',
  'mediators.proposalsOfCase',
]);

/** Give out words, but know of no session: reference data, settings, the roster, and answers to what was handed in. */
export const withoutSessions: ReadonlySet<string> = new Set([
  'attachments.attach',
  'cases.register',
  'drafts.list',
  'handFigures.read',
  'imports.preview',
  'imports.run',
  'imports.list',
  'imports.refusedRows',
  'mediators.list',
  'mediators.exportRoster',
  'mediators.recusalCheckOfDraft',
  'mediators.trainings',
  'mediators.importRoster',
  'mediators.rosterTemplate',
  'pivots.list',
  'rollups.receive',
  'rollups.packages',
  'rollups.package',
  'rollups.units',
  'rollups.report',
  'rollups.exportReport',
  'months.of',
  'months.counting',
  'months.list',
  'months.close',
  'months.difference',
  'months.changedCases',
  'office.overview',
  'office.begin',
  'office.changes',
  'reference.all',
  'reference.help',
  'reports.calendar',
  'reports.due',
  'settings.all',
  'settings.checkFonts',
  'settings.calendarFile',
  'templates.list',
  'templates.check',
  'templates.file',
  'templates.starter',
  'templates.referenceSheet',
  'shell.save',
  'shell.print',
  'shell.savePdf',
  'statistics.months',
  'statistics.choices',
]);

/** The one place where the mediator reads them again. */
export const page = 'cases.get';

/** Where a value of an answer may hold words: text, a file, or something whose shape is not said. */
function mayHoldWords(schema: unknown): boolean {
  if (!(schema instanceof z.ZodType)) return true;
  const said = z.toJSONSchema(schema, { unrepresentable: 'any', io: 'output' });
  const words = (part: unknown): boolean => {
    if (typeof part !== 'object' || part === null) return false;
    if (Array.isArray(part)) return part.some(words);
    const { type, ...rest } = part as Record<string, unknown>;
    const closed = 'enum' in rest || 'const' in rest;
    if (closed) return false;
    const known = ['object', 'array', 'integer', 'number', 'boolean', 'null'].includes(String(type));
    if (!known && !('anyOf' in rest) && !('oneOf' in rest) && !('allOf' in rest) && !('$ref' in rest)) {
      return true;
    }
    return ['items', 'anyOf', 'oneOf', 'allOf', 'additionalProperties', 'prefixItems']
      .map((key) => rest[key])
      .concat(Object.values((rest.properties ?? {}) as object), Object.values((rest.$defs ?? {}) as object))
      .some(words);
  };
  return words(said);
}

/** Every procedure of the contract whose answer may hold words, as noun.verb. */
export function proceduresWithWords(): string[] {
  return Object.entries(contract).flatMap(([noun, verbs]) =>
    Object.entries(verbs as Record<string, unknown>).flatMap(([verb, procedure]) => {
      if (!isContractProcedure(procedure)) return [];
      const { outputSchema } = procedure['~orpc'];
      return mayHoldWords(outputSchema) ? [`${noun}.${verb}`] : [];
    }),
  );
}

/** All words of an answer, of the files in it too. */
export async function wordsOf(answer: unknown): Promise<string> {
  if (answer instanceof File) {
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const plain = new TextDecoder().decode(bytes);
    return plain.startsWith('PK') ? [...readParts(bytes).values()].join('\n') : plain;
  }
  if (Array.isArray(answer)) return (await Promise.all(answer.map(wordsOf))).join('\n');
  if (typeof answer === 'object' && answer !== null) return wordsOf(Object.values(answer));
  return String(answer);
}
