import { Button } from 'antd';
import { type ReactNode, useMemo, useState } from 'react';
import { formatLocalDate, type LocalDate } from '#shared/domain/local-date.ts';
import { dueDayOf, type ReportDuty, restDayNote } from '#shared/domain/report-duty.ts';
import {
  namedPeriodKindSchema,
  periodKinds,
  requestHolding,
  type StatisticalCalendar,
  shortPeriodName,
} from '#shared/domain/reporting-period.ts';
import { indexRestCalendars, type RestCalendars } from '#shared/domain/rest-days.ts';
import { FewField } from '../../components/fields/few-field.tsx';
import fields from '../../components/fields/fields.module.css';
import { moveOnWithEnter } from '../../components/fields/move-on.ts';
import { TextField } from '../../components/fields/text-field.tsx';
import { useOverview } from '../../components/office-facts.tsx';
import { Section } from '../../components/page.tsx';
import { ChoicesFoot } from './choices-foot.tsx';
import { WithKeptSettings } from './kept-settings.tsx';
import { type DutyDraft, draftOfDuty, newDuty, readDuty } from './report-duty-draft.ts';
import styles from './subsidies-part.module.css';
import { type KeptSettings, useChoices } from './use-choices.ts';

/** 报送事项: which tables the office hands in, to whom and by which day. */
export function ReportDutiesPart() {
  return <WithKeptSettings>{(kept) => <Duties kept={kept} />}</WithKeptSettings>;
}

/** What keeps the list from being saved, in words; null where nothing does. */
function lacksOf(drafts: readonly DutyDraft[], calendar: StatisticalCalendar): string | null {
  for (const [place, draft] of drafts.entries()) {
    const read = readDuty(draft, calendar);
    if ('lacks' in read) return `第 ${place + 1} 项还缺：${read.lacks}`;
  }
  return null;
}

function Duties({ kept }: { readonly kept: KeptSettings }) {
  const { today, statistics } = useOverview();
  const [typed, setTyped] = useState<readonly DutyDraft[] | null>(null);
  const drafts = typed ?? kept.reports.value.duties.map(draftOfDuty);
  const lacks = lacksOf(drafts, statistics);
  const choices = useChoices(kept, lacks);
  const calendars = useMemo(
    () => indexRestCalendars(kept.calendars.map(({ calendar }) => calendar)),
    [kept.calendars],
  );
  const edit = (next: readonly DutyDraft[]) => {
    setTyped(next);
    choices.choose('reports', {
      duties: next.flatMap((draft) => {
        const read = readDuty(draft, statistics);
        return 'duty' in read ? [read.duty] : [];
      }),
    });
  };
  return (
    <Section
      title="报送事项"
      note="哪些表、报给谁、几日以前；到期前 3 个工作日起，“今日”会提醒"
      actions={<Button onClick={() => edit([...drafts, newDuty(drafts)])}>添加一项</Button>}
    >
      <div data-form className={styles.rules} onKeyDownCapture={moveOnWithEnter}>
        {drafts.length === 0 && <p className={styles.hint}>没有要按期报送的表。要报送的，逐项添加。</p>}
        {drafts.map((draft, place) => (
          <DutyFields
            key={draft.id}
            place={place}
            draft={draft}
            example={<Example draft={draft} today={today} calendar={statistics} restDays={calendars} />}
            onChange={(change) =>
              edit(drafts.map((one) => (one.id === draft.id ? { ...one, ...change } : one)))
            }
            onRemove={() => edit(drafts.filter((one) => one.id !== draft.id))}
          />
        ))}
        <p className={styles.hint}>
          没有统一规定，默认是次月 5 日报月报，季报、半年报晚几天，年报 1 月 15
          日；请按政协、法院的要求改。分别报送、日子不同的，分成两项。已经登记的报送不受修改影响。
        </p>
        <ChoicesFoot
          what="报送事项"
          choices={choices}
          lacks={lacks}
          touched={typed !== null && lacks !== null}
          onGiveUp={() => setTyped(null)}
        />
      </div>
    </Section>
  );
}

function DutyFields(props: {
  readonly place: number;
  readonly draft: DutyDraft;
  readonly example: ReactNode;
  readonly onChange: (change: Partial<DutyDraft>) => void;
  readonly onRemove: () => void;
}) {
  const { place, draft, onChange } = props;
  return (
    <fieldset className={styles.rule}>
      <legend>
        第 {place + 1} 项{draft.active ? '' : '（停用）'}
      </legend>
      <div className={fields.grid}>
        <TextField
          name={`name:${place}`}
          label="名称"
          maximum={50}
          placeholder="如：月报"
          value={draft.name}
          onType={(name) => onChange({ name })}
        />
        <TextField
          name={`recipients:${place}`}
          label="报送给"
          maximum={100}
          placeholder="如：政协、法院"
          value={draft.recipients}
          onType={(recipients) => onChange({ recipients })}
        />
        <FewField
          name={`of:${place}`}
          label="每"
          value={draft.of}
          choices={namedPeriodKindSchema.options.map((kind) => ({
            value: kind,
            label: periodKinds[kind].label,
          }))}
          onChoose={(of) => onChange({ of })}
        />
        <FewField
          name={`monthsAfter:${place}`}
          label="在"
          value={draft.monthsAfter}
          choices={[
            { value: 'same', label: '当月' },
            { value: 'next', label: '次月' },
          ]}
          onChoose={(monthsAfter) => onChange({ monthsAfter })}
        />
        <TextField
          name={`day:${place}`}
          label="几日以前"
          maximum={4}
          value={draft.day}
          hint="日，当天算在内"
          onType={(day) => onChange({ day })}
        />
        <TextField
          name={`from:${place}`}
          label="从哪月起"
          maximum={12}
          placeholder="如 2026年12月"
          value={draft.from}
          hint="这个月起要报；空着就是登记簿启用的那个月"
          onType={(from) => onChange({ from })}
        />
      </div>
      {props.example}
      <Button
        type="link"
        size="small"
        aria-label={`${draft.active ? '停用' : '恢复'}第 ${place + 1} 项`}
        onClick={() => onChange({ active: !draft.active })}
      >
        {draft.active ? '停用' : '恢复'}
      </Button>
      <Button
        type="link"
        size="small"
        aria-label={`删去这一项（第 ${place + 1} 项）`}
        onClick={props.onRemove}
      >
        删去这一项
      </Button>
    </fieldset>
  );
}

/** What the line means for the period under way, rest day said. */
function Example(props: {
  readonly draft: DutyDraft;
  readonly today: LocalDate;
  readonly calendar: StatisticalCalendar;
  readonly restDays: RestCalendars;
}) {
  const read = readDuty(props.draft, props.calendar);
  if ('lacks' in read || !props.draft.active) return null;
  return <p className={styles.hint}>{exampleOf(read.duty, props)}</p>;
}

function exampleOf(
  duty: ReportDuty,
  at: {
    readonly today: LocalDate;
    readonly calendar: StatisticalCalendar;
    readonly restDays: RestCalendars;
  },
): string {
  const request = requestHolding(duty.of, at.today, at.calendar);
  const dueOn = dueDayOf(duty, request, at.calendar);
  const note = restDayNote(dueOn, at.restDays);
  const rest =
    note === null
      ? ''
      : `（${note.name}，休息日不顺延，前一个工作日是${formatLocalDate(note.workingDayBefore)}）`;
  return `如：${shortPeriodName(request)}的，${formatLocalDate(dueOn)}以前报送${rest}。`;
}
