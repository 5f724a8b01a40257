import { contract } from '#shared/contract/index.ts';
import { deleteDraft, drafts as draftsOf, saveDraft } from '../register/drafts.ts';
import { command, query } from './kinds.ts';

// A half-typed form is no fact of the register, so it leaves no event.
const noEvent = { leavesEvents: false } as const;

export const drafts = {
  list: query(contract.drafts.list, (db) =>
    draftsOf(db).map((draft) => ({ ...draft, content: JSON.parse(draft.content) })),
  ),
  save: command(
    'drafts.save',
    contract.drafts.save,
    (db, { id, content }) => ({ id: saveDraft(db, id, JSON.stringify(content)) }),
    noEvent,
  ),
  discard: command(
    'drafts.discard',
    contract.drafts.discard,
    (db, { id }) => {
      deleteDraft(db, id);
      return { id };
    },
    noEvent,
  ),
};
