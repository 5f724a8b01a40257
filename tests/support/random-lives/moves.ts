import type { CaseDetail } from '#shared/contract/cases.ts';
import type { CaseId } from '#shared/contract/ids.ts';
import { type MoveCode, moveCodes, possibleMoves, type WishedMove } from '#shared/domain/case-move.ts';
import { type ClosingCode, closingCodes, closings } from '#shared/domain/closing.ts';
import { aDay, type Doing, isOpen, refusalOf, type World } from './life.ts';

type Wish = Exclude<MoveCode, 'close'>;
const wishes = moveCodes.filter((code) => code !== 'close');

/** What a move records, by its schema in the domain; people and papers are plainly invented. */
function wish(world: World, detail: CaseDetail, code: Wish): WishedMove {
  const { chance, mediators } = world;
  const [mediatorId, assisting] = [chance.pick(mediators), chance.pick(mediators)];
  const former = { formerMediatorId: null, formerAssistingMediatorIds: [] };
  const assistingMediatorIds = chance.likely(0.3) && assisting !== mediatorId ? [assisting] : [];
  const suspended = detail.moves.findLast((move) => move.takenBack === null && move.code === 'suspend');
  const on =
    suspended !== undefined && code === 'resume'
      ? chance.day(suspended.on, world.today())
      : aDay(world, detail);
  switch (code) {
    case 'dispatch':
      return { code, on, detail: { papers: ['起诉状副本', '证据目录'] } };
    case 'decline':
      return { code, on, detail: { reason: '逾期未确认' } };
    case 'accept':
      return { code, on, detail: { receivedBy: '甲签收', online: chance.likely(0.3) } };
    case 'seekConsent':
    case 'mediate':
    case 'agree':
      return { code, on, detail: {} };
    case 'appoint':
      return {
        code,
        on,
        detail: {
          mediatorId,
          assistingMediatorIds,
          way: 'namedByOrganisation',
          recusalNote: null,
          ...former,
        },
      };
    case 'replace':
      return {
        code,
        on,
        detail: {
          mediatorId,
          assistingMediatorIds,
          requestedBy: '申请人',
          reason: '调解员出差',
          decidedBy: '测试员',
          recusalNote: null,
          ...former,
        },
      };
    case 'inform':
      return { code, on, detail: { form: chance.pick(['written', 'oral', 'electronic']) } };
    case 'suspend':
      return {
        code,
        on,
        detail: {
          ground: chance.pick(['appraisal', 'suspectedSham', 'other']),
          reportedTo: null,
          note: null,
        },
      };
    case 'resume':
      return { code, on, detail: { note: null } };
    case 'extend':
      return {
        code,
        on,
        detail: {
          days: chance.integer(1, 30),
          requestedBy: '双方',
          applicantsConsentedOn: on,
          respondentsConsentedOn: on,
          consentForm: 'written',
          voucher: null,
        },
      };
    case 'reopen':
      return { code, on, detail: { reason: '一方要求再谈' } };
    case 'archive':
      return {
        code,
        on: world.today(),
        detail: {
          volumeNumber: `${world.next()}号卷`,
          pages: chance.integer(10, 90),
          retention: 'tenYears',
          place: null,
        },
      };
  }
}

const agreed: readonly ClosingCode[] = ['C11', 'C11', 'C12', 'C13', 'C15'];

const weights: Readonly<Record<Wish, number>> = {
  dispatch: 14,
  decline: 8,
  accept: 12,
  seekConsent: 4,
  appoint: 6,
  replace: 2,
  inform: 2,
  mediate: 3,
  suspend: 4,
  resume: 25,
  extend: 2,
  agree: 2,
  reopen: 2,
  archive: 2,
};

function allowed({ status, facts }: CaseDetail, code: MoveCode): boolean {
  return possibleMoves(status, facts.channel).includes(code);
}

const takingMoves = wishes.map(
  (code): Doing => ({
    name: code,
    weight: weights[code],
    when: (detail) => allowed(detail, code),
    take: async (world, detail, caseId) => {
      const { version } = detail;
      const taking = world.client.moves.take({ caseId, version, move: wish(world, detail, code) });
      if (code !== 'extend') return taking;
      // Whether the period still runs is for the office to say; an extension that comes too late is refused.
      return taking.catch((error: unknown) => {
        if (refusalOf(error) !== 'extensionNotAllowed') throw error;
      });
    },
  }),
);

/** Closes a case on this day in a certain way. */
export async function closeAs(
  { client, today }: World,
  { version }: CaseDetail,
  caseId: CaseId,
  code: ClosingCode,
) {
  const closing = { code, closedOn: today(), partly: false, reason: null };
  return client.cases.close({ caseId, version, closing });
}

export const movesOfALife: readonly Doing[] = [
  ...takingMoves,
  {
    name: 'illegal move',
    weight: 2,
    when: () => true,
    take: async (world, detail, caseId) => {
      const { status, facts, version } = detail;
      const illegal = wishes.filter((code) => !possibleMoves(status, facts.channel).includes(code));
      const move = wish(world, detail, world.chance.pick(illegal));
      const refused = await world.client.moves.take({ caseId, version, move }).catch(refusalOf);
      if (refused !== 'illegalMove')
        throw new Error(`${move.code} from ${status}: ${JSON.stringify(refused)}`);
    },
  },
  {
    name: 'taken back',
    weight: 2,
    when: ({ moves, status, after }) =>
      moves.some((move) => move.takenBack === null) &&
      (status !== 'closed' || (after.steps.length === 0 && after.subsidies.length === 0)),
    take: ({ client }, { version }, caseId) => client.moves.takeBack({ caseId, version, reason: '点错了' }),
  },
  {
    name: 'close',
    weight: 4,
    when: isOpen,
    take: ({ client, chance, today }, { status, facts, registeredOn, version }, caseId) => {
      const inAgreement = status === 'agreed' && chance.likely(0.8);
      const codes = (inAgreement ? agreed : closingCodes).filter((code) =>
        closings[code].channels.includes(facts.channel),
      );
      return client.cases.close({
        caseId,
        version,
        closing: {
          code: chance.pick(codes),
          closedOn: chance.day(facts.receivedOn ?? registeredOn, today()),
          partly: chance.likely(0.2),
          reason: null,
        },
      });
    },
  },
  {
    name: 'closing corrected',
    weight: 1.5,
    when: ({ status, after }) =>
      status === 'closed' && after.steps.length === 0 && after.subsidies.length === 0,
    take: ({ client }, { version }, caseId) =>
      client.cases.correctClosing({ caseId, version, reason: '结案方式选错' }),
  },
];
