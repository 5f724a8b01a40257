import { Button, Checkbox, Radio } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { CaseDetail, ClosingFacts } from '#shared/contract/cases.ts';
import {
  causeRestriction,
  indexCauses,
  isSpecificCause,
  matchCause,
} from '#shared/domain/cause-of-action.ts';
import {
  type ClosingCode,
  type ClosingOutcome,
  closingCodeSchema,
  closingCodes,
  closings,
} from '#shared/domain/closing.ts';
import { formatLocalDate, type LocalDate } from '#shared/domain/local-date.ts';
import { office } from '../../api.ts';
import { DateField, typedDay } from '../../components/fields/date-field.tsx';
import { Field } from '../../components/fields/field.tsx';
import { focusFieldSoon } from '../../components/fields/move-on.ts';
import { LongTextField } from '../../components/fields/text-field.tsx';
import { useOverview, useReference } from '../../components/office-facts.tsx';
import { Section } from '../../components/page.tsx';
import shared from './case.module.css';
import styles from './closing-form.module.css';
import { SaveBar } from './save-bar.tsx';
import type { SectionProps } from './section.ts';
import { useUnsaved } from './unsaved.tsx';
import { useCommand } from './use-case.ts';

const groups: readonly { readonly outcome: ClosingOutcome; readonly title: string }[] = [
  { outcome: 'success', title: '调解成功' },
  { outcome: 'returned', title: '退回（不计入结案）' },
  { outcome: 'failure', title: '未能调成' },
];

/** Which day a closing of that kind bears (domain.md §2.3); said, never filled in. */
const dayRules: Partial<Readonly<Record<ClosingCode, string>>> = {
  C11: '最后一方在协议上签署之日',
  C12: '记录口头协议之日',
  C13: '履行完毕之日',
  C14: '提交撤诉申请之日',
  C15: '最后一方在协议上签署之日',
};

/** Ends a case: how, on which day, and why. The day is typed by somebody, never filled in. */
export function ClosingForm({ detail, go, jump, shown }: SectionProps) {
  const { today } = useOverview();
  const form = useRef<HTMLDivElement>(null);
  const [code, setCode] = useState<ClosingCode | null>(null);
  const [closedOn, setClosedOn] = useState('');
  const [partly, setPartly] = useState(false);
  const [reason, setReason] = useState('');
  const close = useCommand({
    run: (closing: ClosingFacts) =>
      office.cases.close({ caseId: detail.id, version: detail.version, closing }),
  });
  useUnsaved('结案', code !== null || closedOn !== '' || reason !== '');
  useEffect(() => {
    if (jump === null) return;
    // Who is sent here with a way of ending has chosen it with the button; the day is theirs to type.
    const chosen = closingCodeSchema.safeParse(jump.field.replace(/^code:/, '')).data;
    if (chosen !== undefined) setCode(chosen);
    focusFieldSoon(chosen === undefined ? 'code' : 'closedOn', form.current ?? document);
  }, [jump]);

  const day = typedDay(closedOn);
  const outcome = code === null ? null : closings[code].outcome;
  const reasonWanted = outcome === 'failure' || outcome === 'returned';
  const lacking = [...(code === null ? ['终结方式'] : []), ...(day === null ? ['终结日期'] : [])];
  const offered = closingCodes.filter((one) => closings[one].channels.includes(detail.facts.channel));
  return (
    <Section title="结案" note="终结后案件计入终结日期所在的月份">
      <div ref={form} className={styles.closingForm}>
        <Warnings detail={detail} code={code} go={go} />
        <Field name="code" label="终结方式">
          {(control) => (
            <Radio.Group
              {...control}
              aria-label="终结方式"
              value={code}
              className={styles.codes ?? ''}
              onChange={(event) => setCode(event.target.value)}
            >
              {groups.map((group) => (
                <div key={group.outcome} className={styles.codeGroup}>
                  <h3>{group.title}</h3>
                  {offered
                    .filter((one) => closings[one].outcome === group.outcome)
                    .map((one) => (
                      <Radio key={one} value={one} title={closings[one].source}>
                        <span className={styles.code}>{one}</span> {closings[one].label}
                      </Radio>
                    ))}
                </div>
              ))}
            </Radio.Group>
          )}
        </Field>
        <div className={styles.closingDay}>
          <DateField
            name="closedOn"
            label="终结日期"
            hint={code === null ? undefined : (dayRules[code] ?? '终结报告之日')}
            typed={closedOn}
            doubt={dayDoubt(day, detail, today)}
            onType={setClosedOn}
          />
          <OfferedDay detail={detail} typed={closedOn} onTake={setClosedOn} />
        </div>
        {outcome === 'success' && (
          <Field name="partly" label="范围">
            {(control) => (
              <div className={styles.partly}>
                <Checkbox {...control} checked={partly} onChange={(event) => setPartly(event.target.checked)}>
                  部分达成（计入成功，另列一栏）
                </Checkbox>
              </div>
            )}
          </Field>
        )}
        <LongTextField
          name="reason"
          label="原因说明"
          rows={3}
          maximum={2000}
          value={reason}
          placeholder={reasonWanted ? '未成的原因，终结报告和复函要用' : ''}
          onType={setReason}
        />
        <SaveBar
          shown={shown}
          label="结案"
          ready={lacking.length === 0}
          why={`还缺：${lacking.join('、')}`}
          pending={close.isPending}
          error={close.error}
          onSave={() =>
            code !== null &&
            day !== null &&
            close.mutate({
              code,
              closedOn: day,
              partly: partly && outcome === 'success',
              reason: reason.trim() === '' ? null : reason.trim(),
            })
          }
        />
      </div>
    </Section>
  );
}

