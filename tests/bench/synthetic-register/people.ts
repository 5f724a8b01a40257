import { searchTokens } from '../../../src/main/register/search.ts';
import type { Random } from './random.ts';

const surnames = [
  ...'张王李赵刘陈杨黄周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢',
];
const givenNames = [
  ...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华文斌玲辉萍红梅建国庆春兰志远雪松海燕晓东永胜佳宁浩然子涵雨桐思源',
];
const steppeNames = [
  '巴图',
  '乌兰',
  '其其格',
  '额尔敦',
  '呼格吉勒',
  '苏和',
  '娜仁',
  '朝鲁',
  '格日勒',
  '阿拉坦',
];
const places = ['甲地', '乙地', '丙地', '丁地', '戊地', '己地'];
const trades = ['物业服务', '建筑工程', '商贸', '运输', '餐饮管理', '农牧业', '汽车销售', '房地产开发'];

export function personName(random: Random): string {
  if (random.chance(0.1)) {
    return `${random.pick(steppeNames)}${random.chance(0.5) ? '·' : ''}${random.pick(steppeNames)}`;
  }
  const second = random.chance(0.75) ? random.pick(givenNames) : '';
  return random.pick(surnames) + random.pick(givenNames) + second;
}

function companyName(random: Random): string {
  const word = random.pick(givenNames) + random.pick(givenNames);
  return `${random.pick(places)}${word}${random.pick(trades)}有限公司`;
}

export type SyntheticParty = {
  readonly kind: 'naturalPerson' | 'legalPerson';
  readonly name: string;
  readonly idNumber: string;
  readonly phone: string;
  /** Reading a name as pinyin is what takes the time, and people come again: their tokens are kept. */
  tokens(): string;
};

function figuresText(random: Random, length: number): string {
  let text = '';
  while (text.length < length) {
    text += String(random.below(10));
  }
  return text;
}

export function partyOf(random: Random): SyntheticParty {
  const company = random.chance(0.3);
  const name = company ? companyName(random) : personName(random);
  const idNumber = company ? `91150600${figuresText(random, 10)}` : `150600${figuresText(random, 12)}`;
  const phone = `13${figuresText(random, 9)}`;
  let tokens: string | undefined;
  return {
    kind: company ? 'legalPerson' : 'naturalPerson',
    name,
    idNumber,
    phone,
    tokens: () => {
      tokens ??= searchTokens({ names: [name], numbers: [idNumber, phone] });
      return tokens;
    },
  };
}

/** Kind, name, kind of ID, ID number and phones, as `parties` holds them. */
export function columnsOf(party: SyntheticParty): readonly string[] {
  const idKind = party.kind === 'naturalPerson' ? 'residentId' : 'creditCode';
  return [party.kind, party.name, idKind, party.idNumber, `["${party.phone}"]`];
}
