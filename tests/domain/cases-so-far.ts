import type { TakenMove } from '#shared/domain/case-move.ts';
import type { CaseSoFar } from '#shared/domain/case-so-far.ts';
import { localDate } from '#shared/domain/local-date.ts';

/** A case of channel A that was received and of which nothing is missing but what the test takes away. */
export function aCaseSoFar(
  changes: Partial<Omit<CaseSoFar, 'facts'>> & { readonly facts?: Partial<CaseSoFar['facts']> } = {},
): CaseSoFar {
  return {
    status: 'accepted',
    removed: null,
    parties: [
      { id: 1, role: 'applicant', name: '甲小明', serviceAddress: '测试路1号', electronicService: null },
      { id: 2, role: 'respondent', name: '乙样例', serviceAddress: null, electronicService: 'agreed' },
    ],
    sessions: [],
    agreement: null,
    documents: [],
    closing: null,
    payments: [],
    confirmation: null,
    moves: [],
    ...changes,
    facts: {
      channel: 'A',
      procedureKind: null,
      receivedOn: localDate('2026-11-02'),
      letterNumber: '（2026）1号',
      letterOn: localDate('2026-11-01'),
      judge: '测试法官',
      clerk: null,
      courtNumbers: [],
      cause: { name: '买卖合同纠纷' },
      claim: { kind: 'amount' },
      claims: '请求支付货款。',
      facts: '货款未付。',
      mediatorId: null,
      ...changes.facts,
    },
  };
}

let lastId = 0;

/** A move as it was taken; `from` and `to` stand for themselves. */
export function aMove<Code extends TakenMove['code']>(
  code: Code,
  on: string,
  detail: Extract<TakenMove, { code: Code }>['detail'],
  states: Pick<TakenMove, 'from' | 'to'> = { from: 'accepted', to: 'accepted' },
): TakenMove {
  lastId += 1;
  return {
    id: lastId,
    code,
    on: localDate(on),
    detail,
    ...states,
    recordedAt: `${on}T04:00:00.000Z`,
    recordedBy: '测试员',
    takenBack: null,
  } as TakenMove;
}
