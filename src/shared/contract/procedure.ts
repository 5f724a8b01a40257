import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';

/**
 * Why the office refuses something that is well formed. Words live in `renderer/explain/`, which does not compile
 * until a new reason has its Chinese sentence.
 */
export const refusalReasons = [
  'caseNumberTaken',
  'closedBeforeReceipt',
  'alreadyClosed',
  'notClosed',
  'alreadyRemoved',
  'nameTaken',
  'nothingToUndo',
  'unreadableFile',
  'reportDoesNotBalance',
  'instalmentsDoNotSum',
  'agreementIncomplete',
  'documentIncomplete',
  'partyInAgreement',
  'partyInRecords',
  'notYet',
  'illegalMove',
  'receiptInUse',
  'reasonNeeded',
  'extensionNotAllowed',
  'channelOff',
  'confirmationForbidden',
  'stepNotPossible',
  'alreadyGranted',
  'sameCase',
  'alreadyLinked',
  'mergedReferral',
  'agreementForbidden',
  'notOverridable',
  'alreadyWithdrawn',
  'tooManyCases',
  'fileNotTaken',
  'archiveNumberTaken',
  'alreadyHandedIn',
  'templateBroken',
  'officeNameMissing',
  'nothingToSum',
  'ownPackage',
  'newerDefinitions',
  'packageMonth',
  'olderPackage',
  'twoClosings',
  'countedTwice',
  'monthNotOver',
  'monthClosed',
  'monthOutOfOrder',
  'monthNotClosed',
  'monthNotNewest',
] as const;
export const refusalReasonSchema = z.enum(refusalReasons);
export type RefusalReason = z.infer<typeof refusalReasonSchema>;

export const nouns = [
  'case',
  'party',
  'mediator',
  'session',
  'agreement',
  'payment',
  'doubt',
  'document',
  'draft',
  'import',
  'office',
  'staff',
  'court',
  'studio',
  'organisation',
  'cause',
  'consent',
  'contact',
  'disclosure',
  'referral',
  'link',
  'override',
  'step',
  'visit',
  'subsidy',
  'proposal',
  'training',
  'calendar',
  'setting',
  'report',
  'month',
  'handFigure',
  'attachment',
  'dossier',
  'dossierPaper',
  'template',
  'savedPivot',
  'rollupUnit',
  'rollupPackage',
] as const;
export const nounSchema = z.enum(nouns);
export type Noun = z.infer<typeof nounSchema>;

export const issueSchema = z.object({ path: z.string(), message: z.string() });
export type Issue = z.infer<typeof issueSchema>;

/** The few errors that the office answers with; anything else is a fault, logged under the id that is shown. */
export const officeErrors = {
  INVALID: { status: 422, data: z.object({ issues: z.array(issueSchema) }) },
  NOT_FOUND: { status: 404, data: z.object({ noun: nounSchema }) },
  CONFLICT: { status: 409, data: z.object({ noun: nounSchema }) },
  REFUSED: {
    status: 409,
    data: z.object({ reason: refusalReasonSchema, detail: z.record(z.string(), z.string()) }),
  },
  FORBIDDEN: { status: 403, data: z.object({ what: z.enum(['nobodyAtWork', 'readOnly']) }) },
  BUSY: { status: 503, data: z.object({ by: z.enum(['otherProcess']) }) },
  FAULT: { status: 500, data: z.object({ id: z.string() }) },
} as const;
export type OfficeErrorCode = keyof typeof officeErrors;

/** Every procedure of the contract starts here, so that every one can answer with the same errors. */
export const procedure = oc.errors(officeErrors);

export const progressSchema = z.object({
  stage: z.enum(['reading', 'checking', 'waiting', 'writing', 'rendering']),
  done: z.int(),
  total: z.int().nullable(),
});
export type Progress = z.infer<typeof progressSchema>;

/** A task yields how far it is and returns its result; leaving the iterator cancels it. */
export function task<Result extends z.ZodType>(result: Result) {
  return eventIterator(progressSchema, result);
}

/** Text of a person's: cleaned by the domain, never empty; absent is null. */
export function text(maximum: number) {
  return z.string().trim().min(1).max(maximum);
}

/** A time of day as 09:30. */
export const clockTimeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
