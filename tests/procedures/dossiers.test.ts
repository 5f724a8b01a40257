import { describe, expect, test } from 'vitest';
import type { DossierHead, DossierPaperFacts } from '#shared/contract/dossiers.ts';
import type { CaseId } from '#shared/contract/ids.ts';
import type { OfficeClient } from '#shared/contract/index.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { aCase, aCompany, aMediator, aPerson } from '../support/builders.ts';
import { anOffice } from '../support/offices.ts';
import { aScan, attach } from '../support/scans.ts';

const emptyHead: DossierHead = {
  form: null,
  archiveNumber: null,
  retention: null,
  compiledBy: null,
  compiledOn: null,
  inspectedBy: null,
  situation: null,
  remarks: null,
};

const aPaper = (facts: Partial<DossierPaperFacts> = {}): DossierPaperFacts => ({
  item: 'referral',
  title: '委派函及回执',
  pages: 2,
  remarks: null,
  documentId: null,
  ...facts,
});

async function register(client: OfficeClient): Promise<CaseId> {
  const facts = aCase({ letterOn: localDate('2026-11-02') });
  return (await client.cases.register({ facts, parties: [aPerson(), aCompany()], draftId: null })).id;
}

/** An office with an organisation and a mediator, so that its papers can be issued. */
async function anOfficeThatIssues() {
  const { client } = await anOffice();
  const { id: organisationId } = await client.office.saveOrganisation({
    id: null,
    version: null,
    organisation: {
      name: '鄂尔多斯市样例调解委员会',
      kind: 'invitedMediation',
      address: null,
      phone: null,
      active: true,
    },
  });
  const facts = aCase({ letterOn: localDate('2026-11-02'), organisationId });
  const parties = [aPerson(), aCompany()];
  return { client, caseId: (await client.cases.register({ facts, parties, draftId: null })).id };
}

