import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Input } from 'antd';
import type { AgreementEffect } from '#shared/contract/agreements.ts';
import type { CaseDetail } from '#shared/contract/cases.ts';
import { causeRestriction, indexCauses, matchCause } from '#shared/domain/cause-of-action.ts';
import { query } from '../../../api.ts';
import { courtChoice } from '../../../components/case-form/court-choice.ts';
import { ListField } from '../../../components/fields/choice-field.tsx';
import { FewField } from '../../../components/fields/few-field.tsx';
import { Field } from '../../../components/fields/field.tsx';
import { useOverview, useReference } from '../../../components/office-facts.tsx';
import styles from './agreement.module.css';
import type { AgreementDraft } from './agreement-draft.ts';
import { effectHint, effectLabels, effectsOffered, namesCourt } from './effect-words.ts';
import { VagueWords } from './vague-words.tsx';

type ClausesProps = {
  readonly detail: CaseDetail;
  readonly draft: AgreementDraft;
  readonly onChange: (part: Partial<AgreementDraft>) => void;
};

/** A court's confirmation or statement makes an agreement enforceable (民事诉讼法 第206条、第247条); nothing else does. */
const enforceable: ReadonlySet<AgreementEffect | null> = new Set([
  'judicialConfirmation',
  'conciliationStatement',
]);

const enforceableWordings = [
  {
    label: '一期违约全部到期',
    text: '被申请人任一期未按期足额支付的，剩余未付款项视为全部到期，申请人有权就全部剩余款项申请强制执行。',
  },
  { label: '逾期可申请执行', text: '被申请人未按期足额支付的，申请人有权就未付款项申请强制执行。' },
] as const;

const otherWordings = [
  {
    label: '一期违约全部到期',
    text: '被申请人任一期未按期足额支付的，剩余未付款项视为全部到期，申请人有权要求一次付清全部剩余款项。',
  },
  { label: '逾期可起诉', text: '被申请人未按期足额支付的，申请人有权就未付款项向人民法院提起诉讼。' },
] as const;

const costWordings = [
  { label: '各自承担', text: '双方因本纠纷已支出的费用由各自承担。' },
  { label: '减半由被申请人负担', text: '案件受理费减半收取，由被申请人负担。' },
] as const;

/** What follows a default, who bears the costs, whether it is the end of the dispute, and what the agreement leads to. */
export function Clauses({ detail, draft, onChange }: ClausesProps) {
  const { courts } = useOverview();
  const restriction = useRestriction(detail);
  const confirmationInChannelB =
    useQuery(query.settings.all.queryOptions()).data?.afterClosing.value.confirmationInChannelB ?? false;
  const { channel } = detail.facts;
  const restricted =
    draft.effect === 'judicialConfirmation' && restriction !== undefined
      ? `${restriction.sentence}（${restriction.source}）`
      : undefined;
  return (
    <div className={styles.clauses}>
      <Clause
        name="defaultClause"
        label="违约责任"
        value={draft.defaultClause}
        wordings={enforceable.has(draft.effect) ? enforceableWordings : otherWordings}
        warning={
          draft.effect !== null &&
          !enforceable.has(draft.effect) &&
          draft.defaultClause.includes('申请强制执行')
            ? '没有司法确认裁定或法院调解书，不能据协议申请强制执行'
            : undefined
        }
        onType={(defaultClause) => onChange({ defaultClause })}
      />
      <Clause
        name="costClause"
        label="费用负担"
        value={draft.costClause}
        wordings={costWordings.filter((_, place) => channel === 'B' || place === 0)}
        onType={(costClause) => onChange({ costClause })}
      />
      <Field name="finalSettlement" label="了结">
        {(control) => (
          <div className={styles.checked}>
            <Checkbox
              {...control}
              checked={draft.finalSettlement}
              onChange={(event) => onChange({ finalSettlement: event.target.checked })}
            >
              双方就本纠纷再无其他争议
            </Checkbox>
          </div>
        )}
      </Field>
      <FewField
        name="effect"
        label="效力"
        value={draft.effect}
        choices={effectsOffered(channel, confirmationInChannelB, draft.effect).map((value) => ({
          value,
          label: effectLabels[value],
        }))}
        hint={effectHint(draft.effect, channel)}
        warning={restricted}
        onChoose={(effect) => onChange({ effect })}
        onUnchoose={() => onChange({ effect: null })}
      />
      {draft.effect !== null && namesCourt(draft.effect, channel) && (
        <ListField
          name="effectCourtId"
          label="法院"
          value={draft.effectCourtId ?? detail.facts.courtId}
          clearable={false}
          choices={courts.map((court) => ({ ...courtChoice(court), label: court.name }))}
          from="courts"
          onChoose={(effectCourtId) => onChange({ effectCourtId })}
        />
      )}
    </div>
  );
}

type ClauseProps = {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly warning?: string | undefined;
  readonly wordings: readonly { readonly label: string; readonly text: string }[];
  readonly onType: (value: string) => void;
};

/** A clause in words; usual wordings are offered and stand there only when somebody takes one. */
function Clause({ name, label, value, warning, wordings, onType }: ClauseProps) {
  return (
    <Field name={name} label={label} warning={warning}>
      {(control) => (
        <>
          <Input.TextArea
            {...control}
            rows={2}
            maxLength={5000}
            value={value}
            placeholder="没有约定就空着"
            onChange={(event) => onType(event.target.value)}
          />
          <div className={styles.wordings}>
            {wordings
              .filter(({ text }) => !value.includes(text))
              .map((wording) => (
                <Button
                  key={wording.label}
                  size="small"
                  title={wording.text}
                  onClick={() =>
                    onType(value.trim() === '' ? wording.text : `${value.trim()}${wording.text}`)
                  }
                >
                  + {wording.label}
                </Button>
              ))}
          </div>
          <VagueWords text={value} />
        </>
      )}
    </Field>
  );
}

function useRestriction(detail: CaseDetail) {
  const reference = useReference();
  const name = detail.facts.cause?.name;
  if (reference === undefined || name === undefined) {
    return undefined;
  }
  const index = indexCauses(
    reference.causes.map((cause) => ({ ...cause, level: cause.level as 1 | 2 | 3 | 4 })),
  );
  const cause = matchCause(index, name);
  return cause === undefined ? undefined : causeRestriction(cause);
}
