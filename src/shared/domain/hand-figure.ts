import { z } from 'zod';

/**
 * Numbers of a month that this register cannot know: they are taken from the court's or the traffic police's own
 * statistics and kept by hand. There is no default; what nobody filled in is absent, and what is divided by it too.
 */
export const handFigures = {
  firstInstanceCivil: {
    label: '同期一审民商事新收',
    unit: '件',
    meaning:
      '法院同一统计月新收的一审民商事案件数，用作诉前调解成功分流率的分母：诉前调解成功数÷（诉前调解成功数＋本数）',
    source: '法院立案庭（审判管理系统）',
  },
  firstInstanceTraffic: {
    label: '同期道交一审新收',
    unit: '件',
    meaning:
      '法院同一统计月新收的一审机动车交通事故责任纠纷案件数，用作道交诉前分流率的分母：诉前新收数÷（诉前新收数＋本数）',
    source: '法院立案庭（审判管理系统）',
  },
  trafficDisputes: {
    label: '同期全部道交纠纷',
    unit: '件',
    meaning: '同一统计月全部道交纠纷数（平台办理的加上直接立案的），用作道交一体化应用率的分母',
    source: '法院立案庭、交警部门',
  },
} as const satisfies Readonly<Record<string, { label: string; unit: '件'; meaning: string; source: string }>>;
export type HandFigureName = keyof typeof handFigures;
export const handFigureNames = Object.keys(handFigures) as [HandFigureName, ...HandFigureName[]];
export const handFigureNameSchema = z.enum(handFigureNames);

/** Far more than any court receives in a month. */
export const handFigureValueSchema = z.int().min(0, '不能是负数').max(9_999_999, '数字太大');
