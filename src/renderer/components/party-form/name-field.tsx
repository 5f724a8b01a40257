import { useQuery } from '@tanstack/react-query';
import { AutoComplete } from 'antd';
import { type ClipboardEvent, useDeferredValue, useState } from 'react';
import type { PartyFacts } from '#shared/contract/parties.ts';
import { query } from '../../api.ts';
import { useWithin } from '../fields/after-press.ts';
import { Field } from '../fields/field.tsx';
import fields from '../fields/fields.module.css';
import { moveOnFrom } from '../fields/move-on.ts';
import { usePause } from '../fields/use-pause.ts';
import { type PartyDraft, withGuessedKind } from './party-draft.ts';
import styles from './party-form.module.css';
import { partyKindLabels, representativeTitle } from './party-words.ts';

type NameFieldProps = {
  readonly party: PartyDraft;
  readonly warning: string | undefined;
  readonly onChange: (party: PartyDraft) => void;
  readonly onPaste: (event: ClipboardEvent) => void;
  readonly onLeave: () => void;
  readonly onKnown: (known: PartyFacts) => void;
};

/** The name; while it is typed, parties of earlier cases are offered. */
export function NameField({ party, warning, onChange, onPaste, onLeave, onKnown }: NameFieldProps) {
  const [typing, setTyping] = useState(false);
  const { within: _, ...leaving } = useWithin(() => {
    setTyping(false);
    onLeave();
  });
  const wanted = usePause(useDeferredValue(party.name.trim()), 250);
  const known = useQuery({
    ...query.cases.knownParties.queryOptions({ input: { search: wanted } }),
    enabled: typing && [...wanted].length >= 2 && [...wanted].length <= 50,
    staleTime: 30_000,
  });
  const offered = typing && wanted === party.name.trim() ? (known.data ?? []).slice(0, 6) : [];
  const label = party.kind === 'naturalPerson' ? '姓名' : '名称';
  return (
    <div className={styles.partyName}>
      <Field name={`party:${party.key}:name`} label={label} warning={warning}>
        {(control) => (
          <div onPaste={onPaste}>
            <AutoComplete
              {...control}
              value={party.name}
              placeholder={`${label}，或粘贴整行当事人信息`}
              defaultActiveFirstOption={false}
              options={offered.map((facts, place) => ({
                value: `${place}`,
                label: <KnownParty facts={facts} />,
              }))}
              onChange={(name: string) => {
                setTyping(true);
                onChange(withGuessedKind({ ...party, name }));
              }}
              onSelect={(place) => {
                const facts = offered[Number(place)];
                if (facts !== undefined) {
                  onKnown(facts);
                  setTyping(false);
                  moveOnFrom(document.activeElement);
                }
              }}
              {...leaving}
            />
          </div>
        )}
      </Field>
    </div>
  );
}

function KnownParty({ facts }: { readonly facts: PartyFacts }) {
  const details = [
    partyKindLabels[facts.kind],
    facts.idNumber === null ? null : `证件尾号 ${facts.idNumber.slice(-4)}`,
    facts.phones[0] === undefined ? null : `电话尾号 ${facts.phones[0].slice(-4)}`,
    facts.representativeName === null
      ? null
      : `${representativeTitle(facts.kind)} ${facts.representativeName}`,
    facts.address,
  ];
  return (
    <div className={styles.knownParty}>
      <strong>{facts.name}</strong>
      <span className={fields.choiceDetail}>{details.filter((detail) => detail !== null).join(' · ')}</span>
    </div>
  );
}
