import { describe, expect, it } from 'vitest';
import { checkDraft } from '#shared/documents/check.ts';
import { dossierContents, dossierContentsFactsSchema } from '#shared/documents/dossier-contents.ts';
import { dossierCover, dossierCoverFactsSchema } from '#shared/documents/dossier-cover.ts';
import { dossierNote, dossierNoteFactsSchema } from '#shared/documents/dossier-note.ts';
import { byHand } from '#shared/documents/facts.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { complete, manyPartiesHead, plainHead } from './case-heads.ts';
import { itLooksAsReviewed, linesOf, unsignedItLooksAsReviewed } from './paper-looks.ts';

const checkCover = (draft: object) => checkDraft(dossierCoverFactsSchema, draft as never);
const checkContents = (draft: object) => checkDraft(dossierContentsFactsSchema, draft as never);
const checkNote = (draft: object) => checkDraft(dossierNoteFactsSchema, draft as never);

const ended = {
  receivedOn: localDate('2026-11-02'),
  closedOn: localDate('2026-11-18'),
  closing: 'C11',
  mediatedFrom: localDate('2026-11-10'),
  mediatedTo: localDate('2026-11-18'),
};
const noted = {
  archiveNumber: '2026-MS-012',
  retention: 'thirtyYears',
  compiledBy: '赵立某',
  compiledOn: localDate('2026-11-20'),
  pageCount: 31,
  remarks: null,
};
const open = {
  archiveNumber: byHand,
  retention: byHand,
  compiledBy: byHand,
  compiledOn: byHand,
  pageCount: byHand,
  remarks: '证据原件已退当事人',
};

const cover = dossierCover(complete(checkCover({ ...plainHead(), ...ended, ...noted, form: 'invited' })));
const peoplesCover = dossierCover(
  complete(
    checkCover({
      ...manyPartiesHead(),
      ...ended,
      ...open,
      channel: 'C',
      court: null,
      receivedOn: byHand,
      form: 'peoples',
    }),
  ),
);

const paper = (title: string, pages: number, remarks: string | null = null) => ({ title, pages, remarks });
const plainContents = [
  paper('委派函及回执', 2),
  paper('起诉状', 3),
  paper('先行调解告知与同意书', 1),
  paper('当事人身份证复印件', 2, '复印件'),
  paper('送达地址确认书', 2),
  paper('调解笔录（第一次）', 4),
  paper('调解笔录（第二次）', 3),
  paper('调解协议书', 4),
  paper('调解终结报告', 2),
  paper('司法确认申请书', 2),
  paper('银行转账凭证', 1),
  paper('回访记录', 1),
];
/** More than a page, with the names of bodies that do not fit on a line. */
const manyContents = Array.from({ length: 40 }, (_, place) =>
  paper(
    place % 7 === 0
      ? '内蒙古自治区鄂尔多斯市示例农牧业生产资料专业合作社联合社法定代表人身份证明书及营业执照'
      : `那日苏·巴特尔提交的证据材料之${place + 1}`,
    (place % 3) + 1,
    place % 5 === 0 ? '复印件，原件退当事人' : null,
  ),
);

const contents = dossierContents(
  complete(checkContents({ ...plainHead(), archiveNumber: noted.archiveNumber, contents: plainContents })),
);
const longContents = dossierContents(
  complete(checkContents({ ...manyPartiesHead(), archiveNumber: byHand, contents: manyContents })),
);

const note = dossierNote(
  complete(
    checkNote({
      ...plainHead(),
      archiveNumber: noted.archiveNumber,
      paperCount: 12,
      pageCount: 27,
      situation: '第4件为复印件，与原件核对无异\n第11件原件由申请人保管。',
    }),
  ),
);
const openNote = dossierNote(
  complete(
    checkNote({
      ...manyPartiesHead(),
      archiveNumber: byHand,
      paperCount: 40,
      pageCount: byHand,
      situation: byHand,
    }),
  ),
);

