import type { CaseDetail, CaseFacts } from '#shared/contract/cases.ts';
import { type CaseSource, type Channel, caseSourceCodes, channelCodes } from '#shared/domain/channel.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { fen } from '#shared/domain/money.ts';
import { aCase, aCompany, anAgreement, aPerson, aSession } from '../builders.ts';
import { aDay, type Doing, isOpen, type World } from './life.ts';

const causes = ['买卖合同纠纷', '民间借贷纠纷', '物业服务合同纠纷', '离婚纠纷', '劳动争议'] as const;

function anySum({ chance }: World) {
  return fen(chance.integer(1, 50_000_000));
}

function anyClaim(world: World): CaseFacts['claim'] {
  return world.chance.likely(0.8)
    ? { kind: 'amount', fen: anySum(world) }
    : { kind: world.chance.pick(['noProperty', 'notStated']) };
}

function anyCause({ chance }: World): CaseFacts['cause'] {
  return chance.likely(0.9)
    ? { edition: chance.pick(['2020', '2025'] as const), name: chance.pick(causes) }
    : null;
}

/** The facts of a new case as a clerk would have them, with the receipt or before it. */
export function anyFacts(world: World, receivedOn: LocalDate | null): CaseFacts {
  const { chance, courts, mediators } = world;
  const channel: Channel = chance.pick(channelCodes);
  const source: CaseSource =
    channel === 'C' ? chance.pick(caseSourceCodes.slice(2)) : chance.pick(caseSourceCodes);
  return aCase({
    channel,
    source,
    courtId: channel === 'C' && chance.likely(0.6) ? null : chance.pick(courts),
    courtNumbers: [],
    platformNumber: chance.likely(0.3) ? `测试平台${world.next()}` : null,
    procedureKind: channel === 'B' ? chance.pick(['ordinary', 'summary', 'smallClaims']) : null,
    receivedOn,
    cause: anyCause(world),
    claim: anyClaim(world),
    mediatorId: chance.likely(0.4) ? chance.pick(mediators) : null,
  });
}

export function anyParties(world: World) {
  const number = world.next();
  return [
    aPerson({ name: `甲测试${number}`, idNumber: null, phones: [] }),
    aCompany({ name: `样例${number}有限公司`, idNumber: null, phones: [] }),
  ];
}

/** A corrected receipt day, where a correction can be counted: not after the closing, not taken from a case that went on. */
function correctedReceipt(world: World, detail: CaseDetail): LocalDate | null {
  const { facts, closing, registeredOn } = detail;
  const last = closing?.closedOn ?? world.today();
  const first = facts.receivedOn ?? registeredOn;
  if (!world.chance.likely(0.4) || last < first) return facts.receivedOn;
  const accepted = detail.moves.findLast((move) => move.takenBack === null);
  if (detail.status === 'accepted' && accepted?.code === 'accept' && world.chance.likely(0.2)) return null;
  return world.chance.day(first, last);
}

async function amend(world: World, detail: CaseDetail, caseId: Parameters<Doing['take']>[2]) {
  const { chance } = world;
  const { facts, version, status } = detail;
  const channel =
    isOpen(detail) && status !== 'dispatched' && chance.likely(0.1)
      ? chance.pick(channelCodes)
      : facts.channel;
  return world.client.cases.amend({
    caseId,
    version,
    reason: '接收回证上的日期更正',
    facts: {
      ...facts,
      channel,
      courtId: facts.courtId === null || chance.likely(0.2) ? chance.pick(world.courts) : facts.courtId,
      receivedOn: correctedReceipt(world, detail),
      cause: chance.likely(0.3) ? anyCause(world) : facts.cause,
      claim: chance.likely(0.3) ? anyClaim(world) : facts.claim,
      mediatorId: chance.likely(0.3) ? chance.pick(world.mediators) : facts.mediatorId,
    },
  });
}

