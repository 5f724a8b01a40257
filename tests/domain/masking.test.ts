import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  maskIdNumber,
  maskOrganisation,
  maskPersonName,
  maskPersonNames,
  maskPhone,
} from '#shared/domain/masking.ts';

describe('numbers on a sheet that leaves the office', () => {
  test('show of a resident ID the first six and the last four', () => {
    expect(maskIdNumber('150602199003070012')).toBe('150602********0012');
    expect(maskIdNumber('11010519491231002x')).toBe('110105********002X');
    expect(maskIdNumber('150602900307001')).toBe('150602******001');
  });

  test('show of other documents their ends only', () => {
    expect(maskIdNumber('150602199003070012')).toBe('150602********0012');
    expect(maskIdNumber('E12345678')).toBe('E1*****78');
    expect(maskIdNumber('A1234')).toBe('A***4');
    expect(maskIdNumber('123')).toBe('***');
    expect(maskIdNumber('')).toBe('');
  });

  test('show of a phone enough to tell two apart', () => {
    expect(maskPhone('13812345678')).toBe('138****5678');
    expect(maskPhone('+86 138 1234 5678')).toBe('138****5678');
    expect(maskPhone('0477-8581234')).toBe('0477-****234');
    expect(maskPhone('010-12345678')).toBe('010-*****678');
    expect(maskPhone('+852 2345 6789')).toBe('+8*******789');
    expect(maskPhone('12345')).toBe('****5');
  });

  test('never show the birth date, and hide at least half of any number', () => {
    const digits = fc.stringMatching(/^[0-9]{0,30}$/);
    fc.assert(
      fc.property(digits, (number) => {
        const masked = maskIdNumber(number);
        expect(masked).toHaveLength(number.length);
        for (const [place, character] of Array.from(masked).entries()) {
          expect(['*', number.charAt(place)]).toContain(character);
        }
        const hidden = Array.from(masked).filter((character) => character === '*').length;
        expect(hidden * 3).toBeGreaterThanOrEqual(number.length);
        if (number.length === 18) {
          expect(maskIdNumber(number).slice(6, 14)).toBe('********');
        }
        if (number.length === 15) {
          expect(maskIdNumber(number).slice(6, 12)).toBe('******');
        }
      }),
    );
  });

  test('never show the middle of a mobile number', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^1[3-9][0-9]{9}$/), (number) => {
        expect(maskPhone(number)).toBe(`${number.slice(0, 3)}****${number.slice(7)}`);
      }),
    );
  });
});

describe('names on a sheet that leaves the office', () => {
  test.each([
    ['张三', '张某'],
    ['张小三', '张某'],
    ['欧阳小明', '欧阳某'],
    ['欧阳', '欧某'],
    ['呼格吉勒图', '呼某'],
    ['额尔敦·巴雅尔', '额某'],
    [' 苏日娜 ', '苏某'],
    ['𠮷田', '𠮷某'],
    ['Smith John', 'S'],
    ['', ''],
  ])('%s is %s', (name, masked) => {
    expect(maskPersonName(name)).toBe(masked);
  });

  test('of different people that would look alike get figures', () => {
    expect(maskPersonNames(['张三', '李四', '张五', '张三'])).toEqual(['张某1', '李某', '张某2', '张某1']);
  });

  test('never show what follows the surname', () => {
    const name = fc.array(fc.constantFrom(...'赵钱孙李周吴郑王冯陈额尔敦巴雅尔'), {
      minLength: 2,
      maxLength: 8,
    });
    fc.assert(
      fc.property(name, (characters) => {
        expect(maskPersonName(characters.join(''))).toBe(`${characters[0]}某`);
      }),
    );
  });

  test.each([
    ['鄂尔多斯市达航餐饮管理有限公司', '某餐饮管理有限公司'],
    ['鄂尔多斯市浩远物业服务有限公司', '某物业服务有限公司'],
    ['鄂尔多斯市泰丰农牧业专业合作社', '某农牧业专业合作社'],
    ['东胜区甲乙丙嘎查', '某嘎查'],
    ['甲乙丙（北京）科技有限公司', '某有限公司'],
    ['甲乙丙银行鄂尔多斯分行', '某分行'],
    ['东胜区老甲羊肉面馆', '某单位'],
    ['公司', '某单位'],
    ['', ''],
  ])('%s is %s', (name, masked) => {
    expect(maskOrganisation(name)).toBe(masked);
  });

  test('never show what an organisation is called', () => {
    const called = fc.stringMatching(/^[甲乙丙丁戊己庚辛]{2,6}$/u);
    const form = fc.constantFrom('有限公司', '物业服务有限公司', '专业合作社', '嘎查', '经营部', '饭馆');
    fc.assert(
      fc.property(called, form, (name, ending) => {
        expect(maskOrganisation(`鄂尔多斯市${name}${ending}`)).not.toMatch(/[甲乙丙丁戊己庚辛]|鄂尔多斯/);
      }),
    );
  });
});
