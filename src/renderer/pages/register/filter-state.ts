import type { CaseFilter } from '#shared/contract/cases.ts';
import { everyCase } from '#shared/contract/every-case.ts';
import { courtIdSchema, importIdSchema, mediatorIdSchema } from '#shared/contract/ids.ts';
import { type CaseStatus, caseStatusSchema } from '#shared/domain/case-status.ts';
import { channelSchema } from '#shared/domain/channel.ts';
import { caseStatusLabels, channelLabels } from '#shared/domain/glossary.ts';
import { localDateSchema } from '#shared/domain/local-date.ts';
import type { StatisticalCalendar } from '#shared/domain/reporting-period.ts';
import { countedIn } from '../../components/case-filter.ts';
import { periodInWords } from './period-filter.tsx';

/** What the address asks for; whatever in it cannot be read asks for nothing. */
export function filterIn(parameters: URLSearchParams): CaseFilter {
  const search = (parameters.get('search') ?? '').trim().slice(0, 100);
  const from = localDateSchema.safeParse(parameters.get('from')).data;
  const to = localDateSchema.safeParse(parameters.get('to')).data;
  return {
    ...everyCase,
    search: search === '' ? null : search,
    statuses: (parameters.get('status') ?? '')
      .split(',')
      .map((status) => caseStatusSchema.safeParse(status).data)
      .filter((status): status is CaseStatus => status !== undefined),
    courtId: courtIdSchema.safeParse(Number(parameters.get('court'))).data ?? null,
    mediatorId: mediatorIdSchema.safeParse(Number(parameters.get('mediator'))).data ?? null,
    causeName: parameters.get('cause'),
    channel: channelSchema.safeParse(parameters.get('channel')).data ?? null,
    listed: from === undefined || to === undefined || from > to ? null : { from, to },
    doubtedOnly: parameters.get('doubted') === '1',
    removedOnly: parameters.get('removed') === '1',
    importId: importIdSchema.safeParse(Number(parameters.get('import'))).data ?? null,
    counted: countedIn(parameters),
  };
}

/** The address that asks for a filter; the way back from a case leads to the same list. */
export function addressOf(filter: CaseFilter): URLSearchParams {
  const parameters = new URLSearchParams();
  const put = (name: string, value: string | number | null) => {
    if (value !== null && value !== '') {
      parameters.set(name, String(value));
    }
  };
  put('search', filter.search);
  put('status', filter.statuses.join(','));
  put('court', filter.courtId);
  put('mediator', filter.mediatorId);
  put('cause', filter.causeName);
  put('channel', filter.channel);
  put('from', filter.listed?.from ?? null);
  put('to', filter.listed?.to ?? null);
  put('doubted', filter.doubtedOnly ? 1 : null);
  put('removed', filter.removedOnly ? 1 : null);
  put('import', filter.importId);
  put('counted', filter.counted === null ? null : JSON.stringify(filter.counted));
  return parameters;
}

type Names = {
  readonly court: (id: NonNullable<CaseFilter['courtId']>) => string | undefined;
  readonly mediator: (id: NonNullable<CaseFilter['mediatorId']>) => string | undefined;
};

/** What is being looked for, in words, so that an empty list says what was not found. */
export function filterInWords(
  filter: CaseFilter,
  names: Names,
  calendar: StatisticalCalendar,
): readonly string[] {
  const words: string[] = [];
  if (filter.search !== null) {
    words.push(`含“${filter.search}”`);
  }
  if (filter.statuses.length > 0) {
    words.push(`状态为${filter.statuses.map((status) => caseStatusLabels[status]).join('、')}`);
  }
  if (filter.courtId !== null) {
    words.push(`法院为${names.court(filter.courtId) ?? '所选法院'}`);
  }
  if (filter.mediatorId !== null) {
    words.push(`调解员为${names.mediator(filter.mediatorId) ?? '所选调解员'}`);
  }
  if (filter.causeName !== null) {
    words.push(`案由为${filter.causeName}`);
  }
  if (filter.channel !== null) {
    words.push(`通道为${channelLabels[filter.channel]}`);
  }
  if (filter.listed !== null) {
    words.push(`${periodInWords(filter.listed, calendar)}接收`);
  }
  if (filter.doubtedOnly) {
    words.push('有待核事项');
  }
  if (filter.importId !== null) {
    words.push(`第 ${filter.importId} 次导入`);
  }
  if (filter.removedOnly) {
    words.push('在回收站');
  }
  return words;
}
