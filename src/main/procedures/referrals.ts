import { contract } from '#shared/contract/index.ts';
import type { ReferralFacts } from '#shared/contract/referrals.ts';
import { cancelReferral, insertReferral, referralOfId } from '../register/referrals.ts';
import { liveCase } from './case-of.ts';
import { found, notFound, refused } from './errors.ts';
import { command } from './kinds.ts';
import { refuseNotYet } from './not-yet.ts';

/** As the history tells it, beside other numbers and results. */
export function toldReferral({ unit, referredOn, number, result }: ReferralFacts) {
  return { referralUnit: unit, referredOn, referralNumber: number, referralResult: result };
}

const procedures = contract.referrals;

export const referrals = {
  record: command('referrals.record', procedures.record, (db, { caseId, referral }, { desk }) => {
    liveCase(db, caseId);
    refuseNotYet('referred', referral.referredOn, desk.today());
    const id = insertReferral(db, caseId, referral);
    db.event({
      subject: 'case',
      subjectId: caseId,
      what: 'referralRecorded',
      after: toldReferral(referral),
    });
    return { id };
  }),

  cancel: command('referrals.cancel', procedures.cancel, (db, { id, reason }) => {
    const { caseId, referral } = found(referralOfId(db, id), 'referral');
    liveCase(db, caseId);
    if (referral.fromCaseId !== null) throw refused('mergedReferral');
    if (!cancelReferral(db, id, reason)) throw notFound('referral');
    db.event({
      subject: 'case',
      subjectId: caseId,
      what: 'referralCancelled',
      before: toldReferral(referral),
      after: { reason },
    });
    return { id };
  }),
};
