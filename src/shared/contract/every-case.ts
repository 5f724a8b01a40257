import type { CaseFilter } from './cases.ts';

/** Every case that is not in the recycle bin. */
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
