import type { Cause } from './cause.ts';

export type CauseRestriction = {
  readonly kind: 'identity' | 'propertyRight' | 'notMediable';
  /** What may not be mediated can stand beside something that may: property, maintenance. */
  readonly partsMediable: boolean;
  readonly sentence: string;
  readonly source: string;
};

type RestrictionRule = {
  readonly covers: (cause: Cause) => boolean;
  readonly restriction: CauseRestriction;
};

function named(...names: readonly string[]): (cause: Cause) => boolean {
  return (cause) => names.includes(cause.name);
}

function below(...names: readonly string[]): (cause: Cause) => boolean {
  return (cause) => names.includes(cause.name) || cause.path.some((name) => names.includes(name));
}

/** The first rule that covers a cause decides. Articles are those of the 民诉解释 as amended in 2022 (法释〔2022〕11号). */
const rules: readonly RestrictionRule[] = [
  {
    covers: below('非讼程序案件案由', '特殊诉讼程序案件案由'),
    restriction: {
      kind: 'notMediable',
      partsMediable: false,
      sentence: '此案由属于非讼程序或者特殊诉讼程序，不适用调解，请核对案由。',
      source: '民诉解释 第143条',
    },
  },
  {
    covers: below('婚姻无效纠纷', '亲子关系纠纷', '确认收养关系纠纷'),
    restriction: {
      kind: 'notMediable',
      partsMediable: true,
      sentence: '确认婚姻、亲子、收养等身份关系的案件不得调解；其中的财产、抚养问题可以另行调解。',
      source: '民诉解释 第143条',
    },
  },
  {
    covers: named('离婚纠纷', '撤销婚姻纠纷', '收养关系纠纷', '解除收养关系纠纷'),
    restriction: {
      kind: 'identity',
      partsMediable: true,
      sentence: '可以调解财产、抚养；解除身份关系须由法院出具调解书或者作出判决，不能申请司法确认。',
      source: '民诉解释 第355条第1款第3项',
    },
  },
  {
    covers: below('物权确认纠纷', '共有权确认纠纷', '土地承包经营权确认纠纷'),
    restriction: {
      kind: 'propertyRight',
      partsMediable: true,
      sentence: '可以调解给付内容；协议涉及物权确权的，不能申请司法确认。',
      source: '民诉解释 第355条第1款第5项',
    },
  },
  {
    covers: (cause) => below('知识产权权属、侵权纠纷')(cause) && cause.name.includes('权属'),
    restriction: {
      kind: 'propertyRight',
      partsMediable: true,
      sentence: '可以调解侵权责任和给付内容；协议涉及知识产权确权的，不能申请司法确认。',
      source: '民诉解释 第355条第1款第5项',
    },
  },
];

/** What the law does not let mediation under a cause reach, in a sentence for the clerk; undefined where nothing is restricted. */
export function causeRestriction(cause: Cause): CauseRestriction | undefined {
  return rules.find((rule) => rule.covers(cause))?.restriction;
}