describe('the dossier of a case', () => {
  test('begins empty, in the usual form, and says what it lacks', async () => {
    const { client } = await anOffice();
    const caseId = await register(client);
    const dossier = await client.dossiers.get({ caseId });
    expect(dossier).toMatchObject({ version: null, form: 'invited', present: 0, score: 0, pages: 0 });
    // A company is among the parties: its 身份证明书 is needed too.
    expect(dossier.items.filter(({ state }) => state === 'missing').map(({ item }) => item)).toEqual([
      'referral',
      'complaint',
      'consent',
      'identity',
      'authority',
      'service',
    ]);
  });

  test('is scored by the papers that lie in it, each with its running pages', async () => {
    const { client } = await anOffice();
    const caseId = await register(client);
    await client.dossiers.file({
      caseId,
      papers: [
        aPaper({ item: 'identity', title: '身份证复印件', pages: 4 }),
        aPaper(),
        aPaper({ item: 'evidence', title: '欠条', pages: 1 }),
      ],
    });
    const { items, score, present, needed, pages } = await client.dossiers.get({ caseId });
    expect({ score, present, needed, pages }).toEqual({ score: 33, present: 2, needed: 6, pages: 7 });
    expect(items.flatMap(({ papers }) => papers.map(({ title, span }) => [title, span]))).toEqual([
      ['委派函及回执', { from: 1, to: 2 }],
      ['身份证复印件', { from: 3, to: 6 }],
      ['欠条', { from: 7, to: 7 }],
    ]);
  });

  test('lets a paper be put right and taken out with a reason; its scans stay with the case', async () => {
    const { client } = await anOffice();
    const caseId = await register(client);
    const { ids } = await client.dossiers.file({ caseId, papers: [aPaper({ pages: null })] });
    const [id] = ids;
    if (id === undefined) throw new Error('No paper was filed.');
    await attach(client, caseId, aScan(), { paperId: id });
    expect((await client.dossiers.get({ caseId })).pages).toBeNull();
    await client.dossiers.amendPaper({ id, version: 1, paper: aPaper({ pages: 3 }) });
    await expect(client.dossiers.amendPaper({ id, version: 1, paper: aPaper() })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    await client.dossiers.takeOut({ id, reason: '放错了卷' });
    expect(await client.dossiers.get({ caseId })).toMatchObject({ present: 0, pages: 0 });
    expect(await client.attachments.ofCase({ caseId })).toMatchObject([{ paperId: id, cancelled: null }]);
    await expect(client.dossiers.takeOut({ id, reason: '再一次' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(attach(client, caseId, aScan(3000), { paperId: id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const told = (await client.cases.history({ id: caseId })).map(({ what }) => what);
    expect(told).toEqual(
      expect.arrayContaining(['dossierPaperFiled', 'dossierPaperAmended', 'dossierPaperTakenOut']),
    );
  });

  test('can do without an item with a reason, and needs it again when that is taken back', async () => {
    const { client } = await anOffice();
    const caseId = await register(client);
    await client.dossiers.waive({ caseId, item: 'service', reason: '当事人均到庭当面签收' });
    const service = async () =>
      (await client.dossiers.get({ caseId })).items.find(({ item }) => item === 'service');
    expect(await service()).toMatchObject({ state: 'waived', waiver: '当事人均到庭当面签收' });
    await client.dossiers.waive({ caseId, item: 'service', reason: null });
    expect(await service()).toMatchObject({ state: 'missing', waiver: null });
    await expect(client.dossiers.waive({ caseId, item: 'service', reason: null })).rejects.toMatchObject({
      data: { reason: 'nothingToUndo' },
    });
  });

  test('offers the issued papers that are not in it yet, and no more once they are', async () => {
    const { client, caseId } = await anOfficeThatIssues();
    const papers = await client.documents.catalogue({ caseId });
    const form = papers.find(({ kind, missing }) => kind === 'consentForm' && missing === 0);
    if (form === undefined) throw new Error('The consent form cannot be issued.');
    const { id } = await client.documents.issue({ caseId, paper: { kind: form.kind, subjectId: null } });
    const consent = async () =>
      (await client.dossiers.get({ caseId })).items.find(({ item }) => item === 'consent');
    // Printed is not signed and filed.
    expect(await consent()).toMatchObject({ state: 'missing', issued: [{ id }] });
    await client.dossiers.file({
      caseId,
      papers: [aPaper({ item: 'consent', title: '先行调解告知与同意书', documentId: id })],
    });
    expect(await consent()).toMatchObject({ state: 'present', issued: [] });
  });
});

describe('the cover of a dossier', () => {
  test('is saved with its version, and no two dossiers bear one archive number', async () => {
    const { client } = await anOffice();
    const [one, other] = [await register(client), await register(client)];
    const head: DossierHead = {
      ...emptyHead,
      archiveNumber: '2026-MS-001',
      retention: 'thirtyYears',
      compiledBy: '测试员',
      compiledOn: localDate('2026-11-20'),
    };
    expect(await client.dossiers.save({ caseId: one, version: null, head })).toEqual({ version: 1 });
    expect((await client.dossiers.get({ caseId: one })).head).toEqual(head);
    await expect(client.dossiers.save({ caseId: one, version: null, head })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    expect(await client.dossiers.save({ caseId: one, version: 1, head })).toEqual({ version: 2 });
    await expect(client.dossiers.save({ caseId: other, version: null, head })).rejects.toMatchObject({
      code: 'REFUSED',
      data: { reason: 'archiveNumberTaken', detail: { internalNumber: expect.stringContaining('2026') } },
    });
  });

  test('says which form holds, chosen over the usual', async () => {
    const { client } = await anOffice();
    const caseId = await register(client);
    await client.dossiers.file({ caseId, papers: [aPaper({ item: 'extension', title: '延期同意书' })] });
    await client.dossiers.save({ caseId, version: null, head: { ...emptyHead, form: 'peoples' } });
    const { form, items } = await client.dossiers.get({ caseId });
    expect(form).toBe('peoples');
    // What the other form does not know lies under 其他材料.
    expect(items.find(({ item }) => item === 'other')?.papers).toMatchObject([{ title: '延期同意书' }]);
  });
});

describe('the papers of a dossier', () => {
  const dossierPapers = async (client: OfficeClient, caseId: CaseId) =>
    (await client.documents.catalogue({ caseId })).filter(({ set }) => set === 'dossier');

  async function anEndedCase() {
    const { client, caseId } = await anOfficeThatIssues();
    const { id: mediatorId } = await client.mediators.add({ mediator: aMediator() });
    const { version, facts } = await client.cases.get({ id: caseId });
    await client.cases.amend({ caseId, version, facts: { ...facts, mediatorId } });
    await client.cases.close({
      caseId,
      version: version + 1,
      closing: { code: 'C22', closedOn: localDate('2026-11-20'), partly: false, reason: '一方不到场' },
    });
    return { client, caseId };
  }

  test('are offered once the case has ended and papers lie in its dossier', async () => {
    const { client, caseId } = await anOfficeThatIssues();
    expect((await dossierPapers(client, caseId)).map(({ kind, notYet }) => [kind, notYet])).toEqual([
      ['dossierCover', '结案后立卷'],
      ['dossierContents', '材料入卷后制作'],
      ['dossierNote', '材料入卷后制作'],
    ]);
    const ended = await anEndedCase();
    expect((await dossierPapers(ended.client, ended.caseId)).map(({ notYet }) => notYet)).toEqual([
      null,
      '材料入卷后制作',
      '材料入卷后制作',
    ]);
  });

  test('want every paper counted, and are told apart from the register once something moves', async () => {
    const { client, caseId } = await anEndedCase();
    const { ids } = await client.dossiers.file({
      caseId,
      papers: [aPaper(), aPaper({ item: 'report', title: '调解终结报告', pages: null })],
    });
    const contents = { kind: 'dossierContents', subjectId: null } as const;
    const preview = await client.documents.preview({ caseId, paper: contents });
    expect(preview.missing).toEqual([{ field: 'contents.1.pages', label: '卷内第二件调解终结报告的页数' }]);
    const [, report] = ids;
    if (report === undefined) throw new Error('Two papers were filed.');
    const counted = aPaper({ item: 'report', title: '调解终结报告', pages: 5 });
    await client.dossiers.amendPaper({ id: report, version: 1, paper: counted });
    for (const { kind } of await dossierPapers(client, caseId)) {
      await client.documents.issue({ caseId, paper: { kind, subjectId: null } });
    }
    const differences = async () =>
      Object.fromEntries(
        (await client.cases.get({ id: caseId })).documents.map(({ kind, differences: moved }) => [
          kind,
          moved,
        ]),
      );
    expect(await differences()).toEqual({ dossierCover: [], dossierContents: [], dossierNote: [] });
    await client.dossiers.file({ caseId, papers: [aPaper({ item: 'evidence', title: '欠条', pages: 1 })] });
    expect(await differences()).toEqual({
      dossierCover: ['页数'],
      dossierContents: ['卷内材料'],
      dossierNote: ['卷内材料件数', '页数'],
    });
    // They are no papers of the dossier themselves: none waits to be filed.
    const { items } = await client.dossiers.get({ caseId });
    expect(items.flatMap(({ issued }) => issued)).toEqual([]);
  });
});
