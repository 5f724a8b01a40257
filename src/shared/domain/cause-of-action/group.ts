import type { Cause } from './cause.ts';
import { foldCause } from './match.ts';

type Group = {
  readonly label: string;
  /** Causes whose whole family belongs here; the nearest one above a cause decides. */
  readonly under: readonly string[];
  /** What people write as their field of expertise when they mean this group. */
  readonly words: readonly string[];
};

/**
 * 案由大类: the groups by which offices speak of disputes and of what somebody is good at, cutting across the official
 * tree (法〔2025〕227号), where loans and house rents both lie under 合同纠纷.
 */
export const causeGroups = {
  lending: {
    label: '借贷担保',
    under: ['借款合同纠纷', '保证合同纠纷', '追偿权纠纷', '银行卡纠纷', '担保物权纠纷', '储蓄存款合同纠纷'],
    words: ['借贷', '借款', '贷款', '担保', '保证', '金融', '银行', '信用卡', '债务', '债权'],
  },
  sale: {
    label: '买卖',
    under: ['买卖合同纠纷', '房屋买卖合同纠纷', '房地产开发经营合同纠纷'],
    words: ['买卖', '购销', '消费', '商品房', '房屋买卖', '二手房', '房地产'],
  },
  family: {
    label: '婚姻家庭继承',
    under: ['婚姻家庭、继承纠纷'],
    words: ['婚姻', '家庭', '家事', '离婚', '抚养', '赡养', '继承', '彩礼', '妇女', '儿童', '未成年'],
  },
  property: {
    label: '物业与供用',
    under: [
      '物业服务合同纠纷',
      '业主撤销权纠纷',
      '业主知情权纠纷',
      '建筑物区分所有权纠纷',
      '供用电合同纠纷',
      '供用水合同纠纷',
      '供用气合同纠纷',
      '供用热力合同纠纷',
    ],
    words: ['物业', '业主', '小区', '社区', '供暖', '供热', '供水', '供电', '供用'],
  },
  traffic: {
    label: '交通与保险',
    under: ['机动车交通事故责任纠纷', '非机动车交通事故责任纠纷', '保险纠纷'],
    words: ['交通', '道交', '机动车', '车祸', '保险', '理赔'],
  },
  labour: {
    label: '劳动劳务',
    under: [
      '劳动争议、人事争议、新就业形态用工纠纷',
      '劳务合同纠纷',
      '提供劳务者受害责任纠纷',
      '提供劳务者致害责任纠纷',
    ],
    words: ['劳动', '劳务', '工伤', '欠薪', '农民工', '农牧民工', '用工', '人事', '社保'],
  },
  land: {
    label: '土地草原与相邻',
    under: [
      '用益物权纠纷',
      '土地承包经营权合同纠纷',
      '牧业承包合同纠纷',
      '农业承包合同纠纷',
      '林业承包合同纠纷',
      '渔业承包合同纠纷',
      '土地租赁合同纠纷',
      '侵害集体经济组织成员权益纠纷',
      '相邻关系纠纷',
      '排除妨害纠纷',
    ],
    words: [
      '土地',
      '草场',
      '草原',
      '草牧场',
      '林地',
      '宅基地',
      '承包',
      '三农',
      '农牧',
      '农业',
      '畜牧',
      '牧区',
      '农村',
      '邻里',
      '相邻',
      '征地',
      '拆迁',
    ],
  },
  lease: {
    label: '租赁',
    under: ['租赁合同纠纷', '融资租赁合同纠纷'],
    words: ['租赁', '出租', '承租', '房租'],
  },
  construction: {
    label: '建设工程',
    under: ['建设工程合同纠纷', '承揽合同纠纷'],
    words: ['建设工程', '工程', '建筑', '施工', '装修', '装饰', '承揽', '定作'],
  },
  injury: {
    label: '人身与财产损害',
    under: ['生命权、身体权、健康权纠纷', '侵权责任纠纷', '财产损害赔偿纠纷'],
    words: ['人身损害', '侵权', '伤害', '健康权', '损害赔偿', '医疗', '医患', '卫生', '校园', '产品质量'],
  },
  personality: {
    label: '人格权',
    under: ['人格权纠纷'],
    words: ['人格', '名誉', '隐私', '肖像', '个人信息'],
  },
  intellectual: {
    label: '知识产权与数据',
    under: ['知识产权与竞争纠纷', '数据、网络虚拟财产纠纷'],
    words: ['知识产权', '著作权', '商标', '专利', '版权', '竞争', '数据', '科技'],
  },
  company: {
    label: '公司与企业',
    under: ['与公司、证券、保险、票据等有关的民事纠纷', '合伙合同纠纷'],
    words: ['公司', '企业', '股权', '股东', '合伙', '合作社', '证券', '票据', '商事', '涉企', '破产'],
  },
  service: {
    label: '服务与其他合同',
    under: ['合同、准合同纠纷'],
    words: ['服务合同', '旅游', '教育', '培训', '家政', '养老', '委托', '中介', '运输', '不当得利', '网络'],
  },
  ownership: {
    label: '物权',
    under: ['物权纠纷'],
    words: ['物权', '所有权', '共有', '不动产'],
  },
} as const satisfies Readonly<Record<string, Group>>;

export type CauseGroup = keyof typeof causeGroups;
export const causeGroupCodes = Object.keys(causeGroups) as readonly CauseGroup[];

const groupOfFamily: ReadonlyMap<string, CauseGroup> = new Map(
  causeGroupCodes.flatMap((code) => causeGroups[code].under.map((name) => [foldCause(name), code] as const)),
);

/** As much of a cause as its group hangs on. */
export type PlacedCause = Pick<Cause, 'name' | 'path'>;

/** The group of a cause: by its own name, or by the nearest name above it; undefined for 非讼程序 and the like. */
export function causeGroupOf(cause: PlacedCause): CauseGroup | undefined {
  return [cause.name, ...cause.path.toReversed()]
    .map((name) => groupOfFamily.get(foldCause(name)))
    .find((code) => code !== undefined);
}

/** The groups that a field of expertise means: 婚姻家庭, 草场、土地, 金融借款; none for a text that says nothing here. */
export function causeGroupsIn(expertise: string): readonly CauseGroup[] {
  const folded = foldCause(expertise);
  return causeGroupCodes.filter((code) => {
    const { label, words } = causeGroups[code];
    return foldCause(label) === folded || words.some((word) => folded.includes(word));
  });
}

/** How near a field of expertise is to a cause. */
export type ExpertiseMatch = 'cause' | 'group' | null;

const tooCommon: ReadonlySet<string> = new Set([
  '纠纷',
  '合同',
  '责任',
  '民事',
  '侵权',
  '调解',
  '案件',
  '权属',
]);

/** Whether somebody's field is this very cause (民间借贷 of 民间借贷纠纷), its group (借贷), or neither. */
export function expertiseMatch(expertise: string, cause: PlacedCause): ExpertiseMatch {
  const stem = foldCause(expertise)
    .replace(/(?:类)?(?:民事)?(?:案件|纠纷|争议)$/, '')
    .replace(/(.{2,})合同$/, '$1');
  if (stem.length >= 2 && !tooCommon.has(stem) && foldCause(cause.name).includes(stem)) return 'cause';
  const group = causeGroupOf(cause);
  return group !== undefined && causeGroupsIn(expertise).includes(group) ? 'group' : null;
}
