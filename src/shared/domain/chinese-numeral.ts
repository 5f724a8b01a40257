const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

/** 1 to 999 in Chinese numerals as clauses are counted: 十, 二十一, 一百零五. */
export function chineseNumeral(value: number): string {
  const hundreds = Math.floor(value / 100);
  const tens = Math.floor(value / 10) % 10;
  const ones = value % 10;
  if (!Number.isInteger(value) || value < 1 || value > 999) {
    throw new RangeError(`No numeral for ${value}`);
  }
  if (hundreds === 0) {
    return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${digits[ones]}`;
  }
  const rest = tens > 0 ? `${digits[tens]}十${digits[ones]}` : `${ones > 0 ? '零' : ''}${digits[ones]}`;
  return `${digits[hundreds]}百${rest}`;
}
