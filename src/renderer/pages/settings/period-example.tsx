import { useMemo, useState } from 'react';
import { type Channel, channelCodes, channels } from '#shared/domain/channel.ts';
import { addDays, formatLocalDate } from '#shared/domain/local-date.ts';
import {
  type MediationPeriod,
  mediationPeriod,
  type PeriodSettings,
  periodStepLabels,
  type SuspensionGround,
  suspensionGroundCodes,
  suspensionGrounds,
} from '#shared/domain/period.ts';
import { indexRestCalendars, missingCalendarSentence, type RestCalendar } from '#shared/domain/rest-days.ts';
import { ListField } from '../../components/fields/choice-field.tsx';
import { DateField, typedDay } from '../../components/fields/date-field.tsx';
import { FewField } from '../../components/fields/few-field.tsx';
import { TextField } from '../../components/fields/text-field.tsx';
import styles from './settings.module.css';

/** The first days of a case in which the example stands still: from the sixth to the tenth day. */
const standstill = { from: 6, to: 10 } as const;

/** One case counted through with the choices as they stand on the page, saved or not. */
export function PeriodExample(props: {
  readonly settings: PeriodSettings;
  readonly calendars: readonly RestCalendar[];
}) {
  const [channel, setChannel] = useState<Channel>('A');
  const [received, setReceived] = useState('2026-11-20');
  const [ground, setGround] = useState<SuspensionGround | null>('appraisal');
  const [extension, setExtension] = useState('10');
  const calendars = useMemo(() => indexRestCalendars(props.calendars), [props.calendars]);
  const receivedOn = typedDay(received);
  const days = /^\d{1,3}$/.test(extension.trim()) ? Number(extension) : 0;
  const period =
    receivedOn === null
      ? undefined
      : mediationPeriod({
          channel,
          procedureKind: 'ordinary',
          receivedOn,
          extensions:
            days === 0
              ? []
              : [{ days, applicantsConsentedOn: receivedOn, respondentsConsentedOn: receivedOn }],
          suspensions:
            ground === null
              ? []
              : [
                  {
                    ground,
                    from: addDays(receivedOn, standstill.from),
                    to: addDays(receivedOn, standstill.to),
                  },
                ],
          settings: props.settings,
          calendars,
        });
  return (
    <aside className={styles.example}>
      <h3>算一算</h3>
      <p className={styles.hint}>按本页现在的选择算，保存前也算得出。</p>
      <div className={styles.exampleForm}>
        <FewField
          name="exampleChannel"
          label="通道"
          value={channel}
          choices={channelCodes.map((code) => ({ value: code, label: channels[code].label }))}
          onChoose={setChannel}
        />
        <DateField name="exampleReceived" label="接收日" typed={received} onType={setReceived} />
        <ListField
          name="exampleGround"
          label="中止"
          value={ground}
          choices={suspensionGroundCodes.map((code) => ({
            value: code,
            label: suspensionGrounds[code].label,
          }))}
          placeholder="没有中止"
          hint="第 6 日至第 10 日"
          onChoose={setGround}
        />
        <TextField
          name="exampleExtension"
          label="延期"
          value={extension}
          maximum={3}
          hint="日，双方在接收当日同意"
          onType={setExtension}
        />
      </div>
      {period !== undefined && <Computed period={period} warnAtDays={props.settings.warnAtDays} />}
    </aside>
  );
}

function Computed(props: { readonly period: MediationPeriod; readonly warnAtDays: readonly number[] }) {
  const { period } = props;
  if (period.kind !== 'determined') return <p>这一天没有适用的期限规定。</p>;
  const missing = missingCalendarSentence(period.uncertainYears);
  const left = period.extensions.some(({ counted }) => !counted);
  const idle = period.suspensions.some(({ problem }) => problem === 'groundDoesNotStop');
  return (
    <div role="status">
      <ol className={styles.steps}>
        {period.steps.map((step) => (
          <li key={`${step.what} ${step.from}`}>
            <strong>{periodStepLabels[step.what]}</strong>{' '}
            {step.what === 'receipt'
              ? formatLocalDate(step.from)
              : `${formatLocalDate(step.from)}至${formatLocalDate(step.to)}，${step.days} 天`}
            <cite>{step.source}</cite>
          </li>
        ))}
      </ol>
      <p className={styles.result}>到期日：{formatLocalDate(period.endsOn)}</p>
      {left && <p className={styles.caution}>延期超过上限，没有计入。</p>}
      {idle && <p className={styles.caution}>这种中止照常计算期限。</p>}
      {props.warnAtDays.length > 0 && (
        <p className={styles.hint}>
          提醒：{props.warnAtDays.map((days) => formatLocalDate(addDays(period.endsOn, -days))).join('、')}
        </p>
      )}
      {missing !== undefined && <p className={styles.caution}>{missing}</p>}
    </div>
  );
}
