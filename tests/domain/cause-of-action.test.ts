import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Cause,
  causeRestriction,
  frequentCauses,
  indexCauses,
  isSpecificCause,
  matchCause,
  parseCauses,
  searchCauses,
} from '#shared/domain/cause-of-action.ts';

const tsv = readFileSync(new URL('../../resources/causes-of-action/2025.tsv', import.meta.url), 'utf8');
const causes = parseCauses(tsv);
const index = indexCauses(causes);

function found(query: string): readonly string[] {
  return searchCauses(index, query, 10).map((cause) => cause.name);
}

function cause(name: string): Cause {
  const matched = matchCause(index, name);
  if (matched === undefined) {
    throw new Error(`No such cause: ${name}`);
  }
  return matched;
}

describe('the causes of action of 2025', () => {
  test('are 12, 59, 514 and 470 in four levels', () => {
    expect(causes).toHaveLength(1055);
    expect([1, 2, 3, 4].map((level) => causes.filter((one) => one.level === level).length)).toEqual([
      12, 59, 514, 470,
    ]);
    expect(new Set(causes.map((one) => one.edition))).toEqual(new Set(['2025']));
  });

  test('are numbered through, level by level', () => {
    const third = causes.filter((one) => one.level === 3).map((one) => Number(one.ordinal));
    expect(third).toEqual(Array.from({ length: 514 }, (_, place) => place + 1));
    expect(cause('民间借贷纠纷').ordinal).toBe('108(3)');
    expect(cause('确认劳动关系纠纷').ordinal).toBe('205(1)');
  });

  test('know what they stand under', () => {
    expect(cause('民间借贷纠纷').path).toEqual(['合同、准合同纠纷', '合同纠纷', '借款合同纠纷']);
    for (const one of causes) {
      expect(one.path).toHaveLength(one.level - 1);
    }
  });

  test('have one reading for each character', () => {
    for (const one of causes) {
      const characters = Array.from(one.name).filter((character) => /\p{Script=Han}/u.test(character));
      expect(one.pinyin.split(' '), one.name).toHaveLength(characters.length);
      expect(one.pinyin).toMatch(/^[a-z]+(?: [a-z]+)*$/);
    }
  });

  test('of a malformed file are refused', () => {
    expect(() => parseCauses('1\t1\t人格权纠纷\tren ge quan jiu fen')).toThrow();
    expect(() => parseCauses('# edition: 2025\n3\t1\t名誉权纠纷\tming yu quan jiu fen')).toThrow();
    expect(() => parseCauses('# edition: 2025\n1\t1\t人格权纠纷')).toThrow();
  });
});

describe('matching what a ledger says', () => {
  test('finds every cause by its own name', () => {
    for (const one of causes) {
      expect(matchCause(index, one.name)?.name).toBe(one.name);
    }
  });

  test('finds of a name at two levels the more specific one', () => {
    expect(cause('不当得利纠纷').level).toBe(3);
    expect(cause('无因管理纠纷').level).toBe(3);
    expect(cause('第三人撤销之诉').level).toBe(3);
    expect(cause('人格权纠纷').level).toBe(2);
    expect(isSpecificCause(cause('人格权纠纷'))).toBe(false);
  });

  test.each([
    ['民间借贷', '民间借贷纠纷'],
    ['离婚', '离婚纠纷'],
    ['买卖合同', '买卖合同纠纷'],
    ['物业服务合同', '物业服务合同纠纷'],
    ['机动车交通事故责任', '机动车交通事故责任纠纷'],
    ['机动车交通事故', '机动车交通事故责任纠纷'],
    ['劳务合同', '劳务合同纠纷'],
    ['追索劳动报酬', '追索劳动报酬纠纷'],
    ['建设工程施工合同', '建设工程施工合同纠纷'],
    ['相邻关系', '相邻关系纠纷'],
    ['生命权、身体权、健康权', '生命权、身体权、健康权纠纷'],
    ['生命权身体权健康权纠纷', '生命权、身体权、健康权纠纷'],
    ['生命权，身体权，健康权纠纷', '生命权、身体权、健康权纠纷'],
    ['生命权、健康权、身体权纠纷', '生命权、身体权、健康权纠纷'],
    ['著作权权属、侵权', '著作权权属、侵权纠纷'],
    ['房屋租赁', '房屋租赁合同纠纷'],
    ['法定继承', '法定继承纠纷'],
    [' 民间 借贷 纠纷 ', '民间借贷纠纷'],
    ['民间借贷纠纷一案', '民间借贷纠纷'],
    ['108-(3)民间借贷纠纷', '民间借贷纠纷'],
    ['（3）民间借贷纠纷', '民间借贷纠纷'],
    ['企业名称(商号)合同纠纷', '企业名称（商号）合同纠纷'],
    ['居间合同纠纷', '中介合同纠纷'],
    ['医疗损害', '医疗损害责任纠纷'],
    ['物业纠纷', '物业服务合同纠纷'],
    ['物业费', '物业服务合同纠纷'],
  ])('“%s” is %s', (text, name) => {
    expect(matchCause(index, text)?.name).toBe(name);
  });

  test.each([
    '邻居吵架',
    '',
    ' ',
    '纠纷',
    '借款',
    '买卖',
    '打架',
    '草原承包经营权纠纷',
    '其他',
    '案',
    '3',
    '待定',
  ])('“%s” is no cause, and none is guessed', (text) => {
    expect(matchCause(index, text)).toBeUndefined();
  });

  test('never invents a cause out of arbitrary words', () => {
    const names = new Set(causes.map((one) => one.name));
    fc.assert(
      fc.property(fc.stringMatching(/^[合同纠纷买卖离婚责任权借款]{0,8}$/u), (text) => {
        const matched = matchCause(index, text);
        expect(matched === undefined || names.has(matched.name)).toBe(true);
      }),
    );
  });
});

