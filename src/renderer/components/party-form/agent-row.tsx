import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { agentAuthorityLabels, agentKindLabels } from '#shared/domain/glossary.ts';
import { agentAuthorities, agentKinds } from '#shared/domain/party.ts';
import { checkPhone } from '#shared/domain/phone.ts';
import { ListField } from '../fields/choice-field.tsx';
import { FewField } from '../fields/few-field.tsx';
import fields from '../fields/fields.module.css';
import { TextField } from '../fields/text-field.tsx';
import type { AgentDraft } from './party-draft.ts';
import styles from './party-form.module.css';
import { nameWarning } from './party-warnings.ts';

type AgentRowProps = {
  readonly agent: AgentDraft;
  readonly onChange: (agent: AgentDraft) => void;
  readonly onRemove: () => void;
};

/** Who acts for a party: by authority (at most two), or by law for one who cannot act alone. */
export function AgentRow({ agent, onChange, onRemove }: AgentRowProps) {
  const field = (name: string) => `agent:${agent.key}:${name}`;
  const guardian = agent.kind === 'guardian';
  return (
    <fieldset className={styles.agent}>
      <legend>{guardian ? '法定代理人' : '委托代理人'}</legend>
      <Button
        className={styles.agentRemove ?? ''}
        type="text"
        size="small"
        icon={<CloseOutlined />}
        aria-label={`删去代理人${agent.name}`}
        onClick={onRemove}
      />
      <div className={fields.grid}>
        <TextField
          name={field('name')}
          label="姓名"
          value={agent.name}
          warning={nameWarning(agent.name)}
          onType={(name) => onChange({ ...agent, name })}
        />
        {guardian ? (
          <TextField
            name={field('relation')}
            label="关系"
            value={agent.relation}
            placeholder="如：父亲"
            onType={(relation) => onChange({ ...agent, relation })}
          />
        ) : (
          <ListField
            name={field('kind')}
            label="身份"
            value={agent.kind}
            choices={agentKinds
              .filter((kind) => kind !== 'guardian')
              .map((kind) => ({ value: kind, label: agentKindLabels[kind] }))}
            onChoose={(kind) => onChange({ ...agent, kind })}
          />
        )}
        {!guardian && (
          <>
            <TextField
              name={field('employer')}
              label="单位"
              value={agent.employer}
              onType={(employer) => onChange({ ...agent, employer })}
            />
            <TextField
              name={field('licenceNumber')}
              label="执业证号"
              value={agent.licenceNumber}
              onType={(licenceNumber) => onChange({ ...agent, licenceNumber })}
            />
            <FewField
              name={field('authority')}
              label="权限"
              value={agent.authority}
              choices={agentAuthorities.map((authority) => ({
                value: authority,
                label: agentAuthorityLabels[authority],
              }))}
              warning={
                agent.authority === 'general'
                  ? '一般授权不能代为承认、放弃、变更请求或者和解（民事诉讼法第62条）'
                  : undefined
              }
              onChoose={(authority) => onChange({ ...agent, authority })}
              onUnchoose={() => onChange({ ...agent, authority: null })}
            />
          </>
        )}
        <TextField
          name={field('phone')}
          label="电话"
          value={agent.phone}
          warning={
            agent.phone.trim() !== '' && checkPhone(agent.phone) === 'unknown' ? '不像电话号码' : undefined
          }
          onType={(phone) => onChange({ ...agent, phone })}
        />
        <TextField
          name={field('idNumber')}
          label="身份证号"
          value={agent.idNumber}
          onType={(idNumber) => onChange({ ...agent, idNumber })}
        />
      </div>
    </fieldset>
  );
}
