export { changedSidesChecker, type EarlierCase } from './recusal/changed-sides.ts';
export { recusalChecker, recusalFindings } from './recusal/check.ts';
export {
  type CheckedAgent,
  type CheckedMediator,
  type CheckedParty,
  laterRoleSource,
  type RecusalFinding,
  type RecusalKind,
  type RecusalSeverity,
  recusalKindCodes,
  recusalKinds,
  recusalSeverities,
  recusalSource,
} from './recusal/finding.ts';
export { meetingOrganisations } from './recusal/organisation.ts';
export { foldPersonName } from './recusal/person.ts';
