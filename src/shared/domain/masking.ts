import { normaliseIdNumber } from './identity.ts';
import { cleanName } from './names.ts';
import { checkPhone, normalisePhone } from './phone.ts';

function maskMiddle(text: string, first: number, last: number): string {
  const characters = Array.from(text);
  const hidden = characters.length - first - last;
  if (hidden <= 0) {
    return '*'.repeat(characters.length);
  }
  return (
    characters.slice(0, first).join('') +
    '*'.repeat(hidden) +
    characters.slice(characters.length - last).join('')
  );
}

/** 150602********0012; an old number of 15 figures keeps only its last three, as the fourth is part of the birth date. */
function maskResidentId(text: string): string {
  const number = normaliseIdNumber(text);
  return maskMiddle(number, 6, number.length === 15 ? 3 : 4);
}

/** Any number of a document of identity; at least half of it is hidden. */
export function maskIdNumber(text: string): string {
  const number = normaliseIdNumber(text);
  const length = Array.from(number).length;
  if (length === 15 || length === 18) {
    return maskResidentId(number);
  }
  return length >= 8
    ? maskMiddle(number, 2, 2)
    : maskMiddle(number, length >= 4 ? 1 : 0, length >= 4 ? 1 : 0);
}

/** 138****5678; a landline keeps its area code and the last three figures. */
export function maskPhone(text: string): string {
  const number = normalisePhone(text);
  const kind = checkPhone(number);
  if (kind === 'mobile') {
    return maskMiddle(number, 3, 4);
  }
  if (kind === 'landline') {
    const match = /^(0(?:10|2\d|[3-9]\d{2}))-?(\d+)/.exec(number);
    return match === null ? maskMiddle(number, 3, 0) : `${match[1]}-${maskMiddle(match[2] ?? '', 0, 3)}`;
  }
  return Array.from(number).length >= 8 ? maskMiddle(number, 2, 3) : maskMiddle(number, 0, 1);
}

const compoundSurnames: ReadonlySet<string> = new Set(
  (
    '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 ' +
    '公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 ' +
    '拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 公户 公玉 梁丘 左丘 东门 西门 第五'
  ).split(' '),
);

/**
 * A person's name for publication: the surname, or the first character of a name without one (呼格吉勒图 → 呼某), then 某;
 * of a name in Latin letters only the first letter.
 * 《最高人民法院关于人民法院在互联网公布裁判文书的规定》(法释〔2016〕19号) 第8条、第9条
 */
export function maskPersonName(text: string): string {
  return maskCleanName(cleanName(text));
}

function maskCleanName(name: string): string {
  const characters = Array.from(name);
  if (characters.length === 0) {
    return '';
  }
  if (/^[A-Za-z]/.test(characters[0] ?? '')) {
    return (characters[0] ?? '').toUpperCase();
  }
  const surname = characters.slice(0, 2).join('');
  return `${characters.length > 2 && compoundSurnames.has(surname) ? surname : characters[0]}某`;
}

/** Masks the names of one text together: two different people of one surname become 张某1 and 张某2. */
export function maskPersonNames(names: readonly string[]): readonly string[] {
  const people = new Map<string, string[]>();
  const told = names.map((text) => {
    const name = cleanName(text);
    return { name, masked: maskCleanName(name) };
  });
  for (const { name, masked } of told) {
    const sharing = people.get(masked) ?? [];
    if (!sharing.includes(name)) people.set(masked, [...sharing, name]);
  }
  return told.map(({ name, masked }) => {
    const sharing = people.get(masked) ?? [];
    return sharing.length < 2 ? masked : `${masked}${sharing.indexOf(name) + 1}`;
  });
}

/** What an organisation is, longest first: its form may be shown, the name in front of it may not. */
const organisationForms = [
  '股份有限公司',
  '有限责任公司',
  '有限公司',
  '分公司',
  '子公司',
  '集团公司',
  '公司',
  '集团',
  '专业合作社联合社',
  '专业合作社',
  '股份经济合作社',
  '经济合作社',
  '合作社',
  '村民委员会',
  '居民委员会',
  '嘎查委员会',
  '嘎查',
  '村民小组',
  '业主委员会',
  '律师事务所',
  '会计师事务所',
  '事务所',
  '合伙企业',
  '村镇银行',
  '银行',
  '支行',
  '分行',
  '信用社',
  '医院',
  '卫生院',
  '诊所',
  '大学',
  '学院',
  '中学',
  '小学',
  '学校',
  '幼儿园',
  '经营部',
  '经销部',
  '商店',
  '超市',
  '饭店',
  '酒店',
  '商行',
  '店',
  '厂',
  '中心',
  '协会',
  '商会',
  '委员会',
  '人民政府',
  '局',
] as const;

/** What a company does may be shown too: it is shared by hundreds. */
const trades = [
  '物业服务',
  '物业管理',
  '房地产开发',
  '建筑工程',
  '建筑安装',
  '建设工程',
  '餐饮管理',
  '餐饮服务',
  '煤炭运销',
  '汽车销售',
  '汽车运输',
  '运输',
  '物流',
  '商贸',
  '贸易',
  '农牧业',
  '矿业',
  '煤业',
  '保险',
  '小额贷款',
] as const;

/** An organisation for publication: 鄂尔多斯市某某物业服务有限公司 → 某物业服务有限公司; unknown forms become 某单位. */
export function maskOrganisation(text: string): string {
  const name = cleanName(text).normalize('NFKC');
  if (name === '') {
    return '';
  }
  const form = organisationForms.find((ending) => name.endsWith(ending) && name !== ending);
  if (form === undefined) {
    return '某单位';
  }
  const front = name.slice(0, name.length - form.length);
  const trade = trades.find((ending) => front.endsWith(ending) && front !== ending) ?? '';
  return `某${trade}${form}`;
}
