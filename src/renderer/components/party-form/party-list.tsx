import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type KeyboardEvent, useCallback } from 'react';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { PartyRole } from '#shared/domain/party.ts';
import { focusField, focusFieldSoon, whenThere } from '../fields/move-on.ts';
import { PartyCard } from './party-card.tsx';
import { emptyParty, isBlankParty, type PartyDraft } from './party-draft.ts';
import { fillFromLine } from './party-filling.ts';
import styles from './party-form.module.css';

export type PartiesChange = (update: (parties: readonly PartyDraft[]) => readonly PartyDraft[]) => void;

type PartyListProps = {
  readonly parties: readonly PartyDraft[];
  readonly today: LocalDate;
  readonly onChange: PartiesChange;
};

function addParty(role: PartyRole, onChange: PartiesChange): void {
  const party = emptyParty(role);
  onChange((all) => withAdded(all, party));
  focusFieldSoon(`party:${party.key}:name`);
}

/** To a field of a card; what few cases need is unfolded first. */
export function focusPartyField(key: string, field: string): void {
  whenThere(() => {
    const card = document.querySelector<HTMLElement>(`[data-party="${CSS.escape(key)}"]`);
    if (card === null || card.offsetParent === null) {
      return false;
    }
    if (!focusField(`party:${key}:${field}`)) {
      card.querySelector<HTMLElement>('[data-more]')?.click();
      focusFieldSoon(`party:${key}:${field}`);
    }
    return true;
  });
}

/**
 * Ctrl+Enter: within a card one more party of the same side; elsewhere to the first card without a name, or else a new
 * respondent. To be caught by the form around the list.
 */
export function addPartyWithKey(
  event: KeyboardEvent,
  parties: readonly PartyDraft[],
  onChange: PartiesChange,
): void {
  if (event.key !== 'Enter' || !event.ctrlKey || event.nativeEvent.isComposing) {
    return;
  }
  event.preventDefault();
  event.stopPropagation();
  const key = document.activeElement?.closest('[data-party]')?.getAttribute('data-party');
  const card = parties.find((party) => party.key === key);
  const nameless = parties.find((party) => party.name.trim() === '');
  if (card === undefined && nameless !== undefined) {
    focusField(`party:${nameless.key}:name`);
  } else {
    addParty(card?.role ?? 'respondent', onChange);
  }
}

/** All parties of a case, several a side. Each line of a pasted list becomes a party. */
export function PartyList({ parties, today, onChange }: PartyListProps) {
  const change = useCallback(
    (next: PartyDraft) => onChange((all) => all.map((party) => (party.key === next.key ? next : party))),
    [onChange],
  );
  const remove = useCallback(
    (key: string) => onChange((all) => all.filter((party) => party.key !== key)),
    [onChange],
  );
  const pasteLines = useCallback(
    (key: string, text: string) => {
      const fillings = text
        .split(/\r?\n/)
        .map((line) => fillFromLine(emptyParty('respondent'), line))
        .filter((filling) => filling !== undefined);
      if (fillings.length < 2) {
        return false;
      }
      onChange((all) =>
        withPasted(
          all,
          key,
          fillings.map((filling) => filling.party),
        ),
      );
      return true;
    },
    [onChange],
  );
  const add = (role: PartyRole) => addParty(role, onChange);

  return (
    <div className={styles.partyList}>
      {parties.map((party, place) => (
        <PartyCard
          key={party.key}
          party={party}
          place={place + 1}
          today={today}
          onChange={change}
          onRemove={parties.length > 1 ? remove : undefined}
          onPasteLines={pasteLines}
        />
      ))}
      <div className={styles.partyAdd}>
        <Button size="small" icon={<PlusOutlined />} onClick={() => add('applicant')}>
          申请人
        </Button>
        <Button size="small" icon={<PlusOutlined />} onClick={() => add('respondent')}>
          被申请人
        </Button>
        <Button size="small" icon={<PlusOutlined />} onClick={() => add('thirdParty')}>
          第三人
        </Button>
        <Button size="small" icon={<PlusOutlined />} onClick={() => add('guarantor')}>
          担保人
        </Button>
        <span className={styles.keyHint}>
          <kbd>Ctrl</kbd>+<kbd>Enter</kbd> 加同一方
        </span>
      </div>
    </div>
  );
}

/** Behind the last party of the same role, so that each side stays together. */
function withAdded(all: readonly PartyDraft[], party: PartyDraft): readonly PartyDraft[] {
  const place = all.findLastIndex((other) => other.role === party.role);
  return place < 0 ? [...all, party] : [...all.slice(0, place + 1), party, ...all.slice(place + 1)];
}

function withPasted(
  all: readonly PartyDraft[],
  key: string,
  pasted: readonly PartyDraft[],
): readonly PartyDraft[] {
  const [first, ...others] = pasted.map((party, place) =>
    // Without words such as 被申请人 before it, the first line is the applicant's.
    place === 0 && party.role === 'respondent' ? { ...party, role: 'applicant' as const } : party,
  );
  const kept = all.filter((party) => party.key !== key && !isBlankParty(party));
  return first === undefined ? all : [...kept, { ...first, key }, ...others];
}
