import { describe, expect, test } from 'vitest';
import { caseStatusCodes, caseStatuses } from '#shared/domain/case-status.ts';
import { closingWords } from '#shared/domain/closing/words.ts';
import { closingCodes, closings, matchClosing } from '#shared/domain/closing.ts';

describe('the ways in which mediation ends', () => {
  test('C11 to C16 are successes, C28 is returned, the others failed', () => {
    const byOutcome = Object.groupBy(closingCodes, (code) => closings[code].outcome);
    expect(byOutcome.success).toEqual(['C11', 'C12', 'C13', 'C14', 'C15', 'C16']);
    expect(byOutcome.returned).toEqual(['C28']);
    expect(byOutcome.failure).toEqual(['C21', 'C22', 'C23', 'C24', 'C25', 'C26', 'C27', 'C29']);
  });

  test('only where somebody refused, could not be reached or the case was returned did no mediation take place', () => {
    expect(closingCodes.filter((code) => !closings[code].mediated)).toEqual(['C21', 'C23', 'C28']);
  });

  test('withdrawing a suit belongs to filed cases', () => {
    expect(closings.C14.channels).toEqual(['B']);
    expect(closings.C16.ownColumn).toBe('自行和解');
  });

  test('each cite their source', () => {
    for (const code of closingCodes) {
      expect(closings[code].source).toMatch(/第\d+条/);
    }
  });
});

describe('what a ledger says about the outcome', () => {
  test.each([
    ['达成书面协议', 'C11'],
    ['口头协议', 'C12'],
    ['当场履行', 'C13'],
    ['撤诉', 'C14'],
    ['调解书', 'C15'],
    ['自行和解撤回', 'C16'],
    ['当事人不同意调解', 'C21'],
    ['申请人撤回', 'C22'],
    ['联系不上被申请人', 'C23'],
    ['双方分歧较大，未达成协议', 'C24'],
    ['双方分歧较大,未达成协议', 'C24'],
    ['期限届满未达成', 'C25'],
    ['拒绝签字', 'C26'],
    ['虚假诉讼', 'C27'],
    ['退回', 'C28'],
    ['其他', 'C29'],
    [' 达成 书面协议。', 'C11'],
    ['调解成功', 'C11'],
    ['调解失败', 'C29'],
    ['C24', 'C24'],
    ['c24', 'C24'],
  ])('“%s” is %s', (text, code) => {
    expect(matchClosing(text)).toEqual({ kind: 'closing', code });
  });

  test.each(['调解中', '', ' ', '/', '—', '正在调解', '未结'])('“%s” is still open', (text) => {
    expect(matchClosing(text)).toEqual({ kind: 'pending' });
  });

  test.each(['天气很好', 'C99', '成功？', '已结'])('“%s” is not guessed', (text) => {
    expect(matchClosing(text)).toBeUndefined();
  });

  test('knows the label of every closing', () => {
    for (const code of closingCodes) {
      expect(matchClosing(closings[code].label)).toEqual({ kind: 'closing', code });
    }
  });

  test('no words mean two outcomes', () => {
    const all = Object.values(closingWords).flatMap((words) => words.trim().split(/\s+/));
    expect(all.filter((words, place) => all.indexOf(words) !== place)).toEqual([]);
  });
});

test('a case is open until it is closed', () => {
  expect(caseStatusCodes.filter((status) => !caseStatuses[status].open)).toEqual(['closed', 'archived']);
});