function dayDoubt(day: LocalDate | null, detail: CaseDetail, today: LocalDate): string | undefined {
  if (day === null) {
    return undefined;
  }
  if (day > today) {
    return '晚于今天';
  }
  return detail.facts.receivedOn !== null && day < detail.facts.receivedOn
    ? `早于接收日 ${formatLocalDate(detail.facts.receivedOn)}，不能这样登记`
    : undefined;
}

/** The signing day stands in the agreement: one press takes it over. */
function OfferedDay(props: {
  readonly detail: CaseDetail;
  readonly typed: string;
  readonly onTake: (day: string) => void;
}) {
  const signed = props.detail.agreement?.signedOn ?? null;
  if (signed === null || props.typed !== '') {
    return null;
  }
  return (
    <Button size="small" onClick={() => props.onTake(signed)}>
      用协议签订日 {formatLocalDate(signed)}
    </Button>
  );
}

function Warnings(props: {
  readonly detail: CaseDetail;
  readonly code: ClosingCode | null;
  readonly go: SectionProps['go'];
}) {
  const { detail, code, go } = props;
  const reference = useReference();
  const index = indexCauses(
    (reference?.causes ?? []).map((cause) => ({ ...cause, level: cause.level as 1 | 2 | 3 | 4 })),
  );
  const cause = detail.facts.cause === null ? undefined : matchCause(index, detail.facts.cause.name);
  const restriction = cause === undefined ? undefined : causeRestriction(cause);
  const warnings: { readonly words: string; readonly to?: () => void }[] = [];
  if (detail.facts.receivedOn === null) {
    warnings.push({ words: '没有接收日，结案后不计入统计', to: () => go('facts', 'receivedOn') });
  }
  if (detail.facts.cause === null) {
    warnings.push({ words: '案由未填，结案前应落到三级或四级案由', to: () => go('facts', 'cause') });
  } else if (cause !== undefined && !isSpecificCause(cause)) {
    warnings.push({ words: '案由未落到三级或四级', to: () => go('facts', 'cause') });
  }
  if ((code === 'C11' || code === 'C13' || code === 'C15') && detail.agreement === null) {
    warnings.push({ words: '还没有登记协议内容', to: () => go('agreement', 'terms') });
  }
  if (restriction?.kind === 'notMediable') {
    warnings.push({ words: restriction.sentence });
  }
  return warnings.length === 0 ? null : (
    <ul className={shared.warnings}>
      {warnings.map(({ words, to }) => (
        <li key={words}>
          ▲ {words}
          {to !== undefined && (
            <Button type="link" size="small" onClick={to}>
              去填写
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
