import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type AgreementToCheck, checkCodes, checkRules } from '#shared/domain/agreement-checks.ts';
import { localDate } from '#shared/domain/local-date.ts';
import { cases } from './agreement-check-cases.ts';
import {
  aParty,
  codes,
  found,
  inB,
  loanPrimeRates,
  resources,
  restrictionOf,
  text,
} from './agreements-to-check.ts';

test('an agreement in order passes every check, in every channel', () => {
  expect(codes({})).toEqual([]);
  expect(codes(inB)).toEqual([]);
  expect(codes({ channel: 'C' })).toEqual([]);
});

test('what is not known yet is judged by no rule', () => {
  expect(
    codes({
      channel: null,
      cause: null,
      parties: [],
      heldOn: [],
      attendance: [],
      mainFacts: null,
      terms: [],
      effect: null,
      signedOn: null,
      agreedFen: null,
      organisationName: null,
    }),
  ).toEqual([]);
});

test.each(cases)('%s is found, and not in its near miss', (code, fires, nearMiss) => {
  expect(codes(fires)).toContain(code);
  expect(codes(nearMiss)).not.toContain(code);
});

test('every check has a case above, but for those on interest and on the application for confirmation', () => {
  const told = new Set(cases.map(([code]) => code));
  expect(checkCodes.filter((code) => !told.has(code))).toEqual([
    'interestAboveLimit',
    'interestNotChecked',
    'confirmationLate',
    'confirmationDayOpen',
    'confirmationOfOral',
    'confirmationNotAgreed',
  ]);
});

test('what the law forbids stands first and cites its article; a warning cannot be overridden', () => {
  const all = found({
    ...inB,
    cause: '确认亲子关系纠纷',
    restriction: restrictionOf('确认亲子关系纠纷'),
    signedOn: null,
    signedByHand: true,
    ...text('尽快支付。一方反悔的，由人民法院裁判。'),
  });
  expect(all.map(({ severity }) => severity)).toEqual(['forbidden', 'forbidden', 'warning', 'warning']);
  for (const check of all) {
    if (check.severity === 'forbidden') expect(check.article).toMatch(/第\d+条/);
    else expect(check.overridable).toBe(false);
  }
});

describe('where the law leaves room', () => {
  const room = (changes: Partial<AgreementToCheck>) => found(changes)[0]?.overridable;

  test('confirmation in channel B opens with the office’s setting, and only with a reason', () => {
    expect(room({ channel: 'B' })).toBe(false);
    expect(room({ channel: 'B', confirmationInChannelB: true })).toBe(true);
  });

  test('words may be misread, the cause itself not', () => {
    expect(room(text('双方自愿离婚。'))).toBe(true);
    expect(room({ cause: '离婚纠纷', restriction: restrictionOf('离婚纠纷') })).toBe(false);
  });

  test('a child never signs, a youth of sixteen may live on his own work', () => {
    expect(room({ parties: [aParty({ birthOn: localDate('2020-01-01') })] })).toBe(false);
    expect(room({ parties: [aParty({ birthOn: localDate('2010-01-01') })] })).toBe(true);
  });

  test('a clause that asks for judgment and a guarantor outside only stand in the way of a 调解书', () => {
    const clause = text('一方反悔的，由人民法院裁判。');
    expect(found({ ...inB, ...clause })[0]).toMatchObject({ severity: 'forbidden', overridable: false });
    expect(found({ channel: 'B', effect: 'withdrawal', ...clause })[0]?.severity).toBe('warning');
    const guarantee = text('由示例公司提供担保。');
    expect(found({ ...inB, ...guarantee })[0]).toMatchObject({ severity: 'forbidden', overridable: true });
    expect(found(guarantee)[0]?.severity).toBe('warning');
  });
});

describe('the help page of the checks', () => {
  const help = readFileSync(new URL('help/43-agreement-checks.md', resources), 'utf8');

  test('names every article by which an agreement is held back', () => {
    const articles = Object.values(checkRules)
      .filter(({ severity }) => severity === 'forbidden')
      .flatMap(({ article }) => article?.match(/第\d+条/g) ?? []);
    expect(articles.filter((article) => !help.includes(article))).toEqual([]);
  });

  test('says until which month the LPR is known', () => {
    const [year, month] = loanPrimeRates.at(-1)?.announcedOn.split('-') ?? [];
    expect(help).toContain(`到 ${year} 年 ${Number(month)} 月的 LPR`);
  });
});
