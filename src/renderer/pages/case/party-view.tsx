import type { Party } from '#shared/contract/parties.ts';
import {
  agentAuthorityLabels,
  agentKindLabels,
  idNumberLabels,
  partyKindLabels,
  partyRoleLabels,
  sexLabels,
} from '#shared/domain/glossary.ts';
import { ageOn } from '#shared/domain/identity.ts';
import { formatLocalDate } from '#shared/domain/local-date.ts';
import { useOverview } from '../../components/office-facts.tsx';
import { partyDraftOf } from '../../components/party-form/party-draft.ts';
import { partyWarnings } from '../../components/party-form/party-warnings.ts';
import { addressLabel, representativeTitle } from '../../components/party-form/party-words.ts';
import styles from './case.module.css';
import { maskedIfPhone, type PersonalNumbers } from './personal-numbers.tsx';

/** One party in full, with what looks wrong. */
export function PartyView({ party, numbers }: { readonly party: Party; readonly numbers: PersonalNumbers }) {
  const { today } = useOverview();
  const warnings = Object.values(partyWarnings(partyDraftOf(party), today, numbers.phone));
  const human = party.kind === 'naturalPerson' || party.kind === 'soleTrader';
  const about = [
    party.sex === null ? null : sexLabels[party.sex],
    party.ethnicity,
    party.birthOn === null
      ? null
      : `${formatLocalDate(party.birthOn)}出生（${ageOn(party.birthOn, today)} 周岁）`,
  ].filter((word) => word !== null);
  const rows: readonly (readonly [string, string | null])[] = [
    ...(party.representativeName === null && party.kind === 'naturalPerson'
      ? []
      : [[representativeTitle(party.kind), withPosition(party)] as const]),
    ...(human
      ? [[party.kind === 'soleTrader' ? '经营者情况' : '基本情况', about.join('，') || null] as const]
      : []),
    [party.idKind === null ? '证件号码' : idNumberLabels[party.idKind], idNumberWords(party, numbers)],
    [addressLabel(party.kind), party.address],
    ['联系电话', party.phones.map(numbers.phone).join('、') || null],
    ...optional('送达地址', party.serviceAddress),
    ...optional('电子送达', serviceWords(party, numbers)),
    ...optional('职业', party.occupation),
    ...optional('工作单位', party.employer),
    ...optional('电子邮箱', party.email),
    ...optional('备注', party.remarks),
  ];
  return (
    <article className={styles.partyView} aria-label={`${partyRoleLabels[party.role]}${party.name}`}>
      <h3>
        <span className={styles.role}>{partyRoleLabels[party.role]}</span>
        {party.name}
        <span className={styles.kind}>{partyKindLabels[party.kind]}</span>
      </h3>
      <dl className={styles.facts}>
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className={value === null ? styles.unknown : undefined}>{value ?? '未填'}</dd>
          </div>
        ))}
        {party.agents.map((agent) => (
          <div key={`${agent.kind}${agent.name}`}>
            <dt>{agent.kind === 'guardian' ? '法定代理人' : '委托代理人'}</dt>
            <dd>
              {[
                agent.name,
                agent.kind === null || agent.kind === 'guardian' ? null : agentKindLabels[agent.kind],
                agent.relation,
                agent.employer,
                agent.authority === null ? null : agentAuthorityLabels[agent.authority],
                agent.phone === null ? null : numbers.phone(agent.phone),
              ]
                .filter((word) => word !== null)
                .join('，')}
            </dd>
          </div>
        ))}
      </dl>
      {warnings.length > 0 && (
        <ul className={styles.warnings}>
          {warnings.map((warning) => (
            <li key={warning}>▲ {warning}</li>
          ))}
        </ul>
      )}
    </article>
  );
}

function optional(label: string, value: string | null): readonly (readonly [string, string])[] {
  return value === null ? [] : [[label, value]];
}

function withPosition(party: Party): string | null {
  return party.representativeName === null
    ? null
    : [party.representativeName, party.representativePosition].filter((word) => word !== null).join('，');
}

/** The code of an organisation is public; every other number is somebody's own. */
function idNumberWords({ idKind, idNumber }: Party, numbers: PersonalNumbers): string | null {
  return idNumber === null || idKind === 'creditCode' ? idNumber : numbers.idNumber(idNumber);
}

function serviceWords(party: Party, numbers: PersonalNumbers): string | null {
  switch (party.electronicService) {
    case 'agreed':
      return party.electronicServiceTo === null
        ? '同意'
        : `同意，${maskedIfPhone(party.electronicServiceTo, numbers)}`;
    case 'declined':
      return '不同意';
    case null:
      return null;
  }
}
