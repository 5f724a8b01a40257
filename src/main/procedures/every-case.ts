import type { CaseFilter } from '#shared/contract/cases.ts';

/** The filter that leaves nothing out. */
export const everyCase: CaseFilter = {
  search: null,
  statuses: [],
  courtId: null,
  mediatorId: null,
  causeName: null,
  channel: null,
  listed: null,
  doubtedOnly: false,
  removedOnly: false,
  importId: null,
  counted: null,
};
