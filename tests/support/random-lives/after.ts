import type { AfterStepFacts } from '#shared/contract/after.ts';
import type { CaseDetail } from '#shared/contract/cases.ts';
import type { CaseId } from '#shared/contract/ids.ts';
import {
  afterFactsOf,
  type MatterCode,
  possibleSteps,
  type StepCode,
  shownMatters,
} from '#shared/domain/after-closing.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { fen } from '#shared/domain/money.ts';
import { count, type Doing, isOpen, refusalOf, type World } from './life.ts';

/** The last one: another can be cancelled only where the later ones follow without it. */
function lastOf(steps: CaseDetail['after']['steps']) {
  const step = steps.at(-1);
  if (step === undefined) throw new Error('There is no step to cancel.');
  return step.id;
}

/** A line of the table of subsidies, so that there is something to grant. */
export const subsidyRule = {
  name: '样例补贴',
  outcome: null,
  closingCodes: [],
  claimFromFen: null,
  claimBelowFen: null,
  amountFen: fen(20_000),
  source: '样例文件',
} as const;

function sinceClosing({ chance, today }: World, { closing }: CaseDetail): LocalDate {
  return chance.day(closing?.closedOn ?? today(), today());
}

/** The steps that the tables allow, of the matters that usually follow such a case. */
function stepsOf({ facts, closing, agreement, parties, confirmation, after }: CaseDetail) {
  const known = afterFactsOf({ facts, closing, agreement, parties, confirmation }, undefined);
  return shownMatters(known, after.steps, after.settings).flatMap((matter) =>
    possibleSteps(matter, after.steps, known).map((step): Possible => [matter, step]),
  );
}

type Possible = readonly [MatterCode, StepCode];

/** A confirmation is what the figures count, so that it is taken up, and ends well, more often than the rest. */
function weightOf([matter, step]: Possible): number {
  if (matter !== 'confirmation') return 1;
  return step === 'apply' || step === 'accept' || step === 'confirm' ? 12 : 3;
}

function stepFacts(world: World, detail: CaseDetail, [matter, step]: Possible): AfterStepFacts {
  return {
    matter,
    step,
    on: sinceClosing(world, detail),
    partyId: world.chance.pick(detail.parties).id,
    courtId: world.chance.pick(world.courts),
    number: `（2026）内0602诉前调确${world.next()}号`,
    papers: ['调解终结报告'],
    joint: true,
    remarks: '按法院要求办理',
  };
}

function anyStep(world: World, detail: CaseDetail): AfterStepFacts {
  const steps = stepsOf(detail).map((one) => [weightOf(one), one] as const);
  return stepFacts(world, detail, world.chance.weighted(steps));
}

/** A certain step, for a life that is told beforehand; all parties take it where each has to. */
export async function takeStep(world: World, detail: CaseDetail, id: CaseId, step: Possible): Promise<void> {
  const facts = stepFacts(world, detail, step);
  const parties = step[1] === 'serve' ? detail.parties.map((party) => party.id) : [facts.partyId];
  for (const partyId of parties) {
    await world.client.after.step({ caseId: id, step: { ...facts, partyId } });
  }
}

/** The articles that forbid a step depend on the cause, the agreement and the day: the office says no to some. */
const saysNo = ['stepNotPossible', 'confirmationForbidden', 'alreadyGranted'];

async function unlessRefused(doing: Promise<unknown>, world: World): Promise<void> {
  try {
    await doing;
  } catch (error) {
    const reason = refusalOf(error);
    if (reason === undefined || !saysNo.includes(reason)) throw error;
    count(world, `refused: ${reason}`);
  }
}

export const afterALife: readonly Doing[] = [
  {
    name: 'step after the closing',
    weight: 20,
    when: (detail) => !isOpen(detail) && stepsOf(detail).length > 0,
    take: (world, detail, caseId) =>
      unlessRefused(world.client.after.step({ caseId, step: anyStep(world, detail) }), world),
  },
  {
    name: 'step cancelled',
    weight: 4,
    when: ({ after }) => after.steps.length > 0,
    take: (world, { after }) =>
      unlessRefused(world.client.after.cancelStep({ id: lastOf(after.steps), reason: '登记错了' }), world),
  },
  {
    name: 'visit',
    weight: 2,
    when: (detail) => !isOpen(detail),
    take: (world, detail, caseId) =>
      world.client.after.visit({
        caseId,
        visit: {
          partyId: null,
          visitedOn: sinceClosing(world, detail),
          means: 'telephone',
          performance: 'performing',
          satisfaction: 'satisfied',
          remarks: null,
          nextOn: null,
        },
      }),
  },
  {
    name: 'visit cancelled',
    weight: 3,
    when: ({ after }) => after.visits.length > 0,
    take: ({ client, chance }, { after }) =>
      client.after.cancelVisit({ id: chance.pick(after.visits).id, reason: '回访的是别人' }),
  },
  {
    name: 'subsidy',
    weight: 3,
    when: ({ status, facts }) => status === 'closed' && facts.mediatorId !== null,
    take: (world, { facts }, caseId) => {
      const { mediatorId } = facts;
      if (mediatorId === null) return Promise.resolve();
      const granted = { caseId, mediatorId, rule: subsidyRule.name, grantedOn: world.today() };
      return unlessRefused(world.client.after.grantSubsidy(granted), world);
    },
  },
  {
    name: 'confirmation written down',
    weight: 15,
    when: ({ importId, closing }) => importId !== null && closing !== null,
    take: (world, detail, caseId) =>
      world.client.cases.recordConfirmation({
        caseId,
        confirmedOn: sinceClosing(world, detail),
        courtId: null,
        number: null,
      }),
  },
];
