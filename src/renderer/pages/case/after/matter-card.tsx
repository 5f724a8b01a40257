import { Button, Dropdown } from 'antd';
import { useEffect, useState } from 'react';
import type { CaseDetail } from '#shared/contract/cases.ts';
import {
  type AfterDate,
  afterDates,
  dueInWords,
  type MatterCode,
  matterOf,
  matterOpen,
  matterProgress,
  possibleSteps,
  type StepCode,
  statementEffectiveOn,
} from '#shared/domain/after-closing.ts';
import { formatLocalDate } from '#shared/domain/local-date.ts';
import { dueState } from '#shared/domain/period.ts';
import { missingCalendarSentence } from '#shared/domain/rest-days.ts';
import { useOverview } from '../../../components/office-facts.tsx';
import { Section } from '../../../components/page.tsx';
import { ConfirmationForm } from '../confirmation-form.tsx';
import styles from './after.module.css';
import { StepForm } from './step-form.tsx';
import { StepsList } from './steps-list.tsx';
import { type After, partyName } from './use-after.ts';

/** How many steps stand as buttons; the others are in a list behind one. */
const inSight = 2;

type Open = { readonly step: StepCode } | 'ruling' | null;

/** One matter after the closing: where it stands, what day runs, what was done, and the next step as a button. */
export function MatterCard(props: {
  readonly detail: CaseDetail;
  readonly after: After;
  readonly matter: MatterCode;
  readonly shown: boolean;
  /** Somebody was sent here: the form of the next step opens; the number tells two jumps apart. */
  readonly called: number | null;
}) {
  const { detail, after, matter, shown, called } = props;
  const { facts, rules } = after;
  const [open, setOpen] = useState<Open>(null);
  const { label } = matterOf(matter);
  const progress = matterProgress(matter, detail.after.steps, facts);
  const openness = matterOpen(matter, facts, detail.after.steps, rules.settings);
  const possible =
    detail.removed === null && openness.open !== 'no' ? possibleSteps(matter, detail.after.steps, facts) : [];
  const [first] = possible;
  useEffect(() => {
    if (called !== null && first !== undefined) setOpen({ step: first });
  }, [called, first]);
  const ruledAlone =
    matter === 'confirmation' &&
    detail.confirmation !== null &&
    !progress.steps.some(({ step }) => step === 'confirm');
  return (
    <Section
      title={label}
      note={
        <span className={styles.state} data-standing={progress.facts.standing}>
          {progress.facts.label}
        </span>
      }
      actions={
        open === null && (
          <StepButtons
            matter={matter}
            possible={possible}
            onStep={(step) => setOpen({ step })}
            ruling={
              matter === 'confirmation' && detail.removed === null ? (ruledAlone ? 'amend' : 'add') : null
            }
            canRule={ruledAlone || progress.facts.standing !== 'done'}
            onRuling={() => setOpen('ruling')}
          />
        )
      }
    >
      <Standing detail={detail} after={after} matter={matter} ruledAlone={ruledAlone} brief={open !== null} />
      {openness.open === 'no' && progress.facts.standing !== 'done' && (
        <p className={styles.attention}>
          {openness.reason}
          {openness.instead}
        </p>
      )}
      {open === 'ruling' && <ConfirmationForm detail={detail} shown={shown} onDone={() => setOpen(null)} />}
      {open !== null && open !== 'ruling' && (
        <StepForm
          key={`${open.step} ${progress.steps.length}`}
          detail={detail}
          matter={matter}
          step={open.step}
          progress={progress}
          reasonNeeded={openness.open === 'no' ? null : openness.reasonNeeded}
          shown={shown}
          onDone={() => setOpen(null)}
        />
      )}
      <StepsList detail={detail} facts={facts} steps={progress.steps} />
    </Section>
  );
}

