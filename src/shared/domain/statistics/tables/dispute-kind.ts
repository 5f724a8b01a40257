/**
 * 纠纷类型 of the 司法行政 table of 人民调解 (domain.md §8.3), made from the cause of action. The kinds are those of the
 * table, whose form differs a little from place to place; which causes fall under which kind no rule says: this program
 * goes by the official tree (《民事案件案由规定》，法〔2025〕227号), and the nearest name at or above a cause decides.
 */
export const disputeKinds = {
  family: { label: '婚姻家庭纠纷', under: ['婚姻家庭、继承纠纷'] },
  neighbours: { label: '邻里纠纷', under: ['相邻关系纠纷', '建筑物区分所有权纠纷'] },
  housing: {
    label: '房屋宅基地纠纷',
    under: [
      '宅基地使用权纠纷',
      '房屋买卖合同纠纷',
      '房屋租赁合同纠纷',
      '房地产开发经营合同纠纷',
      '农村建房施工合同纠纷',
    ],
  },
  contract: { label: '合同纠纷', under: ['合同、准合同纠纷'] },
  business: { label: '生产经营纠纷', under: ['与公司、证券、保险、票据等有关的民事纠纷', '合伙合同纠纷'] },
  damages: { label: '损害赔偿纠纷', under: ['侵权责任纠纷', '人格权纠纷'] },
  land: {
    label: '山林土地纠纷',
    under: [
      '土地承包经营权纠纷',
      '土地经营权纠纷',
      '土地承包经营权合同纠纷',
      '农业承包合同纠纷',
      '林业承包合同纠纷',
      '牧业承包合同纠纷',
      '渔业承包合同纠纷',
      '土地租赁合同纠纷',
      '侵害集体经济组织成员权益纠纷',
    ],
  },
  expropriation: {
    label: '征地拆迁纠纷',
    under: ['承包地征收补偿费用分配纠纷', '民事主体间房屋拆迁补偿合同纠纷'],
  },
  environment: { label: '环境污染纠纷', under: ['环境污染责任纠纷', '生态破坏责任纠纷', '相邻污染侵害纠纷'] },
  wages: { label: '拖欠农民工工资纠纷', under: [] },
  labour: { label: '劳动争议', under: ['劳动争议、人事争议、新就业形态用工纠纷', '劳动争议、人事争议'] },
  travel: { label: '旅游纠纷', under: ['旅游合同纠纷'] },
  onlineTrade: { label: '电子商务纠纷', under: ['信息网络买卖合同纠纷', '网络服务合同纠纷'] },
  consumption: { label: '其他消费纠纷', under: ['产品责任纠纷', '服务合同纠纷'] },
  medical: { label: '医疗纠纷', under: ['医疗损害责任纠纷', '医疗服务合同纠纷'] },
  traffic: { label: '道路交通事故纠纷', under: ['机动车交通事故责任纠纷', '非机动车交通事故责任纠纷'] },
  propertyService: { label: '物业纠纷', under: ['物业服务合同纠纷'] },
  intellectual: { label: '知识产权纠纷', under: ['知识产权与竞争纠纷'] },
  other: { label: '其他纠纷', under: [] },
} as const satisfies Readonly<Record<string, { readonly label: string; readonly under: readonly string[] }>>;
export type DisputeKind = keyof typeof disputeKinds;
export const disputeKindCodes = Object.keys(disputeKinds) as DisputeKind[];

const kindUnder = new Map(
  disputeKindCodes.flatMap((kind) => disputeKinds[kind].under.map((name) => [name as string, kind] as const)),
);

/** What is owed for work; of 农牧民工 it is 拖欠农民工工资. */
export const wageCauses: ReadonlySet<string> = new Set([
  '追索劳动报酬纠纷',
  '新就业形态追索劳动报酬纠纷',
  '劳务合同纠纷',
]);

/**
 * The kind of a case by its cause and the names above it, outermost first; where none of them is known, `other`.
 * `migrantWorkers` is the mark 涉农牧民工, without which no cause says whose wages they are.
 */
export function disputeKindOf(path: readonly string[], migrantWorkers: boolean): DisputeKind {
  if (migrantWorkers && path.some((name) => wageCauses.has(name))) return 'wages';
  const nearest = path.findLast((name) => kindUnder.has(name));
  return (nearest === undefined ? undefined : kindUnder.get(nearest)) ?? 'other';
}
