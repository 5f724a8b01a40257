import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { idKindLabels } from '#shared/domain/glossary.ts';
import { idKinds } from '#shared/domain/party.ts';
import { ListField } from '../fields/choice-field.tsx';
import { FewField } from '../fields/few-field.tsx';
import fields from '../fields/fields.module.css';
import { TextField } from '../fields/text-field.tsx';
import { AgentRow } from './agent-row.tsx';
import { emptyAgent, idKindOf } from './party-draft.ts';
import type { PartyFieldsProps } from './party-fields.ts';
import styles from './party-form.module.css';
import type { PartyWarnings } from './party-warnings.ts';
import { representativeTitle } from './party-words.ts';

type MoreProps = PartyFieldsProps & { readonly warnings: PartyWarnings };

const answers = [
  { value: 'agreed', label: '同意' },
  { value: 'declined', label: '不同意' },
] as const;

/** What few cases need at intake: ID kind, service, work, remarks and who acts for the party. */
export function MoreAboutParty({ party, onChange, warnings }: MoreProps) {
  const field = (name: string) => `party:${party.key}:${name}`;
  const person = party.kind === 'naturalPerson';
  return (
    <>
      <div className={`${fields.grid} ${styles.partyFields}`}>
        <ListField
          name={field('idKind')}
          label="证件种类"
          value={idKindOf(party)}
          clearable={false}
          choices={idKinds.map((kind) => ({ value: kind, label: idKindLabels[kind] }))}
          onChoose={(idKind) => onChange({ ...party, idKind })}
        />
        <TextField
          name={field('email')}
          label="电子邮箱"
          value={party.email}
          onType={(email) => onChange({ ...party, email })}
        />
        {person ? (
          <>
            <TextField
              name={field('occupation')}
              label="职业"
              value={party.occupation}
              onType={(occupation) => onChange({ ...party, occupation })}
            />
            <TextField
              name={field('employer')}
              label="工作单位"
              value={party.employer}
              onType={(employer) => onChange({ ...party, employer })}
            />
          </>
        ) : (
          <TextField
            name={field('representativeIdNumber')}
            label={`${representativeTitle(party.kind).slice(-3)}身份证`}
            wide
            value={party.representativeIdNumber}
            warning={warnings.representativeIdNumber}
            onType={(representativeIdNumber) => onChange({ ...party, representativeIdNumber })}
          />
        )}
        <TextField
          name={field('serviceAddress')}
          label="送达地址"
          wide
          value={party.serviceAddress}
          placeholder="与住址不同时填写"
          onType={(serviceAddress) => onChange({ ...party, serviceAddress })}
        />
        <FewField
          name={field('electronicService')}
          label="电子送达"
          value={party.electronicService}
          choices={answers}
          onChoose={(electronicService) => onChange({ ...party, electronicService })}
          onUnchoose={() => onChange({ ...party, electronicService: null })}
        />
        {party.electronicService === 'agreed' && (
          <TextField
            name={field('electronicServiceTo')}
            label="送达到"
            value={party.electronicServiceTo}
            placeholder="手机号、邮箱或微信号"
            onType={(electronicServiceTo) => onChange({ ...party, electronicServiceTo })}
          />
        )}
        <TextField
          name={field('remarks')}
          label="备注"
          wide
          value={party.remarks}
          onType={(remarks) => onChange({ ...party, remarks })}
        />
      </div>
      <div className={styles.agents}>
        {party.agents.map((agent) => (
          <AgentRow
            key={agent.key}
            agent={agent}
            onChange={(next) =>
              onChange({
                ...party,
                agents: party.agents.map((other) => (other.key === next.key ? next : other)),
              })
            }
            onRemove={() =>
              onChange({ ...party, agents: party.agents.filter(({ key }) => key !== agent.key) })
            }
          />
        ))}
        {warnings.agents !== undefined && <div className={fields.warning}>▲ {warnings.agents}</div>}
        <Button
          size="small"
          icon={<PlusOutlined />}
          onClick={() => onChange({ ...party, agents: [...party.agents, emptyAgent()] })}
        >
          加代理人
        </Button>
        {person && (
          <Button
            size="small"
            icon={<PlusOutlined />}
            onClick={() =>
              onChange({ ...party, agents: [...party.agents, { ...emptyAgent(), kind: 'guardian' }] })
            }
          >
            加法定代理人
          </Button>
        )}
      </div>
    </>
  );
}