describe('the cover of a dossier', () => {
  unsignedItLooksAsReviewed({ 'dossier-cover-plain': cover, 'dossier-cover-many-parties': peoplesCover });

  it('says what a court asks to know of it', () => {
    const lines = linesOf(cover);
    expect(lines.slice(0, 2)).toEqual(['鄂尔多斯市示例政协委员调解中心', '特邀调解卷宗']);
    expect(lines).toEqual(
      expect.arrayContaining([
        '2026-MS-012',
        '张甲某',
        '李乙某',
        '2026年11月2日',
        '2026年11月18日',
        '达成书面调解协议',
        '□永久　□长期　☑30年',
        '□15年　□10年　□5年',
        '共31页',
      ]),
    );
  });

  it('of a 人民调解卷 has the fields of the Ministry’s form, and room where nothing is noted', () => {
    const lines = linesOf(peoplesCover);
    expect(lines[1]).toBe('人民调解卷宗');
    expect(lines).toEqual(
      expect.arrayContaining([
        '卷名',
        '（＿＿＿＿）人调字第＿＿＿＿＿号',
        '人民调解员',
        '2026年11月10日至2026年11月18日',
        '□永久　□长期　□30年',
        '□15年　□10年　□5年',
        '共＿＿＿页',
        '证据原件已退当事人',
      ]),
    );
    expect(lines[3]).toMatch(/^那日苏·巴特尔等3人与.+等5人土地承包经营权转让合同纠纷$/);
  });

  it('lists what it lacks', () => {
    const checked = checkCover({
      ...plainHead(),
      ...noted,
      form: 'invited',
      mediatedFrom: null,
      mediatedTo: null,
    });
    expect(checked.kind === 'incomplete' ? checked.missing.map(({ field }) => field) : []).toEqual([
      'receivedOn',
      'closedOn',
      'closing',
    ]);
  });
});

describe('the contents of a dossier', () => {
  unsignedItLooksAsReviewed({
    'dossier-contents-plain': contents,
    'dossier-contents-many-parties': longContents,
  });

  it('number the pages through all papers', () => {
    const lines = linesOf(contents);
    expect(lines.slice(lines.indexOf('1'), lines.indexOf('1') + 8)).toEqual([
      '1',
      '委派函及回执',
      '1—2',
      '',
      '2',
      '起诉状',
      '3—5',
      '',
    ]);
    expect(lines).toContain('26');
    expect(lines.slice(-4)).toEqual(['12', '回访记录', '27', '']);
  });

  it('name the paper whose pages nobody has counted, and say that nothing was filed', () => {
    const uncounted = [paper('委派函及回执', 2), { title: '调解笔录', pages: null, remarks: null }];
    const labels = (draft: object) => {
      const checked = checkContents({ ...plainHead(), archiveNumber: byHand, ...draft });
      return checked.kind === 'incomplete' ? checked.missing.map(({ label }) => label) : [];
    };
    expect(labels({ contents: uncounted })).toEqual(['卷内第二件调解笔录的页数']);
    expect(labels({ contents: [] })).toEqual(['卷内材料（先在“卷宗”里入卷）']);
  });
});

describe('the note at the end of a dossier', () => {
  itLooksAsReviewed({ 'dossier-note-plain': note, 'dossier-note-many-parties': openNote });

  it('says how many papers and pages lie in it, and leaves room for what is found later', () => {
    expect(linesOf(note)).toEqual(
      expect.arrayContaining([
        '共12件，27页（封面、卷内目录、备考表不编页码）',
        '第4件为复印件，与原件核对无异。',
        '第11件原件由申请人保管。',
      ]),
    );
    expect(linesOf(openNote)).toContain('共40件，＿＿＿＿页（封面、卷内目录、备考表不编页码）');
  });
});

it('cover, contents and note bear no page number', () => {
  for (const content of [cover, peoplesCover, contents, longContents, note, openNote]) {
    expect(content.page.pageNumbers).toBe('none');
  }
});
