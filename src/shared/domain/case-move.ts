export { decideClosing, decideMove, type MoveDecision, possibleMoves } from './case-move/decide.ts';
export {
  type AppointmentWay,
  appointmentWaySchema,
  appointmentWays,
  type ConsentForm,
  consentFormSchema,
  consentForms,
  type MoveCode,
  type MoveDetails,
  moveCodeSchema,
  moveCodes,
  moveDetailSchemas,
  type Retention,
  retentions,
} from './case-move/detail.ts';
export { type MoveRule, moveLabel, moves, type Need } from './case-move/moves.ts';
export { type TakenMove, takenMoveSchema, type WishedMove, wishedMoveSchema } from './case-move/taken.ts';
