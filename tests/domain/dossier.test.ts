import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  assessDossier,
  type DossierFacts,
  type DossierItem,
  type DossierPaper,
  dossierForms,
  dossierItemSchema,
  inDossierOrder,
  pageSpans,
  pagesInAll,
  usualForm,
} from '#shared/domain/dossier.ts';

/** A case that was registered, and of which nothing else is known. */
const fresh: DossierFacts = {
  channel: 'A',
  organisationKind: 'invitedMediation',
  agents: 0,
  organisations: 0,
  disclosures: 0,
  sessions: 0,
  extensions: 0,
  undisputed: false,
  closed: false,
  mediated: false,
  agreed: false,
  courtMatters: [],
  payments: 0,
  visits: 0,
};
const whole: DossierFacts = {
  ...fresh,
  agents: 1,
  organisations: 1,
  disclosures: 1,
  sessions: 2,
  extensions: 1,
  closed: true,
  mediated: true,
  agreed: true,
  courtMatters: ['司法确认'],
  payments: 1,
  visits: 1,
};

const needed = (form: 'invited' | 'peoples', facts: DossierFacts) =>
  assessDossier(form, facts, [], new Set())
    .items.filter(({ because }) => because !== null)
    .map(({ label }) => label);

const papersOf = (...items: readonly DossierItem[]): DossierPaper[] =>
  items.map((item, place) => ({ id: place + 1, item, pages: 2 }));

describe('what a dossier needs', () => {
  test('of a case that has just come from a court before filing', () => {
    expect(needed('invited', fresh)).toEqual([
      '委派函及回执',
      '起诉状或调解申请书',
      '告知书与同意书',
      '当事人身份材料',
      '送达地址确认书',
    ]);
  });

  test('grows with what happens in the case, and each item says why', () => {
    const { items } = assessDossier('invited', whole, [], new Set());
    expect(
      items.filter(({ because }) => because !== null).map(({ item, because }) => [item, because]),
    ).toEqual([
      ['referral', '每卷必备'],
      ['complaint', '每卷必备'],
      ['consent', '每卷必备'],
      ['identity', '每卷必备'],
      ['authority', '本案有委托代理人1名，本案有单位当事人1个'],
      ['service', '法院委派（委托）的案件必备'],
      ['disclosure', '本案有披露1次'],
      ['records', '本案调解2次'],
      ['extension', '本案延期1次'],
      ['agreement', '本案达成协议'],
      ['report', '本案已经终结'],
      ['outcome', '本案办理了司法确认'],
      ['performance', '本案有到位款1笔'],
      ['visit', '本案回访1次'],
    ]);
  });

  test('of a failed case is the table of undisputed facts and no agreement', () => {
    const failed = { ...whole, agreed: false, undisputed: true, payments: 0, courtMatters: [] };
    expect(needed('invited', failed)).toContain('无争议事实记载表');
    expect(needed('invited', failed)).not.toContain('调解协议书或口头协议登记表');
    expect(needed('invited', { ...failed, undisputed: false })).not.toContain('无争议事实记载表');
  });

  test('of a 人民调解卷 follows the order of the Ministry’s form', () => {
    expect(dossierForms.peoples.entries.map(({ label }) => label)).toEqual([
      '申请书或受理登记表',
      '权利义务告知书',
      '当事人身份证明',
      '授权委托书',
      '委派（委托）函及回执',
      '调查记录',
      '证据材料',
      '调解记录',
      '调解协议书',
      '履行凭证',
      '回访记录',
      '司法确认材料',
      '其他材料',
    ]);
    expect(needed('peoples', { ...fresh, channel: 'C' })).toEqual([
      '申请书或受理登记表',
      '权利义务告知书',
      '当事人身份证明',
    ]);
  });

  test('is by the 人民调解 form only where a people’s committee mediates what no court sent', () => {
    expect(usualForm({ ...fresh, channel: 'C', organisationKind: 'peoplesMediation' })).toBe('peoples');
    expect(usualForm({ ...fresh, channel: 'A', organisationKind: 'peoplesMediation' })).toBe('invited');
    expect(usualForm({ ...fresh, channel: 'C', organisationKind: null })).toBe('invited');
  });
});

describe('the score of a dossier', () => {
  test('is the needed items that have a paper, of all that are needed', () => {
    const assessed = assessDossier('invited', fresh, papersOf('referral', 'identity', 'evidence'), new Set());
    expect(assessed).toMatchObject({ needed: 5, present: 2, score: 40 });
    expect(assessed.items.find(({ item }) => item === 'evidence')?.state).toBe('present');
    expect(assessed.items.find(({ item }) => item === 'service')?.state).toBe('missing');
  });

  test('leaves out what somebody said is not needed, until a paper comes after all', () => {
    const waived = new Set<DossierItem>(['service']);
    const without = assessDossier('invited', fresh, papersOf('referral'), waived);
    expect(without).toMatchObject({ needed: 4, present: 1, score: 25 });
    const after = assessDossier('invited', fresh, papersOf('referral', 'service'), waived);
    expect(after).toMatchObject({ needed: 5, present: 2, score: 40 });
  });

  const item = fc.constantFrom(...dossierItemSchema.options);
  test('never falls when a paper is added, and is 100 only where nothing is missing', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('invited' as const, 'peoples' as const),
        fc.constantFrom(fresh, whole),
        fc.array(item, { maxLength: 30 }),
        item,
        (form, facts, items, one) => {
          const before = assessDossier(form, facts, papersOf(...items), new Set());
          const after = assessDossier(form, facts, papersOf(...items, one), new Set());
          expect(after.score).toBeGreaterThanOrEqual(before.score);
          expect(before.score === 100).toBe(before.items.every(({ state }) => state !== 'missing'));
          // No paper is lost, whatever the form knows.
          expect(before.items.flatMap(({ papers }) => papers)).toHaveLength(items.length);
        },
      ),
    );
  });
});

describe('the pages of a dossier', () => {
  test('run through the papers in the order of its items', () => {
    const papers: DossierPaper[] = [
      { id: 1, item: 'records', pages: 3 },
      { id: 2, item: 'referral', pages: 2 },
      { id: 3, item: 'records', pages: 4 },
    ];
    const ordered = inDossierOrder('invited', papers);
    expect(ordered.map(({ id }) => id)).toEqual([2, 1, 3]);
    expect([...pageSpans(ordered)]).toEqual([
      [2, { from: 1, to: 2 }],
      [1, { from: 3, to: 5 }],
      [3, { from: 6, to: 9 }],
    ]);
    expect(pagesInAll(ordered)).toBe(9);
  });

  test('are unknown after a paper that nobody has counted', () => {
    const papers = inDossierOrder('invited', [
      { id: 1, item: 'referral', pages: 2 },
      { id: 2, item: 'identity', pages: null },
      { id: 3, item: 'records', pages: 4 },
    ]);
    expect([...pageSpans(papers).keys()]).toEqual([1]);
    expect(pagesInAll(papers)).toBeNull();
  });
});
