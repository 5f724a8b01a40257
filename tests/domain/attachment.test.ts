import { describe, expect, test } from 'vitest';
import { attachmentName, attachmentTypeOf, fileSizeInWords } from '#shared/domain/attachment.ts';

const bytes = (...parts: readonly (string | readonly number[])[]) =>
  new Uint8Array(
    parts.flatMap((part) =>
      typeof part === 'string' ? [...part].map((letter) => letter.charCodeAt(0)) : [...part],
    ),
  );

describe('what a file is', () => {
  test.each([
    ['application/pdf', bytes('%PDF-1.4\n'), bytes()],
    ['application/pdf', bytes([0xef, 0xbb, 0xbf], '\n%PDF-1.7'), bytes()],
    ['application/ofd', bytes('PK', [3, 4]), bytes('....OFD.xml....')],
    ['image/jpeg', bytes([0xff, 0xd8, 0xff, 0xe0]), bytes()],
    ['image/png', bytes([0x89], 'PNG\r\n', [0x1a], '\n'), bytes()],
    ['image/tiff', bytes('II*', [0]), bytes()],
    ['image/tiff', bytes('MM', [0], '*'), bytes()],
    ['image/bmp', bytes('BM', [1, 2, 3, 4, 0, 0, 0, 0]), bytes()],
    ['image/webp', bytes('RIFF', [1, 2, 3, 4], 'WEBP'), bytes()],
    ['image/heic', bytes([0, 0, 0, 24], 'ftypheic'), bytes()],
  ])('is told by its content: %s', (type, head, end) => {
    expect(attachmentTypeOf(head, end)).toBe(type);
  });

  test.each([
    ['a program of Windows', bytes('MZ', [0x90, 0])],
    ['a program of Linux', bytes([0x7f], 'ELF')],
    ['a script', bytes('#!/bin/sh\n')],
    ['a Word file', bytes('PK', [3, 4])],
    ['an old Word file', bytes([0xd0, 0xcf, 0x11, 0xe0])],
    ['a page of the web', bytes('<html><script>')],
    ['text that begins with the letters of a bitmap', bytes('BMW 320i')],
    ['a film', bytes([0, 0, 0, 24], 'ftypisom')],
    ['nothing', bytes()],
  ])('%s is not taken', (_, head) => {
    expect(attachmentTypeOf(head, bytes())).toBeUndefined();
  });
});

test('a name ends in what the content is', () => {
  expect(attachmentName('签字页.exe', 'application/pdf')).toBe('签字页.exe.pdf');
  expect(attachmentName('签字页.JPEG', 'image/jpeg')).toBe('签字页.jpg');
  expect(attachmentName('签字页.png', 'image/jpeg')).toBe('签字页.jpg');
  expect(attachmentName('鄂政法调〔2026〕12号', 'image/tiff')).toBe('鄂政法调〔2026〕12号.tif');
  expect(attachmentName('.pdf', 'application/pdf')).toBe('附件.pdf');
});

test('a size is said as file managers say it', () => {
  expect([1, 1023, 1024 * 340, 1024 * 1024 * 12.3, 1024 * 1024 * 100].map(fileSizeInWords)).toEqual([
    '1 KB',
    '1 KB',
    '340 KB',
    '12.3 MB',
    '100 MB',
  ]);
});
