export {
  type Closing,
  type ClosingCode,
  type ClosingOutcome,
  closingCodeSchema,
  closingCodes,
  closings,
} from './closing/closings.ts';
export { type MatchedClosing, matchClosing } from './closing/match.ts';
