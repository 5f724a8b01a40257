import { type CaseStatus, caseStatuses } from '../case-status.ts';
import { type Channel, channels } from '../channel.ts';
import { type MoveCode, moveCodes } from './detail.ts';
import { moves } from './moves.ts';

export type MoveDecision =
  | { readonly legal: true; readonly to: CaseStatus }
  | {
      readonly legal: false;
      /** Why not, as a Chinese sentence. */
      readonly reason: string;
      /** What to do instead, as a Chinese sentence. */
      readonly instead: string;
    };

/** The moves that the table allows for a case as it stands, in the table's order. */
export function possibleMoves(status: CaseStatus, channel: Channel): readonly MoveCode[] {
  return moveCodes.filter((code) => decideMove(code, status, channel).legal);
}

/** Whether a case may take a move, and where it leads; if not, why, and what to do instead. */
export function decideMove(code: MoveCode, status: CaseStatus, channel: Channel): MoveDecision {
  const rule = moves[code];
  if (!rule.channels.includes(channel)) {
    return {
      legal: false,
      reason: `${channels[channel].label}的案件没有“${rule.label}”这一步。`,
      instead: insteadOf(status, channel),
    };
  }
  if (!rule.from.includes(status)) {
    return {
      legal: false,
      reason: `案件现在是“${caseStatuses[status].label}”，只有${rule.from.map((from) => `“${caseStatuses[from].label}”`).join('、')}的案件才能“${rule.label}”。`,
      instead: insteadOf(status, channel),
    };
  }
  return { legal: true, to: rule.to === 'same' ? status : rule.to };
}

function insteadOf(status: CaseStatus, channel: Channel): string {
  if (status === 'archived') return '案件已归档；确有错误的，先撤回归档并写明理由。';
  const open = moveCodes.filter(
    (code) => moves[code].channels.includes(channel) && moves[code].from.includes(status),
  );
  const labels = open.map((code) => `“${moves[code].label}”`).join('、');
  return status === 'closed'
    ? `可以${labels}；结案有误的，用“误操作更正”撤回结案并写明理由。`
    : `现在可以${labels}；上一步有误的，先撤回并写明理由。`;
}
