import { expect, test } from 'vitest';
import * as glossary from '#shared/domain/glossary.ts';

test('every word that the screens show is Chinese and means one thing in its list', () => {
  for (const [name, labels] of Object.entries(glossary)) {
    const words: readonly string[] = Object.values(labels);
    expect(words.length, name).toBeGreaterThan(0);
    for (const word of words) {
      expect(word, name).toMatch(/\p{Script=Han}/u);
    }
    expect(new Set(words).size, name).toBe(words.length);
  }
});

test('no label calls a representative by the title of another kind', () => {
  expect(glossary.idNumberLabels.residentId).toBe('公民身份号码');
  expect(glossary.closingLabels.C11).toBe('达成书面调解协议');
  expect(glossary.caseSourceLabels.courtFilingDivision).toBe('法院立案庭');
});
