import { z } from 'zod';
import type { ConsentForm } from './case-move.ts';
import type { LocalDate } from './local-date.ts';

/** What was decided on what a mediator disclosed; open while nobody has decided. */
export const recusalDecisionSchema = z.enum(['continue', 'recuse']);
export type RecusalDecision = z.infer<typeof recusalDecisionSchema>;
export const recusalDecisions = {
  continue: { label: '继续调解' },
  recuse: { label: '回避' },
} as const satisfies Record<RecusalDecision, { label: string }>;

export const disclosureSource = '法释〔2016〕14号 第15条；法释〔2021〕23号 第13条';

/** As much of a disclosure as the rules ask for. */
export type StatedDisclosure = {
  readonly mediatorId: number;
  readonly disclosedOn: LocalDate;
  readonly applicantsConsentedOn: LocalDate | null;
  readonly respondentsConsentedOn: LocalDate | null;
  readonly consentForm: ConsentForm | null;
  readonly decision: RecusalDecision | null;
  readonly decidedBy: string | null;
};

export const disclosureLackCodes = [
  'decision',
  'decidedBy',
  'applicantsConsent',
  'respondentsConsent',
  'writtenForm',
  'consentBeforeDisclosure',
  'stillMediator',
] as const;
export type DisclosureLack = (typeof disclosureLackCodes)[number];

/** What a lack is called on the page, with the article it follows from. */
export const disclosureLacks = {
  decision: { label: '还没有决定继续还是回避', source: '法释〔2016〕14号 第15条' },
  decidedBy: { label: '没有写由谁决定（特邀调解组织或者法院）', source: '法释〔2016〕14号 第15条' },
  applicantsConsent: {
    label: '继续调解须双方书面同意，缺申请人一方的同意',
    source: '法释〔2016〕14号 第15条',
  },
  respondentsConsent: {
    label: '继续调解须双方书面同意，缺被申请人一方的同意',
    source: '法释〔2016〕14号 第15条',
  },
  writtenForm: { label: '双方的同意须是书面的，现在没有书面同意', source: '法释〔2016〕14号 第15条' },
  consentBeforeDisclosure: {
    label: '同意的日期早于披露日期，应当知情之后再同意',
    source: '法释〔2021〕23号 第13条',
  },
  stillMediator: {
    label: '已决定回避，但仍是本案调解员，请更换调解员',
    source: '法释〔2016〕14号 第13条、第15条',
  },
} as const satisfies Record<DisclosureLack, { label: string; source: string }>;

/**
 * What a disclosure still lacks, in the order in which it is mended; a warning, never a refusal. A mediator who goes on
 * needs the written consent of both sides, given once they knew; an electronic one is written (民法典 第469条第3款).
 * `appointed` are the mediators whom the case has now.
 */
export function lackingForDisclosure(
  disclosure: StatedDisclosure,
  appointed: readonly number[],
): readonly DisclosureLack[] {
  const { decision, decidedBy, disclosedOn, applicantsConsentedOn, respondentsConsentedOn } = disclosure;
  if (decision === null) return ['decision'];
  const undecidedBy: readonly DisclosureLack[] = decidedBy === null ? ['decidedBy'] : [];
  if (decision === 'recuse') {
    return [
      ...undecidedBy,
      ...(appointed.includes(disclosure.mediatorId) ? (['stillMediator'] as const) : []),
    ];
  }
  const consents = [applicantsConsentedOn, respondentsConsentedOn].filter((day) => day !== null);
  return [
    ...undecidedBy,
    ...(applicantsConsentedOn === null ? (['applicantsConsent'] as const) : []),
    ...(respondentsConsentedOn === null ? (['respondentsConsent'] as const) : []),
    ...(consents.length > 0 && (disclosure.consentForm === null || disclosure.consentForm === 'oral')
      ? (['writtenForm'] as const)
      : []),
    ...(consents.some((day) => day < disclosedOn) ? (['consentBeforeDisclosure'] as const) : []),
  ];
}
