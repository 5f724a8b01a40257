import type { Channel } from '../channel.ts';
import type { AgreementToCheck, CheckedEffect, Finding, Findings } from './check.ts';

/** What the agreement leads to, and who answers for it with a seal. */
export function* effects(agreement: AgreementToCheck): Findings {
  yield* effectOfChannel(agreement);
  yield* organisation(agreement);
}

/** What an agreement may lead to, by channel (domain.md §1.8; 法释〔2016〕14号 第19条、第20条). */
const ownEffects: Readonly<Record<Channel, readonly CheckedEffect[]>> = {
  A: ['judicialConfirmation', 'noConfirmation', 'performedAtOnce'],
  B: ['conciliationStatement', 'withdrawal', 'performedAtOnce'],
  C: ['judicialConfirmation', 'noConfirmation', 'performedAtOnce'],
};

const exceptions: readonly (Pick<Finding, 'code' | 'sentence'> & {
  readonly channel: Channel;
  readonly effect: CheckedEffect;
})[] = [
  {
    channel: 'B',
    effect: 'judicialConfirmation',
    code: 'confirmationAfterFiling',
    sentence:
      '立案后委托调解的，由法院审查协议后出具调解书或者裁定准许撤诉，不申请司法确认；当地法院要求撤回起诉后申请确认的，在“设置”里放开并写明理由',
  },
  {
    channel: 'A',
    effect: 'conciliationStatement',
    code: 'statementBeforeFiling',
    sentence:
      '立案前委派调解的，申请司法确认，不由法院出具民事调解书；法院已另行立案（诉前调书）的，请写明案号',
  },
];

function* effectOfChannel({ channel, effect, confirmationInChannelB }: AgreementToCheck): Findings {
  if (channel === null || effect === null || ownEffects[channel].includes(effect)) return;
  const exception = exceptions.find((one) => one.channel === channel && one.effect === effect);
  const closed = exception?.code === 'confirmationAfterFiling' && !confirmationInChannelB;
  yield {
    code: exception?.code ?? 'effectOfOtherChannel',
    field: 'outcome',
    sentence:
      exception?.sentence ??
      (channel === 'B'
        ? '立案后委托调解的，请选择出具调解书、撤回起诉或者即时履行'
        : '立案前委派或者自行受理的，请选择申请司法确认、不申请司法确认或者即时履行'),
    ...(closed ? { overridable: false } : {}),
  };
}

/**
 * The organisation seals what it mediated (法释〔2016〕14号 第24条); only an agreement of a lawfully established one can be
 * confirmed (民事诉讼法 第205条), and the court never issues it (domain.md §11.6, §11.7).
 */
function* organisation({ organisationName, effect }: AgreementToCheck): Findings {
  const field = 'mediationOrganisation.name';
  if (organisationName === null) {
    if (effect === 'judicialConfirmation') {
      yield {
        code: 'sealLacking',
        field,
        sentence: '没有写明主持调解的调解组织，协议上就没有它的印章：只有调解员个人签名的，法院不予司法确认',
      };
    }
    return;
  }
  if (organisationName.includes('人民法院')) {
    yield { code: 'courtAsOrganisation', field, sentence: '调解协议书不得以人民法院落款、盖院印' };
  } else if (effect === 'judicialConfirmation' && /(?:工作室|调解室)$/u.test(organisationName)) {
    yield {
      code: 'organisationDoubtful',
      field,
      sentence: `“${organisationName}”像是工作室：司法确认要求由依法设立的调解组织主持并盖章，请核对它挂靠的调解组织和印章`,
    };
  }
}
