import { Checkbox } from 'antd';
import { useState } from 'react';
import { channelCodes, channels, mediationPeriodRule } from '#shared/domain/channel.ts';
import { contactSource } from '#shared/domain/contact.ts';
import { suspensionGroundCodes, suspensionGrounds } from '#shared/domain/period.ts';
import { FewField } from '../../components/fields/few-field.tsx';
import { Field } from '../../components/fields/field.tsx';
import { moveOnWithEnter } from '../../components/fields/move-on.ts';
import { TextField } from '../../components/fields/text-field.tsx';
import { useOverview } from '../../components/office-facts.tsx';
import { Section } from '../../components/page.tsx';
import { ChoicesFoot } from './choices-foot.tsx';
import { WithKeptSettings } from './kept-settings.tsx';
import { PeriodExample } from './period-example.tsx';
import { type PeriodTextName, type PeriodTexts, readPeriodTexts, textsOf } from './period-texts.ts';
import styles from './settings.module.css';
import { type KeptSettings, useChoices } from './use-choices.ts';

/** How periods are counted where the law leaves a choice; every change moves the dates of the cases under way. */
export function PeriodsPart() {
  return <WithKeptSettings>{(kept) => <PeriodChoice kept={kept} />}</WithKeptSettings>;
}

function PeriodChoice({ kept }: { readonly kept: KeptSettings }) {
  const { today } = useOverview();
  const [typed, setTyped] = useState<PeriodTexts>({});
  const { problems } = readPeriodTexts(typed, kept.period.value, kept.contact.value);
  const [first] = Object.values(problems);
  const lacks = first ?? null;
  const choices = useChoices(kept, lacks);
  const period = choices.valueOf('period');
  const contact = choices.valueOf('contact');
  const texts = { ...textsOf(period, contact), ...(choices.changed || lacks !== null ? typed : {}) };
  const type = (name: PeriodTextName, value: string) => {
    const all = { ...(choices.changed || lacks !== null ? typed : {}), [name]: value };
    setTyped(all);
    const read = readPeriodTexts(all, period, contact);
    choices.choose('period', read.period);
    choices.choose('contact', read.contact);
  };
  const text = (name: PeriodTextName, label: string, hint: string, placeholder = '') => (
    <TextField
      name={name}
      label={label}
      value={texts[name]}
      maximum={20}
      placeholder={placeholder}
      hint={hint}
      warning={problems[name]}
      onType={(value) => type(name, value)}
    />
  );
  return (
    <Section title="期限" note="法律留给本室决定的几项；改了以后，在办案件的到期日随即重新计算">
      <div className={styles.profile}>
        <div data-form className={`${styles.form} ${styles.wideLabels}`} onKeyDownCapture={moveOnWithEnter}>
          <h3 className={styles.formHead}>怎么数</h3>
          <FewField
            name="countStartDay"
            label="接收当日"
            value={period.countStartDay ? 'counted' : 'notCounted'}
            choices={[
              { value: 'notCounted', label: '不计入' },
              { value: 'counted', label: '计入' },
            ]}
            hint="默认不计入，次日为第 1 日。参照民事诉讼法 第85条第2款"
            onChoose={(choice) =>
              choices.choose('period', { ...period, countStartDay: choice === 'counted' })
            }
          />
          <FewField
            name="rollForward"
            label="末日是休假日"
            value={period.rollForward ? 'rolled' : 'notRolled'}
            choices={[
              { value: 'rolled', label: '顺延' },
              { value: 'notRolled', label: '不顺延' },
            ]}
            hint="默认顺延到下一个上班日。参照民事诉讼法 第85条第3款"
            onChoose={(choice) => choices.choose('period', { ...period, rollForward: choice === 'rolled' })}
          />
          {text(
            'customaryDays',
            '自行受理期限',
            '日。默认 30 日：没有法定期限，惯例为一个月（原司法部令第75号 第33条）',
            '30',
          )}
          <h3 className={styles.formHead}>延期合计最多几日</h3>
          {channelCodes.map((channel) => {
            const rule = mediationPeriodRule(channel, 'ordinary', today);
            const most = rule?.extensionDays ?? 'unlimited';
            const byRule = most === 'unlimited' ? '不限' : String(most);
            const source =
              channel === 'C' ? '双方同意即可（惯例）' : (rule?.source ?? '').replace(/^法释[^；]*；/, '');
            return (
              <div key={channel}>
                {text(
                  `extension${channel}`,
                  channels[channel].label,
                  `默认${most === 'unlimited' ? '不限' : ` ${most} 日`}。${source}`,
                  byRule,
                )}
              </div>
            );
          })}
          <h3 className={styles.formHead}>中止</h3>
          <Field
            name="stoppingGrounds"
            label="不计入期限"
            hint={suspensionGroundCodes
              .map((code) => `${suspensionGrounds[code].label}：${suspensionGrounds[code].source}`)
              .join('。')}
          >
            {({ id: _id, ...control }) => (
              <Checkbox.Group
                {...control}
                aria-label="中止的这些日子不计入期限"
                value={[...period.stoppingGrounds]}
                options={suspensionGroundCodes.map((code) => ({
                  value: code,
                  label: suspensionGrounds[code].label,
                }))}
                onChange={(grounds) =>
                  choices.choose('period', {
                    ...period,
                    stoppingGrounds: suspensionGroundCodes.filter((code) => grounds.includes(code)),
                  })
                }
              />
            )}
          </Field>
          <h3 className={styles.formHead}>提醒</h3>
          {text('warnAtDays', '到期前几天', '天，默认 5、3、1', '不提醒')}
          {text('tries', '联系不上', `次没联系上，默认 3 次。${contactSource}`)}
          {text('triedDays', '至少分在', '天里联系，默认 2 天')}
          <ChoicesFoot
            what="期限"
            choices={choices}
            lacks={lacks}
            touched={lacks !== null}
            onGiveUp={() => setTyped({})}
          />
        </div>
        <PeriodExample settings={period} calendars={kept.calendars.map(({ calendar }) => calendar)} />
      </div>
    </Section>
  );
}
