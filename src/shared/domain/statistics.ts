import { z } from 'zod';

/**
 * Every figure and rate that the office reports, named once: label, formula in words, unit and source. The register's
 * SQL, the footnotes of a report, the tooltips and the help page all come from this table (domain.md §8.1, design.md §6).
 */
export const figures = {
  opening: { label: '旧存', unit: '件', formula: '接收日早于本期，且本期开始时尚未终结的案件' },
  received: { label: '新收', unit: '件', formula: '接收日在本期内的案件' },
  accepted: { label: '受理', unit: '件', formula: '旧存＋新收' },
  closed: { label: '结案', unit: '件', formula: '终结日在本期内的案件，不含退回（C28）' },
  returned: { label: '退回', unit: '件', formula: '本期以 C28（不符合受理或管辖）退回的案件，不计结案' },
  closing: { label: '未结', unit: '件', formula: '旧存＋新收－结案－退回' },
  succeeded: { label: '成功', unit: '件', formula: '结案中终结方式为 C11–C16 的案件' },
  partly: { label: '部分达成', unit: '件', formula: '成功案件中标明“部分达成”的案件' },
  settledThemselves: { label: '自行和解', unit: '件', formula: '成功案件中终结方式为 C16 的案件' },
  mediated: { label: '实际调解', unit: '件', formula: '结案－C21（不同意调解）－C23（联系不上）' },
  confirmed: { label: '司法确认', unit: '件', formula: '司法确认日期在本期内的案件' },
  undated: { label: '待接收', unit: '件', formula: '已登记、未终结、尚无接收日的案件，不计入上列各数' },
  beforeReceipt: { label: '接收前终止', unit: '件', formula: '本期终结而无接收日的案件，不计入上列各数' },
} as const;

export type FigureName = keyof typeof figures;
export const figureNameSchema = z.enum(Object.keys(figures) as [FigureName, ...FigureName[]]);

/** By what a table's rows may be told apart. */
export const sliceDimensions = {
  court: { label: '法院' },
  cause: { label: '案由' },
  mediator: { label: '调解员' },
  sector: { label: '界别' },
  channel: { label: '通道' },
  closing: { label: '终结方式' },
} as const;
export type SliceDimension = keyof typeof sliceDimensions;
export const sliceDimensionSchema = z.enum(
  Object.keys(sliceDimensions) as [SliceDimension, ...SliceDimension[]],
);
