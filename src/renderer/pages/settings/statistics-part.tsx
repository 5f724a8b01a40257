import { useState } from 'react';
import { daysBetween, formatLocalDate, type LocalDate } from '#shared/domain/local-date.ts';
import {
  formatPeriod,
  isOrdinaryCalendar,
  type PeriodRequest,
  periodOf,
  requestHolding,
  type StatisticalCalendar,
  shortPeriodName,
} from '#shared/domain/reporting-period.ts';
import { ListField } from '../../components/fields/choice-field.tsx';
import { FewField } from '../../components/fields/few-field.tsx';
import { moveOnWithEnter } from '../../components/fields/move-on.ts';
import { TextField } from '../../components/fields/text-field.tsx';
import { useOverview } from '../../components/office-facts.tsx';
import { Section } from '../../components/page.tsx';
import { ChoicesFoot } from './choices-foot.tsx';
import { WithKeptSettings } from './kept-settings.tsx';
import styles from './settings.module.css';
import { type KeptSettings, useChoices } from './use-choices.ts';

/** 统计周期: on which day a month ends and with which month a year begins. */
export function StatisticsPart() {
  return <WithKeptSettings>{(kept) => <CalendarChoice kept={kept} />}</WithKeptSettings>;
}

/** 1 to 27; undefined for what is no such day. */
function readDay(typed: string): number | undefined {
  const text = typed.normalize('NFKC').replace(/\s|日|号/g, '');
  const day = /^\d{1,2}$/.test(text) ? Number(text) : 0;
  return day >= 1 && day <= 27 ? day : undefined;
}

/** The day that most courts with a month of their own end it on (domain.md §8.1). */
const usualDay = 25;

function CalendarChoice({ kept }: { readonly kept: KeptSettings }) {
  const { today } = useOverview();
  const [typed, setTyped] = useState<string | null>(null);
  const lacks = typed !== null && readDay(typed) === undefined ? '截止日写 1 到 27 的数' : null;
  const choices = useChoices(kept, lacks);
  const calendar = choices.valueOf('statistics');
  const { lastDayOfMonth, firstMonthOfYear } = calendar;
  const choose = (change: Partial<StatisticalCalendar>) =>
    choices.choose('statistics', { ...calendar, ...change });
  return (
    <Section
      title="统计周期"
      note="一个月统计到哪一天，一年从几月算起；报表、今日和登记簿里的“本月”“今年”都按这里"
    >
      <div className={styles.profile}>
        <div data-form className={`${styles.form} ${styles.wideLabels}`} onKeyDownCapture={moveOnWithEnter}>
          <FewField
            name="monthEnds"
            label="每月统计到"
            value={lastDayOfMonth === null && typed === null ? 'lastDay' : 'day'}
            choices={[
              { value: 'lastDay', label: '月末' },
              { value: 'day', label: '某一日' },
            ]}
            hint="默认到月末。法院当月截止日不是月末的，照法院的填，两边的数才对得上"
            onChoose={(choice) => {
              setTyped(null);
              choose({ lastDayOfMonth: choice === 'lastDay' ? null : usualDay });
            }}
          />
          {(lastDayOfMonth !== null || typed !== null) && (
            <TextField
              name="lastDay"
              label="截止日"
              value={typed ?? String(lastDayOfMonth)}
              maximum={4}
              warning={lacks ?? undefined}
              hint="日，当天算在内；第二天起算下一个月"
              onType={(text) => {
                const day = readDay(text);
                setTyped(day === undefined ? text : null);
                if (day !== undefined) choose({ lastDayOfMonth: day });
              }}
            />
          )}
          <ListField
            name="firstMonth"
            label="统计年度开始"
            value={firstMonthOfYear}
            clearable={false}
            choices={Array.from({ length: 12 }, (_, index) => ({
              value: index + 1,
              label: `${index + 1}月`,
            }))}
            hint="默认 1 月。上年 12 月至本年 11 月为一年的，选 12 月；年度按结束的那一年称呼"
            onChoose={(month) => month !== null && choose({ firstMonthOfYear: month })}
          />
          <p className={styles.hint}>
            已经锁定的月份、已经登记的报送不受影响：当时是哪几天，就还是那几天，照原样重印。未锁定的月份和以后的月份按新的周期算。
          </p>
          {choices.changed && (
            <p className={styles.caution} role="status">
              年中改周期，新旧两种月份之间会有几天重叠或者空着，重叠的几天会在两个月里各算一次。最好从新的统计年度开始时改。
            </p>
          )}
          <ChoicesFoot
            what="统计周期"
            choices={choices}
            lacks={lacks}
            touched={lacks !== null}
            onGiveUp={() => setTyped(null)}
          />
        </div>
        <Meanings calendar={calendar} today={today} />
      </div>
    </Section>
  );
}

/** What today's month, quarter, half and year mean by the rule that stands on the page, saved or not. */
function Meanings(props: { readonly calendar: StatisticalCalendar; readonly today: LocalDate }) {
  const { calendar, today } = props;
  const requests = (['month', 'quarter', 'halfYear', 'year'] as const).map((kind) =>
    requestHolding(kind, today, calendar),
  );
  return (
    <aside className={styles.example} role="status">
      <h3>这样算</h3>
      <p className={styles.hint}>
        今天是{formatLocalDate(today)}
        {isOrdinaryCalendar(calendar) ? '，月、年就是日历上的月、年。' : '，报表上会印实际的起止日期。'}
      </p>
      <dl>
        {requests.map((request) => (
          <Meaning key={request.kind} request={request} calendar={calendar} />
        ))}
      </dl>
    </aside>
  );
}

function Meaning(props: { readonly request: PeriodRequest; readonly calendar: StatisticalCalendar }) {
  const period = periodOf(props.request, props.calendar);
  return (
    <>
      <dt>“{shortPeriodName(props.request)}”</dt>
      <dd>
        {formatPeriod(period)}，共 {daysBetween(period.from, period.to) + 1} 天
      </dd>
    </>
  );
}