function StepButtons(props: {
  readonly matter: MatterCode;
  readonly possible: readonly StepCode[];
  readonly onStep: (step: StepCode) => void;
  readonly ruling: 'add' | 'amend' | null;
  readonly canRule: boolean;
  readonly onRuling: () => void;
}) {
  const { matter, possible, onStep, ruling, canRule, onRuling } = props;
  const labelOf = (step: StepCode) => matterOf(matter).steps[step]?.label ?? step;
  const behind = [
    ...possible.slice(inSight).map((step) => ({ key: step, label: labelOf(step), run: () => onStep(step) })),
    ...(ruling !== null && canRule
      ? [{ key: 'ruling', label: ruling === 'amend' ? '更正裁定' : '只补记裁定', run: onRuling }]
      : []),
  ];
  return (
    <>
      {possible.slice(0, inSight).map((step) => (
        <Button key={step} onClick={() => onStep(step)}>
          {labelOf(step)}
        </Button>
      ))}
      {behind.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: behind.map(({ key, label }) => ({ key, label })),
            onClick: ({ key }) => behind.find((one) => one.key === key)?.run(),
          }}
        >
          <Button aria-label={`${matterOf(matter).label}的其他步骤`}>其他</Button>
        </Dropdown>
      )}
    </>
  );
}

function Standing(props: {
  readonly detail: CaseDetail;
  readonly after: After;
  readonly matter: MatterCode;
  readonly ruledAlone: boolean;
  /** The form below says what to mind. */
  readonly brief: boolean;
}) {
  const { detail, after, matter, ruledAlone, brief } = props;
  const { confirmation } = detail;
  const dates = afterDates(matter, detail.after.steps, after.facts, after.rules.calendars);
  const effective = matter === 'statement' ? statementEffectiveOn(detail.after.steps, after.facts) : null;
  const waiting =
    matter === 'statement' ? matterProgress(matter, detail.after.steps, after.facts).outstanding : [];
  const { state, facts: present } = matterProgress(matter, detail.after.steps, after.facts);
  const [first] = possibleSteps(matter, detail.after.steps, after.facts);
  const begin = first === undefined ? undefined : matterOf(matter).steps[first];
  return (
    <div className={styles.standing}>
      {!brief &&
        present.standing === 'waiting' &&
        begin !== undefined &&
        state === matterOf(matter).first && (
          <p className={styles.hint}>
            {begin.hint}
            {dates.length === 0 && begin.source}
          </p>
        )}
      {ruledAlone && confirmation !== null && (
        <p>
          {confirmation.confirmedOn === null
            ? '裁定日期不详'
            : `${formatLocalDate(confirmation.confirmedOn)}裁定确认`}
          {confirmation.number !== null && `，${confirmation.number}`}
        </p>
      )}
      {effective !== null && (
        <p>
          {formatLocalDate(effective)}生效<span className={styles.source}>　民诉解释 第149条、第151条</span>
        </p>
      )}
      {waiting.length > 0 && (
        <p>还没有签收：{waiting.map((id) => partyName(detail, id)).join('、')}。以最后一方签收之日生效。</p>
      )}
      {dates.length > 0 && (
        <ul className={styles.dates}>
          {dates.map((date) => (
            <Running key={`${date.code} ${date.partyId}`} detail={detail} date={date} />
          ))}
        </ul>
      )}
    </div>
  );
}

/** A last day, as it runs: 还有 12 天，最后一日 2026年12月21日, with the article and where it was moved. */
function Running({ detail, date }: { readonly detail: CaseDetail; readonly date: AfterDate }) {
  const { today } = useOverview();
  const state = dueState(date.due.endsOn, today);
  const whose = partyName(detail, date.partyId);
  const missing = missingCalendarSentence(date.due.uncertainYears);
  const urgency =
    state.kind === 'overdue'
      ? styles.late
      : state.kind === 'dueToday' || state.warning !== undefined
        ? styles.attention
        : undefined;
  return (
    <li>
      {whose !== null && `${whose}：`}
      {date.label}：<span className={urgency}>{dueInWords(date, today)}</span>
      {date.due.rolledDays > 0 && (
        <span className={styles.quiet}>
          （{formatLocalDate(date.due.naturalEndsOn)}是休假日，顺延 {date.due.rolledDays} 天）
        </span>
      )}
      <cite>{date.due.source}</cite>
      {missing !== undefined && <div className={styles.attention}>{missing}</div>}
    </li>
  );
}
