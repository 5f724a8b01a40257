import { TextField } from '../../../components/fields/text-field.tsx';
import type { MoveDraft } from './move-draft.ts';

/** The entries of a table of the domain as choices. */
export function choicesOf<Key extends string>(table: Readonly<Record<Key, { readonly label: string }>>) {
  return (Object.keys(table) as Key[]).map((value) => ({ value, label: table[value].label }));
}

type LineName =
  | 'requestedBy'
  | 'reason'
  | 'decidedBy'
  | 'reportedTo'
  | 'note'
  | 'volumeNumber'
  | 'pages'
  | 'place';

/** One line of words in the dialog of a move. */
export function Line(props: {
  readonly draft: MoveDraft;
  readonly onChange: (part: Partial<MoveDraft>) => void;
  readonly name: LineName;
  readonly label: string;
  readonly required?: boolean;
}) {
  const { name, label, required, draft, onChange } = props;
  return (
    <TextField
      name={name}
      label={label}
      required={required}
      value={draft[name]}
      onType={(typed) => onChange({ [name]: typed })}
    />
  );
}
