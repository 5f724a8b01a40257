import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkPhone, normalisePhone, splitPhones } from '#shared/domain/phone.ts';

test.each([
  ['13812345678', 'mobile'],
  ['138 1234 5678', 'mobile'],
  ['138-1234-5678', 'mobile'],
  ['+86 13812345678', 'mobile'],
  ['１３８１２３４５６７８', 'mobile'],
  ['12812345678', 'unknown'],
  ['1381234567', 'unknown'],
  ['138123456789', 'unknown'],
  ['0477-8581234', 'landline'],
  ['04778581234', 'landline'],
  ['(0477)8581234', 'landline'],
  ['（0477）8581234', 'landline'],
  ['010-12345678', 'landline'],
  ['0477-8581234-12', 'landline'],
  ['0477-8581234转12', 'landline'],
  ['8581234', 'unknown'],
  ['400-123-4567', 'service'],
  ['4001234567', 'service'],
  ['800 810 1234', 'service'],
  ['+852 2345 6789', 'foreign'],
  ['0085223456789', 'foreign'],
  ['无', 'unknown'],
  ['', 'unknown'],
])('%s is a number of the kind %s', (number, kind) => {
  expect(checkPhone(number)).toBe(kind);
});

test.each([
  ['13812345678、0477-8581234', ['13812345678', '0477-8581234']],
  ['13812345678，13912345678', ['13812345678', '13912345678']],
  ['13812345678/13912345678；15012345678', ['13812345678', '13912345678', '15012345678']],
  ['13812345678 13912345678', ['13812345678', '13912345678']],
  ['138 1234 5678', ['13812345678']],
  ['138 1234 5678、139 1234 5678', ['13812345678', '13912345678']],
  ['13812345678(其子)', ['13812345678(其子)']],
  ['', []],
])('a cell with %s holds %j', (text, numbers) => {
  expect(splitPhones(text)).toEqual(numbers);
});

test('a number written down once more stays the same', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[+0-9 ()-]{0,20}$/), (text) => {
      expect(normalisePhone(normalisePhone(text))).toBe(normalisePhone(text));
    }),
  );
});
