import { agreedWords } from './agreed-words.ts';
import type { AgreementToCheck, Findings } from './check.ts';

/** What the law does not let mediation, or a confirmation of it, reach (domain.md §4.4). */
export function* matters(agreement: AgreementToCheck): Findings {
  yield* restrictedCause(agreement);
  yield* identityWords(agreement);
  yield* rightWords(agreement);
  yield* divorceByAgent(agreement);
}

function* restrictedCause({ restriction, effect, cause }: AgreementToCheck): Findings {
  if (restriction === null || cause === null) return;
  const told = `案由“${cause}”：${restriction.sentence}`;
  if (restriction.kind === 'notMediable') {
    const code = restriction.partsMediable ? 'statusNotMediable' : 'notMediable';
    yield { code, field: 'cause', sentence: told };
  } else if (effect === 'judicialConfirmation') {
    // Of an identity the cause itself leaves no room; a right may stand beside a duty that can be confirmed.
    yield restriction.kind === 'identity'
      ? { code: 'identityNotConfirmable', field: 'cause', sentence: told, overridable: false }
      : { code: 'rightNotConfirmable', field: 'cause', sentence: told };
  } else {
    yield { code: 'restrictedMatter', field: 'cause', sentence: told };
  }
}

const identityPattern =
  /(?:自愿|同意|协议|准予|判决)离婚|(?:解除|撤销|终止|确认)[^。；，\n]{0,12}(?:婚姻|亲子|收养|父子|母子|父女|母女)关系|婚姻(?:关系)?(?:无效|有效)/u;

function* identityWords(agreement: AgreementToCheck): Findings {
  if (agreement.effect !== 'judicialConfirmation') return;
  for (const { field, place, words } of agreedWords(agreement)) {
    const found = identityPattern.exec(words);
    if (found !== null) {
      yield {
        code: 'identityNotConfirmable',
        field,
        sentence: `${place}写有“${found[0]}”：身份关系的确认、解除不能申请司法确认`,
      };
    }
  }
}

const rights =
  '(?:不动产|房屋|土地|宅基地|草牧?场|林地)?(?:所有权|使用权|物权|共有权|承包(?:经营)?权|经营权|抵押权|居住权|地役权|专利权|商标(?:专用)?权|著作权|版权|知识产权)';
const inClause = '[^。；，\\n]';
/** Whose a right is; a price for a right (流转价款) or its return (归还) says nothing of that. */
const declared = new RegExp(
  [
    `${rights}${inClause}{0,10}(?:归(?!还)|属于?)${inClause}{1,30}`,
    `确认[^。；\\n]{0,40}(?:享有|拥有|取得)${inClause}{0,20}${rights}(?!.{0,6}(?:价款|款|费))`,
    `确认${inClause}{0,30}(?:归(?!还)|属于?)${inClause}{1,20}所有`,
    `确认${inClause}{1,30}(?:为|是)${inClause}{0,30}(?:(?<![债授])权人|所有人|共有人)`,
    '(?<!不涉及|无需|不)确权',
  ].join('|'),
  'u',
);
const shared = /归[^。；，\n]{1,30}所有/u;

function* rightWords(agreement: AgreementToCheck): Findings {
  if (agreement.effect !== 'judicialConfirmation') return;
  for (const { field, place, words } of agreedWords(agreement)) {
    const clear = declared.exec(words);
    if (clear !== null) {
      yield {
        code: 'rightNotConfirmable',
        field,
        sentence: `${place}写有“${clear[0]}”：涉及物权、知识产权确权的，不能申请司法确认，请改为给付、交付或者协助过户的义务`,
      };
      continue;
    }
    const perhaps = shared.exec(words);
    if (perhaps !== null) {
      yield {
        code: 'rightPerhapsNotConfirmable',
        field,
        sentence: `${place}写有“${perhaps[0]}”：法院可能认为是确权；请写明谁在何日前向谁交付或者协助办理什么`,
      };
    }
  }
}

/** Whether a record of a session says that the party itself, and not somebody for it, was there. */
function cameInPerson(name: string, attendance: readonly string[]): boolean {
  return attendance.some((told) => {
    const afterName = told.split(name).slice(1);
    return (
      afterName.some((rest) => !/^的?[（(]?(?:委托)?(?:诉讼)?(?:代理人|律师)/u.test(rest)) ||
      /(?:双方|各方)(?:当事人)?(?:本人|均|都)?(?:亲自)?(?:到场|到庭|参加|在场)/u.test(told)
    );
  });
}

function* divorceByAgent({ cause, parties, attendance }: AgreementToCheck): Findings {
  if (cause !== '离婚纠纷') return;
  for (const [place, party] of parties.entries()) {
    const [agent] = party.agents;
    if (party.natural && agent !== undefined && !cameInPerson(party.name, attendance)) {
      yield {
        code: 'divorceByAgent',
        field: `parties.${place}.agents`,
        sentence: `${party.calling}有委托代理人${agent.name}，调解记录里看不出本人到场：离婚案件本人应当到场，确有特殊情况不能到场的须出具书面意见`,
      };
    }
  }
}
