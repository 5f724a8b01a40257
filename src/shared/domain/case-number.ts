import { z } from 'zod';

/** What begins a court's code: 最高法, or the one-character name of a province, 兵 (兵团) or 军, with two or four figures. */
const courtPattern =
  '最高法|[京津冀晋内辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新兵军](?:\\d{2}|\\d{4})?';
const chineseNumbers = '[一二三四五六七八九十]{1,3}';

const officialPattern = new RegExp(
  `^（((?:19|20|21)\\d{2})）(${courtPattern})([\\u4e00-\\u9fa5]{1,6})([1-9]\\d{0,7})号(之${chineseNumbers})?$`,
  'u',
);

/**
 * A court's case number in its official form （2026）内0602民初123号: round full-width brackets, no padding.
 * 《最高人民法院关于人民法院案件案号的若干规定》(法〔2015〕137号，2018年修改) 第2条、第3条
 */
export const caseNumberSchema = z
  .string()
  .refine((text) => officialPattern.test(text), '不是案号')
  .brand<'CaseNumber', 'inout'>();

/** A court's case number in its official form. */
export type CaseNumber = z.infer<typeof caseNumberSchema>;

export type CaseNumberParts = {
  readonly year: number;
  readonly court: string;
  readonly kind: string;
  readonly sequence: number;
  readonly suffix?: string;
};

const typedPattern = new RegExp(
  `^[(〔\\[【]?((?:19|20|21)\\d{2})年?[)〕\\]】]?(${courtPattern})([\\u4e00-\\u9fa5]{1,6}?)第?0*([1-9]\\d{0,7})(?:号|號)?(?:之(${chineseNumbers}|[1-9]))?$`,
  'u',
);

/** Reads a case number as people type it (half-width, 〔〕, spaces, padded) and writes the official form. */
export function parseCaseNumber(text: string): CaseNumber | undefined {
  const folded = text
    .normalize('NFKC')
    .replace(/[\s\u200B-\u200F\u2060\uFEFF]/g, '')
    .replace(/[;。,.、]$/, '');
  const match = typedPattern.exec(folded);
  if (match === null) {
    return undefined;
  }
  const [, year, court, kind, sequence, suffix] = match;
  const written =
    suffix === undefined
      ? ''
      : `之${/^\d$/.test(suffix) ? ' 一二三四五六七八九'.charAt(Number(suffix)) : suffix}`;
  return caseNumberSchema.safeParse(`（${year}）${court}${kind}${sequence}号${written}`).data;
}

/** Every case number in a text, in its official form, in order, each once. */
export function findCaseNumbers(text: string): readonly CaseNumber[] {
  const pieces = text.split(/[、，,;；/\n]+|(?<=号(?:之[一二三四五六七八九十]{1,3})?)\s*(?=[（(〔[【])/u);
  const numbers = pieces.map(parseCaseNumber).filter((number) => number !== undefined);
  return [...new Set(numbers)];
}

/** The year, court code, kind and sequence of a case number. */
export function caseNumberParts(number: CaseNumber): CaseNumberParts {
  const match = officialPattern.exec(number);
  if (match === null) {
    throw new RangeError(`Not a case number: ${number}`);
  }
  const [, year = '', court = '', kind = '', sequence = '', suffix] = match;
  const parts = { year: Number(year), court, kind, sequence: Number(sequence) };
  return suffix === undefined ? parts : { ...parts, suffix };
}

export type CaseNumberKind = {
  readonly kind: string;
  readonly meaning: string;
  readonly source: string;
};

/** The kinds that a mediation office meets; courts use more, so an unknown kind is not an error. */
export const caseNumberKinds: readonly CaseNumberKind[] = [
  {
    kind: '民初',
    meaning: '民事一审',
    source: '法〔2015〕137号 附件2；2025年起先立案后委托调解的案件统一使用',
  },
  { kind: '诉前调', meaning: '诉前（委派）调解', source: '各地诉前调解字号；2025年起多地停用' },
  { kind: '民诉前调', meaning: '民事诉前（委派）调解', source: '各地诉前调解字号；2025年起多地停用' },
  { kind: '诉前调确', meaning: '诉前调解后司法确认', source: '最高人民法院2021年9月通知，2022-01-01起' },
  { kind: '诉前调书', meaning: '诉前调解后出具调解书', source: '最高人民法院2021年9月通知，2022-01-01起' },
  {
    kind: '民特',
    meaning: '民事特别程序（2022年前的司法确认、实现担保物权等）',
    source: '法〔2015〕137号 附件2',
  },
  { kind: '调确', meaning: '司法确认（仅历史）', source: '法释〔2011〕5号 第4条' },
  { kind: '民终', meaning: '民事二审', source: '法〔2015〕137号 附件2' },
  { kind: '民申', meaning: '民事申请再审审查', source: '法〔2015〕137号 附件2' },
  { kind: '民再', meaning: '民事再审', source: '法〔2015〕137号 附件2' },
  { kind: '民督', meaning: '支付令', source: '法〔2015〕137号 附件2' },
  { kind: '财保', meaning: '非诉财产保全审查', source: '法〔2015〕137号 附件2' },
  { kind: '执保', meaning: '财产保全执行', source: '法〔2015〕137号 附件2' },
  { kind: '执', meaning: '首次执行', source: '法〔2015〕137号 附件2' },
  { kind: '执恢', meaning: '恢复执行', source: '法〔2015〕137号 附件2' },
  { kind: '执异', meaning: '执行异议', source: '法〔2015〕137号 附件2' },
];
