import { Button } from 'antd';
import { memo, useState } from 'react';
import { caseSourceCodes, channelCodes, channels, procedureKinds } from '#shared/domain/channel.ts';
import { caseSourceLabels, procedureKindLabels } from '#shared/domain/glossary.ts';
import { dateParts } from '#shared/domain/local-date.ts';
import { ListField } from '../fields/choice-field.tsx';
import { DateField } from '../fields/date-field.tsx';
import { FewField } from '../fields/few-field.tsx';
import { LongTextField } from '../fields/text-field.tsx';
import { useOverview } from '../office-facts.tsx';
import styles from './case-form.module.css';
import { CauseField } from './cause-field.tsx';
import { ClaimField } from './claim-field.tsx';
import { courtChoice } from './court-choice.ts';
import { CourtNumberField } from './court-number-field.tsx';
import type { FactsChange } from './facts-change.ts';
import type { FactsDraft } from './facts-draft.ts';
import { factsWarnings, mediationPeriod } from './facts-warnings.ts';
import { MediatorField } from './mediator-field.tsx';
import { MoreFacts } from './more-facts.tsx';
import { TransferFields } from './transfer-fields.tsx';

type FactsFieldsProps = {
  readonly draft: FactsDraft;
  readonly onChange: FactsChange;
  /** Everything is shown at once, not only what most cases need. */
  readonly whole?: boolean;
};

/** Where the case comes from, its numbers and days, its cause and sum, what is asked for and who mediates. */
export const FactsFields = memo(function FactsFields({ draft, onChange, whole }: FactsFieldsProps) {
  const { today, courts, channels: enabled, period: settings } = useOverview();
  const [open, setOpen] = useState(false);
  const warnings = factsWarnings(draft, today);
  const period = mediationPeriod(draft, settings);
  const shut = channelCodes.filter((code) => !enabled[code]);
  const court = courts.find(({ id }) => id === draft.courtId);
  return (
    <div className={whole === true ? styles.whole : styles.rows}>
      <div className={styles.rows}>
        <FewField
          name="channel"
          label="通道"
          value={draft.channel}
          choices={channelCodes
            .filter((code) => enabled[code] || code === draft.channel)
            .map((code) => ({
              value: code,
              label: channels[code].label,
              title: channels[code].meaning,
            }))}
          hint={
            shut.length === 0
              ? undefined
              : `本室没有开通${shut.map((code) => channels[code].label).join('、')}；要登记的，先到“设置—通道”开通`
          }
          onChoose={(channel) => onChange({ channel })}
          onUnchoose={() => onChange({ channel: null })}
        />
        <div className={styles.pair}>
          <ListField
            name="source"
            label="来源"
            value={draft.source}
            clearable={false}
            choices={caseSourceCodes.map((code) => ({ value: code, label: caseSourceLabels[code] }))}
            onChoose={(source) => onChange({ source })}
          />
          <ListField
            name="courtId"
            label="法院"
            value={draft.courtId}
            placeholder={draft.channel === 'C' ? '没有可不填' : '请选择'}
            choices={courts.filter((one) => one.active || one.id === draft.courtId).map(courtChoice)}
            from="courts"
            onChoose={(courtId) => onChange({ courtId })}
          />
        </div>
        <CourtNumberField
          numbers={draft.courtNumbers}
          typed={draft.courtNumberTyped}
          channel={draft.channel}
          court={court}
          year={dateParts(today).year}
          onChange={(courtNumbers, courtNumberTyped) => onChange({ courtNumbers, courtNumberTyped })}
        />
        <div className={styles.pair}>
          <DateField
            name="receivedOn"
            label="接收日"
            hint="签收材料之日，统计以此为准"
            typed={draft.receivedOn}
            doubt={warnings.receivedOn}
            onType={(receivedOn) => onChange({ receivedOn })}
          />
          <DateField
            name="filedOn"
            label="法院收案"
            typed={draft.filedOn}
            doubt={warnings.filedOn}
            onType={(filedOn) => onChange({ filedOn })}
          />
        </div>
        {draft.channel === 'B' && (
          <FewField
            name="procedureKind"
            label="程序类型"
            value={draft.procedureKind}
            choices={procedureKinds.map((kind) => ({ value: kind, label: procedureKindLabels[kind] }))}
            warning={warnings.procedureKind}
            onChoose={(procedureKind) => onChange({ procedureKind })}
            onUnchoose={() => onChange({ procedureKind: null })}
          />
        )}
        {draft.channel === 'C' && (
          <TransferFields draft={draft} doubt={warnings.letterOn} onChange={onChange} />
        )}
        {period !== undefined && (
          <p className={styles.period} title={period.source}>
            {period.words}
          </p>
        )}
        <CauseField value={draft.cause} onChoose={(cause) => onChange({ cause })} />
        <ClaimField
          kind={draft.claimKind}
          typed={draft.claimTyped}
          onChange={(claimKind, claimTyped) => onChange({ claimKind, claimTyped })}
        />
        <LongTextField
          name="claims"
          label="请求事项"
          value={draft.claims}
          rows={2}
          onType={(claims) => onChange({ claims })}
        />
        <LongTextField
          name="facts"
          label="简要案情"
          value={draft.facts}
          rows={3}
          placeholder="时间、经过、争议；没有载明的不必写"
          onType={(facts) => onChange({ facts })}
        />
        <MediatorField value={draft.mediatorId} onChoose={(mediatorId) => onChange({ mediatorId })} />
      </div>
      {whole === true || open || moreIsKnown(draft) ? (
        <div className={styles.rows}>
          <MoreFacts draft={draft} onChange={onChange} />
        </div>
      ) : (
        <Button type="link" size="small" className={styles.more ?? ''} onClick={() => setOpen(true)}>
          更多：函号、法庭、承办法官、标记、旗区、备注
        </Button>
      )}
    </div>
  );
});

function moreIsKnown(draft: FactsDraft): boolean {
  return (
    [
      draft.letterNumber,
      draft.channel === 'C' ? '' : draft.letterOn,
      draft.tribunal,
      draft.judge,
      draft.clerk,
      draft.district,
      draft.remarks,
    ].some((typed) => typed !== '') || draft.marks.length > 0
  );
}
