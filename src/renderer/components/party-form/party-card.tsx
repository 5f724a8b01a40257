import { CloseOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { type ClipboardEvent, memo, useState } from 'react';
import { partyKindLabels, partyRoleLabels } from '#shared/domain/glossary.ts';
import { partyKinds, partyRoles } from '#shared/domain/party.ts';
import { MoreAboutParty } from './more-about-party.tsx';
import { NameField } from './name-field.tsx';
import { OrganisationFields } from './organisation-fields.tsx';
import type { PartyDraft } from './party-draft.ts';
import type { PartyFieldsProps } from './party-fields.ts';
import { fillFromKnown, fillFromLine } from './party-filling.ts';
import styles from './party-form.module.css';
import { partyWarnings } from './party-warnings.ts';
import { PersonFields } from './person-fields.tsx';

type PartyCardProps = PartyFieldsProps & {
  readonly place: number;
  readonly onRemove: ((key: string) => void) | undefined;
  /** Several lines were pasted into the name: one party each. True where they were taken. */
  readonly onPasteLines: (key: string, text: string) => boolean;
};

/** One party: who, what kind, how to find them. The name field takes a whole pasted line apart. */
export const PartyCard = memo(function PartyCard(props: PartyCardProps) {
  const { party, today, place, onChange, onRemove, onPasteLines } = props;
  const [open, setOpen] = useState(false);
  const [filled, setFilled] = useState<readonly string[]>([]);
  const [unseen, setUnseen] = useState<string>();
  const warnings = partyWarnings(party, today);
  const title = `${partyRoleLabels[party.role]}${party.name.trim() === '' ? '' : ` ${party.name}`}`;

  const takeLine = (text: string): boolean => {
    const filling = fillFromLine(party, text);
    if (filling === undefined) {
      return false;
    }
    onChange(filling.party);
    setFilled(filling.filled);
    setUnseen(filling.unseen);
    return true;
  };
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text');
    if (onPasteLines(party.key, text) || takeLine(text)) {
      event.preventDefault();
    }
  };

  return (
    <section
      className={styles.partyCard}
      aria-label={`第 ${place} 位当事人：${title}`}
      data-party={party.key}
    >
      <div className={styles.partyHead}>
        <div data-pass-over className={styles.partyRole}>
          <Select
            aria-label="诉讼地位"
            value={party.role}
            options={partyRoles.map((role) => ({ value: role, label: partyRoleLabels[role] }))}
            onChange={(role) => onChange({ ...party, role })}
          />
        </div>
        <NameField
          party={party}
          warning={warnings.name}
          onChange={onChange}
          onPaste={paste}
          onLeave={() => takeLine(party.name)}
          onKnown={(known) => {
            onChange(fillFromKnown(party, known));
            setFilled(['以前登记的资料']);
            setUnseen(undefined);
          }}
        />
        <div data-pass-over className={styles.partyKind}>
          <Select
            aria-label="当事人类型"
            value={party.kind}
            popupMatchSelectWidth={false}
            options={partyKinds.map((kind) => ({ value: kind, label: partyKindLabels[kind] }))}
            onChange={(kind) => onChange({ ...party, kind, kindChosen: true })}
          />
        </div>
        {onRemove !== undefined && (
          <Button
            type="text"
            icon={<CloseOutlined />}
            aria-label={`删去${title}`}
            title="删去这位当事人"
            onClick={() => onRemove(party.key)}
          />
        )}
      </div>
      {filled.length > 0 && (
        <div className={styles.partyFilled} role="status">
          已自动填入：{filled.join('、')}。请核对。
          {unseen !== undefined && `这一行里${unseen}，姓名中的已去掉。`}
        </div>
      )}
      {party.kind === 'naturalPerson' ? (
        <PersonFields party={party} onChange={onChange} warnings={warnings} />
      ) : (
        <OrganisationFields party={party} onChange={onChange} warnings={warnings} />
      )}
      {open ? (
        <MoreAboutParty party={party} today={today} onChange={onChange} warnings={warnings} />
      ) : (
        <div className={styles.partyMore}>
          <Button type="link" size="small" data-more onClick={() => setOpen(true)}>
            更多：{moreSummary(party)}
          </Button>
        </div>
      )}
    </section>
  );
});

function moreSummary(party: PartyDraft): string {
  const known = [
    ...party.agents.map((agent) => `${agent.kind === 'guardian' ? '法定代理人' : '代理人'} ${agent.name}`),
    ...(party.serviceAddress === '' ? [] : [`送达地址 ${party.serviceAddress}`]),
    ...(party.electronicService === 'agreed' ? ['同意电子送达'] : []),
  ];
  return known.length > 0 ? known.join('；') : '代理人、法定代理人、送达地址、证件种类、备注';
}
