import { Button } from 'antd';
import { useState } from 'react';
import { closingCodes } from '#shared/domain/closing.ts';
import { closingLabels } from '#shared/domain/glossary.ts';
import { AmountField } from '../../components/fields/amount-field.tsx';
import { FewField } from '../../components/fields/few-field.tsx';
import fields from '../../components/fields/fields.module.css';
import { ManyField } from '../../components/fields/many-field.tsx';
import { moveOnWithEnter } from '../../components/fields/move-on.ts';
import { TextField } from '../../components/fields/text-field.tsx';
import { Section } from '../../components/page.tsx';
import { ChoicesFoot } from './choices-foot.tsx';
import { WithKeptSettings } from './kept-settings.tsx';
import styles from './subsidies-part.module.css';
import { draftOf, newSubsidy, outcomeChoices, readSubsidy, type SubsidyDraft } from './subsidy-draft.ts';
import { type KeptSettings, useChoices } from './use-choices.ts';

/** 以案定补: no article says an amount, so every office fills in its own table; empty, nothing can be granted. */
export function SubsidiesPart() {
  return <WithKeptSettings>{(kept) => <SubsidyTable kept={kept} />}</WithKeptSettings>;
}

/** What keeps the table from being saved, in words; null where nothing does. */
function lacksOf(drafts: readonly SubsidyDraft[]): string | null {
  for (const [place, draft] of drafts.entries()) {
    const read = readSubsidy(draft);
    if ('lacks' in read) return `第 ${place + 1} 条还缺：${read.lacks}`;
  }
  const names = drafts.map(({ name }) => name.trim());
  const twice = names.find((name, place) => names.indexOf(name) !== place);
  return twice === undefined ? null : `有两条都叫“${twice}”，请改一个名称`;
}

function SubsidyTable({ kept }: { readonly kept: KeptSettings }) {
  const { rules } = kept.subsidies.value;
  const [typed, setTyped] = useState<readonly SubsidyDraft[] | null>(null);
  const drafts = typed ?? rules.map(draftOf);
  const lacks = lacksOf(drafts);
  const choices = useChoices(kept, lacks);
  const edit = (next: readonly SubsidyDraft[]) => {
    setTyped(next);
    choices.choose('subsidies', {
      rules: next.flatMap((draft) => {
        const read = readSubsidy(draft);
        return 'rule' in read ? [read.rule] : [];
      }),
    });
  };
  const add = () => edit([...drafts, newSubsidy(Math.max(-1, ...drafts.map(({ key }) => key)) + 1)]);
  return (
    <Section
      title="补贴标准"
      note="以案定补，法释〔2016〕14号 第29条；金额由法院或者本室的办法定，没有填的不能登记补贴"
      actions={<Button onClick={add}>添加一条</Button>}
    >
      <div data-form className={styles.rules} onKeyDownCapture={moveOnWithEnter}>
        {drafts.length === 0 && (
          <p className={styles.hint}>
            还没有补贴标准。各地标准不同，程序不预设金额：按本院、本室的办法逐条添加。
          </p>
        )}
        {drafts.map((draft, place) => (
          <RuleFields
            key={draft.key}
            place={place}
            draft={draft}
            onChange={(change) =>
              edit(drafts.map((one) => (one.key === draft.key ? { ...one, ...change } : one)))
            }
            onRemove={() => edit(drafts.filter((one) => one.key !== draft.key))}
          />
        ))}
        <p className={styles.hint}>
          一件案件符合几条的，登记时选一条。改标准不影响已经登记的补贴。一案一名调解员只补一次、只发一次。
        </p>
        <ChoicesFoot
          what="补贴标准"
          choices={choices}
          lacks={lacks}
          touched={typed !== null && lacks !== null}
          onGiveUp={() => setTyped(null)}
        />
      </div>
    </Section>
  );
}

function RuleFields(props: {
  readonly place: number;
  readonly draft: SubsidyDraft;
  readonly onChange: (change: Partial<SubsidyDraft>) => void;
  readonly onRemove: () => void;
}) {
  const { place, draft, onChange, onRemove } = props;
  return (
    <fieldset className={styles.rule}>
      <legend>第 {place + 1} 条</legend>
      <div className={fields.grid}>
        <TextField
          name={`name:${place}`}
          label="名称"
          maximum={50}
          placeholder="如：一般案件"
          value={draft.name}
          onType={(name) => onChange({ name })}
        />
        <AmountField
          name={`amount:${place}`}
          label="每件补贴"
          typed={draft.amount}
          onType={(amount) => onChange({ amount })}
        />
        <FewField
          name={`outcome:${place}`}
          label="结果"
          value={draft.outcome}
          choices={outcomeChoices}
          onChoose={(outcome) => onChange({ outcome })}
        />
        <ManyField
          name={`codes:${place}`}
          label="终结方式"
          values={draft.closingCodes}
          choices={closingCodes.map((code) => ({ value: code, label: `${code} ${closingLabels[code]}` }))}
          maximum={15}
          placeholder="不限"
          onChoose={(closingCodes) => onChange({ closingCodes })}
        />
        <AmountField
          name={`from:${place}`}
          label="标的额从"
          typed={draft.from}
          placeholder="含；不限的不填"
          onType={(from) => onChange({ from })}
        />
        <AmountField
          name={`below:${place}`}
          label="不到"
          typed={draft.below}
          placeholder="不含；不限的不填"
          onType={(below) => onChange({ below })}
        />
        <TextField
          name={`source:${place}`}
          label="依据"
          wide
          maximum={200}
          placeholder="写明哪个文件第几条"
          value={draft.source}
          onType={(source) => onChange({ source })}
        />
      </div>
      <Button type="link" size="small" aria-label={`删去这一条（第 ${place + 1} 条）`} onClick={onRemove}>
        删去这一条
      </Button>
    </fieldset>
  );
}
