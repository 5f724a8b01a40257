import { Checkbox } from 'antd';
import { minutesStay, transferPapers } from '#shared/domain/after-closing.ts';
import type { Channel } from '#shared/domain/channel.ts';
import { LongTextField } from '../../../components/fields/text-field.tsx';
import styles from './after.module.css';

export type PapersDraft = { readonly ticked: readonly string[]; readonly more: string };

/** The papers that usually go, ticked. */
export function usualPapers(channel: Channel): PapersDraft {
  return {
    ticked: transferPapers[channel].filter(({ usual }) => usual).map(({ name }) => name),
    more: '',
  };
}

/** The list as it is recorded: in the order of the form, then what was added, a line each. */
export function papersOf(channel: Channel, { ticked, more }: PapersDraft): string[] {
  const named = transferPapers[channel].map(({ name }) => name).filter((name) => ticked.includes(name));
  const added = more
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return [...new Set([...named, ...added])];
}

/** 移交材料清单: the usual papers to tick, and room for others. */
export function PapersField(props: {
  readonly channel: Channel;
  readonly draft: PapersDraft;
  readonly onChange: (draft: PapersDraft) => void;
}) {
  const { channel, draft, onChange } = props;
  return (
    <fieldset className={styles.papers}>
      <legend>移送材料清单</legend>
      {transferPapers[channel].map(({ name, note }) => (
        <Checkbox
          key={name}
          checked={draft.ticked.includes(name)}
          onChange={({ target }) =>
            onChange({
              ...draft,
              ticked: target.checked ? [...draft.ticked, name] : draft.ticked.filter((one) => one !== name),
            })
          }
        >
          {name}
          {note !== undefined && <span className={styles.source}>　{note}</span>}
        </Checkbox>
      ))}
      <p className={styles.source}>{minutesStay}</p>
      <LongTextField
        name="morePapers"
        label="其他材料"
        rows={2}
        maximum={2000}
        placeholder="每行一份，写明名称和页数"
        value={draft.more}
        onType={(more) => onChange({ ...draft, more })}
      />
    </fieldset>
  );
}
