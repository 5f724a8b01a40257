import { ageOn } from '../identity.ts';
import { formatLocalDate } from '../local-date.ts';
import type { AgreementToCheck, Findings } from './check.ts';

/** Who can sign for himself, and who may sign for another. */
export function* people(agreement: AgreementToCheck): Findings {
  yield* minors(agreement);
  yield* agents(agreement);
}

/** 民法典 第17条至第20条: eighteen, and eight; 第18条第2款 makes a working sixteen-year-old an adult. */
function* minors({ parties, marks, signedOn, heldOn }: AgreementToCheck): Findings {
  const day = signedOn ?? heldOn.at(-1);
  let met = false;
  for (const [place, party] of parties.entries()) {
    if (!party.natural) continue;
    const age = party.birthOn === null || day === undefined ? null : ageOn(party.birthOn, day);
    met ||= party.guardians > 0 || (age !== null && age < 18);
    if (party.guardians > 0 || age === null || age >= 18 || day === undefined) continue;
    const on = signedOn === null ? '最近一次调解时' : '签订时';
    const who = `${party.calling}${on}（${formatLocalDate(day)}）${age}周岁，没有列法定代理人`;
    yield age < 8
      ? {
          code: 'childWithoutRepresentative',
          field: `parties.${place}.guardians`,
          sentence: `${who}：不满八周岁的无民事行为能力，由法定代理人代理`,
        }
      : {
          code: 'legalRepresentativeLacking',
          field: `parties.${place}.guardians`,
          sentence: `${who}：${age >= 16 ? '以自己的劳动收入为主要生活来源的除外，请说明' : '须由法定代理人代理或者同意、追认'}`,
        };
  }
  if (marks.includes('minor') && !met) {
    yield {
      code: 'minorNotAmongParties',
      field: 'parties',
      sentence:
        '案件标有“涉未成年人”，当事人中看不出谁未成年，也没有列法定代理人：请核对出生日期和法定代理人',
    };
  }
}

function* agents({ parties }: AgreementToCheck): Findings {
  for (const [place, party] of parties.entries()) {
    for (const [agentPlace, agent] of party.agents.entries()) {
      if (agent.authority === 'general') {
        yield {
          code: 'agentLacksAuthority',
          field: `parties.${place}.agents.${agentPlace}.authority`,
          sentence: `${party.calling}的委托代理人${agent.name}是一般授权：代为签署协议、放弃或者变更请求须有特别授权，否则由本人签名`,
        };
      }
    }
  }
}
