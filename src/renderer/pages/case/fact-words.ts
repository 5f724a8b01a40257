import type { CaseFacts } from '#shared/contract/cases.ts';
import type { Mediator } from '#shared/contract/mediators.ts';
import {
  caseMarkLabels,
  caseSourceLabels,
  causeEditionLabels,
  channelLabels,
  procedureKindLabels,
} from '#shared/domain/glossary.ts';
import { formatLocalDate } from '#shared/domain/local-date.ts';
import { formatYuan } from '#shared/domain/money.ts';
import { letterDayLabel } from '../../components/case-form/facts-draft.ts';
import type { Overview } from '../../components/office-facts.tsx';

/** What the ids in a case's facts stand for. */
export type KnownNames = Pick<Overview, 'courts' | 'studios' | 'organisations'> & {
  readonly mediators: readonly Mediator[];
};

/** The facts of a case by the names that people use, in the order in which they are read. */
export const factLabels = {
  channel: '通道',
  source: '来源',
  courtId: '法院',
  tribunal: '法庭',
  judge: '承办法官',
  clerk: '书记员',
  courtNumbers: '法院案号',
  platformNumber: '平台编号',
  letterNumber: '函号',
  letterOn: '函日期',
  transferredBy: '移送单位',
  procedureKind: '程序类型',
  filedOn: '法院收案日',
  receivedOn: '接收日',
  cause: '案由',
  claim: '标的额',
  district: '旗区',
  marks: '标记',
  mediatorId: '调解员',
  assistingMediatorIds: '协助调解员',
  studioId: '工作室',
  organisationId: '调解组织',
  claims: '请求事项',
  facts: '简要案情',
  remarks: '备注',
} as const satisfies Record<keyof CaseFacts, string>;

export type FactName = keyof CaseFacts;
export const factNames = Object.keys(factLabels) as readonly FactName[];

/** What a fact is called in this case: the day of the letter is that of the transfer or application in channel C. */
export function factLabel(facts: Pick<CaseFacts, 'channel' | 'source'>, name: FactName): string {
  return name === 'letterOn' ? letterDayLabel(facts) : factLabels[name];
}

/** One fact in words; null where nothing is known. */
export function factInWords(facts: CaseFacts, name: FactName, names: KnownNames): string | null {
  switch (name) {
    case 'channel':
      return channelLabels[facts.channel];
    case 'source':
      return caseSourceLabels[facts.source];
    case 'courtId':
      return names.courts.find(({ id }) => id === facts.courtId)?.name ?? null;
    case 'procedureKind':
      return facts.procedureKind === null ? null : procedureKindLabels[facts.procedureKind];
    case 'courtNumbers':
      return facts.courtNumbers.length === 0 ? null : facts.courtNumbers.join('、');
    case 'cause':
      return facts.cause === null
        ? null
        : `${facts.cause.name}${facts.cause.edition === '2020' ? `（${causeEditionLabels['2020']}）` : ''}`;
    case 'claim':
      return claimInWords(facts.claim);
    case 'marks':
      return facts.marks.length === 0 ? null : facts.marks.map((mark) => caseMarkLabels[mark]).join('、');
    case 'mediatorId':
      return names.mediators.find(({ id }) => id === facts.mediatorId)?.name ?? null;
    case 'assistingMediatorIds':
      return (
        facts.assistingMediatorIds
          .map((id) => names.mediators.find((mediator) => mediator.id === id)?.name ?? '')
          .join('、') || null
      );
    case 'studioId':
      return names.studios.find(({ id }) => id === facts.studioId)?.name ?? null;
    case 'organisationId':
      return names.organisations.find(({ id }) => id === facts.organisationId)?.name ?? null;
    case 'letterOn':
    case 'filedOn':
    case 'receivedOn': {
      const day = facts[name];
      return day === null ? null : formatLocalDate(day);
    }
    default:
      return facts[name];
  }
}

/** 诉争标的额 in words. */
export function claimInWords(claim: CaseFacts['claim']): string {
  switch (claim.kind) {
    case 'amount':
      return `${formatYuan(claim.fen)} 元`;
    case 'noProperty':
      return '无财产内容';
    case 'notStated':
      return '未载明';
  }
}
