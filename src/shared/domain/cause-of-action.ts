export {
  type Cause,
  type CauseEdition,
  type CauseLevel,
  isSpecificCause,
  parseCauses,
} from './cause-of-action/cause.ts';
export { frequentCauses } from './cause-of-action/frequent.ts';
export {
  type CauseGroup,
  causeGroupCodes,
  causeGroupOf,
  causeGroups,
  causeGroupsIn,
  type ExpertiseMatch,
  expertiseMatch,
  type PlacedCause,
} from './cause-of-action/group.ts';
export { type CauseIndex, indexCauses, matchCause } from './cause-of-action/match.ts';
export { type CauseRestriction, causeRestriction } from './cause-of-action/restriction.ts';
export { searchCauses } from './cause-of-action/search.ts';
