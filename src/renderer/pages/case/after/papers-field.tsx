import { Checkbox } from 'antd';
import type { PapersForm } from '#shared/domain/after-closing.ts';
import { LongTextField } from '../../../components/fields/text-field.tsx';
import styles from './after.module.css';

type PapersDraft = { readonly ticked: readonly string[]; readonly more: string };

/** The papers that usually go, ticked. */
export function usualPapers({ papers }: PapersForm): PapersDraft {
  return {
    ticked: papers.filter(({ usual }) => usual).map(({ name }) => name),
    more: '',
  };
}

/** The list as it is recorded: in the order of the form, then what was added, a line each. */
export function papersOf({ papers }: PapersForm, { ticked, more }: PapersDraft): string[] {
  const named = papers.map(({ name }) => name).filter((name) => ticked.includes(name));
  const added = more
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return [...new Set([...named, ...added])];
}

/** A list of papers: the usual ones to tick, and room for others. */
export function PapersField(props: {
  readonly form: PapersForm;
  readonly draft: PapersDraft;
  readonly onChange: (draft: PapersDraft) => void;
}) {
  const { form, draft, onChange } = props;
  return (
    <fieldset className={styles.papers}>
      <legend>{form.legend}</legend>
      {form.papers.map(({ name, note }) => (
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
      {form.note !== null && <p className={styles.source}>{form.note}</p>}
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