describe('searching for a cause', () => {
  test.each([
    ['mjjd', '民间借贷纠纷'],
    ['minjian', '民间借贷纠纷'],
    ['minjianjiedai', '民间借贷纠纷'],
    ['minjjd', '民间借贷纠纷'],
    ['MJJD', '民间借贷纠纷'],
    ['jiedai', '民间借贷纠纷'],
    ['民借', '民间借贷纠纷'],
    ['借贷', '民间借贷纠纷'],
    ['lh', '离婚纠纷'],
    ['离婚', '离婚纠纷'],
    ['mmht', '买卖合同纠纷'],
    ['wyfw', '物业服务合同纠纷'],
    ['jdcjtsg', '机动车交通事故责任纠纷'],
    ['jtsg', '机动车交通事故责任纠纷'],
    ['yhk', '银行卡纠纷'],
    ['yinhangka', '银行卡纠纷'],
    ['chongzuo', '修理、重作、更换纠纷'],
    ['ktyjbht', undefined],
  ])('“%s” offers %s first', (query, name) => {
    expect(found(query)[0]).toBe(name);
  });

  test('offers the frequent ones before anything is typed', () => {
    expect(found('')).toEqual(frequentCauses.slice(0, 10));
  });

  test('offers each name once and at most as many as asked for', () => {
    const names = searchCauses(index, '不当得利', 50).map((one) => one.name);
    expect(new Set(names).size).toBe(names.length);
    expect(searchCauses(index, 'h', 7)).toHaveLength(7);
  });

  test('finds every specific cause by its name, its initials and its whole pinyin', () => {
    for (const one of causes.filter(isSpecificCause)) {
      const initials = one.pinyin.replace(/(\w)\w* ?/g, '$1');
      for (const query of [one.name, initials, one.pinyin.replaceAll(' ', '')]) {
        expect(searchCauses(index, query, 2000).map((hit) => hit.name)).toContain(one.name);
      }
    }
  });

  test('pins causes that exist', () => {
    const names = new Set(causes.filter((one) => one.level >= 2).map((one) => one.name));
    expect(frequentCauses.filter((name) => !names.has(name))).toEqual([]);
    expect(new Set(frequentCauses).size).toBe(frequentCauses.length);
  });
});

describe('what mediation cannot reach', () => {
  test.each([
    ['离婚纠纷', 'identity'],
    ['撤销婚姻纠纷', 'identity'],
    ['解除收养关系纠纷', 'identity'],
    ['婚姻无效纠纷', 'notMediable'],
    ['确认亲子关系纠纷', 'notMediable'],
    ['确认收养关系纠纷', 'notMediable'],
    ['所有权确认纠纷', 'propertyRight'],
    ['土地承包经营权确认纠纷', 'propertyRight'],
    ['著作权权属、侵权纠纷', 'propertyRight'],
    ['发明专利权权属纠纷', 'propertyRight'],
    ['申请支付令', 'notMediable'],
    ['申请司法确认调解协议', 'notMediable'],
    ['第三人撤销之诉', 'notMediable'],
    ['案外人执行异议之诉', 'notMediable'],
  ])('%s is restricted: %s', (name, kind) => {
    const restriction = causeRestriction(cause(name));
    expect(restriction?.kind).toBe(kind);
    expect(restriction?.sentence).toMatch(/。$/);
    expect(restriction?.source).toMatch(/第\d+条/);
  });

  test.each([
    '民间借贷纠纷',
    '离婚后财产纠纷',
    '抚养费纠纷',
    '侵害作品信息网络传播权纠纷',
    '土地承包经营权纠纷',
    '返还原物纠纷',
  ])('%s is not restricted', (name) => {
    expect(causeRestriction(cause(name))).toBeUndefined();
  });
});