export const factsOfALife: readonly Doing[] = [
  { name: 'amended', weight: 2, when: () => true, take: amend },
  {
    name: 'parties saved',
    weight: 1,
    when: () => true,
    take: ({ client, chance }, { parties, partiesVersion: version }, caseId) =>
      client.cases.saveParties({
        caseId,
        version,
        parties: parties.map((party) => ({ ...party, address: `测试路${chance.integer(1, 99)}号` })),
      }),
  },
  {
    name: 'session',
    weight: 8,
    when: ({ status }) =>
      ['accepted', 'consent', 'appointed', 'mediating', 'suspended', 'agreed'].includes(status),
    take: (world, detail, caseId) =>
      world.client.sessions.record({ caseId, session: aSession({ heldOn: aDay(world, detail) }) }),
  },
  {
    name: 'session amended',
    weight: 1,
    when: ({ sessions }) => sessions.length > 0,
    take: ({ client, chance }, { sessions }) => {
      const { id, version, ...session } = chance.pick(sessions);
      return client.sessions.amend({ id, version, session: { ...session, place: '样例调解室' } });
    },
  },
  {
    name: 'agreement',
    weight: 5,
    when: ({ status, agreement }) =>
      ['appointed', 'mediating', 'suspended', 'agreed'].includes(status) ||
      (status === 'closed' && agreement !== null),
    take: (world, detail, caseId) =>
      world.client.agreements.save({
        caseId,
        version: detail.agreement?.version ?? null,
        agreement: anAgreement({
          form: world.chance.pick(['written', 'oral']),
          agreedFen: world.chance.likely(0.9) ? anySum(world) : null,
          signedOn: world.chance.likely(0.7) ? aDay(world, detail) : null,
          effect: detail.facts.channel === 'B' ? 'conciliationStatement' : 'judicialConfirmation',
        }),
      }),
  },
  {
    name: 'consent',
    weight: 4,
    when: (detail) => isOpen(detail) && detail.status !== 'registered',
    take: (world, detail, caseId) =>
      world.client.consents.record({
        caseId,
        consent: {
          partyId: world.chance.pick(detail.parties).id,
          agreed: world.chance.likely(0.9),
          form: 'oral',
          givenOn: aDay(world, detail),
          beforeReferral: false,
          remarks: null,
        },
      }),
  },
  {
    name: 'consent cancelled',
    weight: 1,
    when: ({ consents }) => consents.length > 0,
    take: ({ client, chance }, { consents }) =>
      client.consents.cancel({ id: chance.pick(consents).id, reason: '记错了人' }),
  },
  {
    name: 'contact',
    weight: 3,
    when: isOpen,
    take: (world, detail, caseId) =>
      world.client.contacts.record({
        caseId,
        contact: {
          partyId: world.chance.pick(detail.parties).id,
          person: null,
          contactedOn: aDay(world, detail),
          contactedAt: null,
          means: world.chance.pick(['telephone', 'message', 'visit']),
          reachedAt: null,
          result: world.chance.pick(['agreed', 'declined', 'undecided', 'notReached']),
          remarks: null,
        },
      }),
  },
  {
    name: 'payment',
    weight: 4,
    when: ({ agreement }) => agreement !== null,
    take: (world, detail, caseId) =>
      world.client.cases.recordPayment({
        caseId,
        payment: {
          paidOn: world.chance.likely(0.9) ? aDay(world, detail) : null,
          amountFen: anySum(world),
          voucher: null,
          remarks: null,
        },
      }),
  },
  {
    name: 'payment cancelled',
    weight: 5,
    when: ({ payments }) => payments.length > 0,
    take: ({ client, chance }, { payments }) =>
      client.cases.cancelPayment({ id: chance.pick(payments).id, reason: '重复登记' }),
  },
  {
    name: 'removed',
    weight: 0.5,
    when: () => true,
    take: ({ client }, { version }, caseId) =>
      client.cases.remove({ caseId, version, reason: '疑似重复登记' }),
  },
  {
    name: 'referral',
    weight: 1,
    when: () => true,
    take: ({ client }, { referrals }, caseId) => {
      const [first] = referrals.filter(({ fromCaseId }) => fromCaseId === null);
      if (first !== undefined) return client.referrals.cancel({ id: first.id, reason: '不是同一纠纷' });
      const referral = { unit: '样例综治中心', referredOn: null, number: null, result: '未成' };
      return client.referrals.record({ caseId, referral });
    },
  },
  {
    name: 'merged',
    weight: 0.5,
    when: () => true,
    take: async ({ client, chance, ids }, { version }, caseId) => {
      const other = chance.pick(ids);
      const { removed } = await client.cases.get({ id: other });
      if (other === caseId || removed !== null) return;
      await client.links.mergeInto({ caseId, version, intoCaseId: other, reason: '同一份借据' });
    },
  },
];

/** What becomes of a case in the recycle bin. */
export const restored: Doing = {
  name: 'restored',
  weight: 1,
  when: ({ removed }) => removed !== null,
  take: ({ client }, { version }, caseId) => client.cases.restore({ caseId, version }),
};
