import type { HistoryEntry } from '#shared/contract/cases.ts';
import {
  appointmentWays,
  consentForms,
  moveCodeSchema,
  moveLabel,
  retentions,
  type WishedMove,
  wishedMoveSchema,
} from '#shared/domain/case-move.ts';
import { caseStatusSchema } from '#shared/domain/case-status.ts';
import type { Channel } from '#shared/domain/channel.ts';
import { caseStatusLabels } from '#shared/domain/glossary.ts';
import { formatLocalDate } from '#shared/domain/local-date.ts';
import { suspensionGrounds } from '#shared/domain/period.ts';

type Entry = Pick<HistoryEntry, 'what' | 'changes'>;
type Known = {
  /** The channel of the case when the move was made; it decides what the move is called. */
  readonly channel: Channel | null;
  readonly mediators: readonly { readonly id: number; readonly name: string }[];
};

/** An entry of the history that is a move: 办理：登记延期 and what was recorded of it, in one sentence. */
type MoveInWords = { readonly title: string; readonly words: string };

/** A move that was taken or taken back, in words; null for every other entry, and for a move of a later version. */
export function moveInWords({ what, changes }: Entry, known: Known): MoveInWords | null {
  if (what !== 'moved' && what !== 'moveTakenBack') return null;
  const side = what === 'moved' ? 'after' : 'before';
  const value = (field: string) => changes.find((change) => change.field === field)?.[side] ?? null;
  const code = moveCodeSchema.safeParse(value('code')).data;
  if (code === undefined) return null;
  const move = wishedMoveSchema.safeParse({ code, on: value('on'), detail: parsed(value('detail')) }).data;
  const label = moveLabel(code, known.channel ?? 'C');
  const recorded = move === undefined ? [] : [formatLocalDate(move.on), ...recordedOf(move, known.mediators)];
  const now = (field: string) => changes.find((change) => change.field === field)?.after ?? null;
  const status = caseStatusSchema.safeParse(now('status')).data;
  if (what === 'moved') {
    const stands = status === undefined ? [] : [`案件状态：${caseStatusLabels[status]}`];
    return { title: `办理：${label}`, words: `${[...recorded, ...stands].join('，')}。` };
  }
  const reason = now('reason');
  return {
    title: `误操作更正：撤回“${label}”`,
    words: [
      ...(reason === null ? [] : [`理由：${reason}`]),
      ...(status === undefined ? [] : [`案件回到：${caseStatusLabels[status]}`]),
      ...(recorded.length === 0 ? [] : [`撤回的内容：${recorded.join('，')}`]),
    ]
      .map((part) => `${part}。`)
      .join(''),
  };
}

function parsed(value: string | null): unknown {
  try {
    return value === null ? {} : JSON.parse(value);
  } catch {
    return {};
  }
}

/** What a move recorded beside its day, in the order of its dialog; what was left empty is left out. */
function recordedOf(move: WishedMove, mediators: Known['mediators']): readonly string[] {
  const said = (label: string, value: string | number | null) => (value === null ? [] : [`${label}${value}`]);
  const named = (id: number) => mediators.find((one) => one.id === id)?.name ?? '（名册中没有）';
  const appointed = (detail: {
    readonly mediatorId: number;
    readonly assistingMediatorIds: readonly number[];
    readonly recusalNote: string | null;
  }) => [
    `调解员${named(detail.mediatorId)}`,
    ...said('协助', detail.assistingMediatorIds.map(named).join('、') || null),
    ...said('回避核查：', detail.recusalNote),
  ];
  switch (move.code) {
    case 'dispatch':
      return said('移交材料：', move.detail.papers.join('、') || null);
    case 'decline':
    case 'reopen':
      return [`原因：${move.detail.reason}`];
    case 'accept':
      return [...said('接收人', move.detail.receivedBy), ...(move.detail.online ? ['平台确认'] : [])];
    case 'appoint':
      return [...appointed(move.detail), appointmentWays[move.detail.way].label];
    case 'replace':
      return [
        ...appointed(move.detail),
        `申请人${move.detail.requestedBy}`,
        `理由：${move.detail.reason}`,
        `决定人${move.detail.decidedBy}`,
      ];
    case 'inform':
      return [consentForms[move.detail.form].label];
    case 'suspend':
      return [
        suspensionGrounds[move.detail.ground].label,
        ...said('报告', move.detail.reportedTo),
        ...said('说明：', move.detail.note),
      ];
    case 'resume':
      return said('说明：', move.detail.note);
    case 'extend': {
      const { days, applicantsConsentedOn, respondentsConsentedOn, consentForm, requestedBy, voucher } =
        move.detail;
      const consent = (side: string, on: typeof applicantsConsentedOn) =>
        said(`${side}同意`, on === null ? null : formatLocalDate(on));
      return [
        `延长${days}日`,
        ...consent('申请人一方', applicantsConsentedOn),
        ...consent('被申请人一方', respondentsConsentedOn),
        consentForms[consentForm].label,
        ...said('提出人', requestedBy),
        ...said('凭证：', voucher),
      ];
    }
    case 'archive': {
      const { volumeNumber, pages, retention, place } = move.detail;
      return [
        `卷号${volumeNumber}`,
        ...said('页数', pages),
        ...said('保管期限', retention === null ? null : retentions[retention].label),
        ...said('存放处', place),
      ];
    }
    case 'seekConsent':
    case 'mediate':
    case 'agree':
      return [];
  }
}
