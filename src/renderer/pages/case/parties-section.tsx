import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { office } from '../../api.ts';
import { moveOnWithEnter } from '../../components/fields/move-on.ts';
import { useOverview } from '../../components/office-facts.tsx';
import { Section } from '../../components/page.tsx';
import {
  emptyParty,
  isBlankParty,
  type PartyDraft,
  partyDraftOf,
  readParty,
} from '../../components/party-form/party-draft.ts';
import {
  addPartyWithKey,
  focusPartyField,
  type PartiesChange,
  PartyList,
} from '../../components/party-form/party-list.tsx';
import { RelatedWhileTyping } from '../../components/related/related-while-typing.tsx';
import styles from './case.module.css';
import { PartyView } from './party-view.tsx';
import { usePersonalNumbers } from './personal-numbers.tsx';
import { SaveBar } from './save-bar.tsx';
import type { SectionProps } from './section.ts';
import { useUnsaved } from './unsaved.tsx';
import { useCommand } from './use-case.ts';

/** The parties with everything that is known of them; amended together, because their order and sides belong together. */
export function PartiesSection({ detail, jump, shown }: SectionProps) {
  const { today } = useOverview();
  const [drafts, setDrafts] = useState<readonly PartyDraft[] | null>(null);
  /** The form as it was opened. */
  const [opened, setOpened] = useState<readonly PartyDraft[] | null>(null);
  const [version, setVersion] = useState(detail.partiesVersion);
  const { numbers, button } = usePersonalNumbers();
  const begin = (): readonly PartyDraft[] => {
    const begun = detail.parties.length === 0 ? [emptyParty('applicant')] : detail.parties.map(partyDraftOf);
    setVersion(detail.partiesVersion);
    setDrafts(begun);
    setOpened(begun);
    return begun;
  };
  const save = useCommand({
    run: () =>
      office.cases.saveParties({
        caseId: detail.id,
        version,
        parties: (drafts ?? [])
          .filter((party) => !isBlankParty(party))
          .map((party) => readParty(party))
          .filter((party) => party !== null),
      }),
    onDone: () => setDrafts(null),
  });
  useUnsaved('当事人', drafts !== null && filledIn(drafts) !== filledIn(opened ?? []));

  // biome-ignore lint/correctness/useExhaustiveDependencies: a jump is followed once, when it comes
  useEffect(() => {
    if (jump !== null) {
      const [, place, field] = jump.field.split(':');
      const party = (drafts ?? begin())[Number(place)];
      if (party !== undefined && field !== undefined) {
        focusPartyField(party.key, field);
      }
    }
  }, [jump]);

  const change: PartiesChange = (update) => setDrafts((all) => (all === null ? all : update(all)));
  if (drafts === null) {
    return (
      <Section
        title="当事人"
        actions={
          <>
            {detail.removed === null && (
              <Button
                onClick={() => {
                  const [first] = begin();
                  if (first !== undefined) {
                    focusPartyField(first.key, 'name');
                  }
                }}
              >
                修改当事人
              </Button>
            )}
            {button}
          </>
        }
      >
        <div className={styles.partyViews}>
          {detail.parties.map((party) => (
            <PartyView key={party.id} party={party} numbers={numbers} />
          ))}
        </div>
      </Section>
    );
  }
  const unreadable = drafts.filter((party) => !isBlankParty(party) && readParty(party) === null);
  const ready = unreadable.length === 0 && drafts.some((party) => !isBlankParty(party));
  return (
    <Section title="修改当事人" note="按证件核对；校验不符只提示，不阻止保存">
      <div
        data-form
        onKeyDownCapture={(event) => {
          addPartyWithKey(event, drafts, change);
          moveOnWithEnter(event);
        }}
      >
        <PartyList parties={drafts} today={today} onChange={change} />
        <RelatedWhileTyping except={detail.id} parties={drafts} courtNumbers={[]} />
        <SaveBar
          shown={shown}
          ready={ready}
          why={unreadable.length > 0 ? '有当事人缺姓名，或出生日期看不出是哪一天' : '至少要有一位当事人'}
          pending={save.isPending}
          error={save.error}
          onSave={() => save.mutate(undefined)}
          onCancel={() => setDrafts(null)}
        />
      </div>
    </Section>
  );
}

/** What the cards hold; a card in which nothing is written holds nothing. */
function filledIn(drafts: readonly PartyDraft[]): string {
  return JSON.stringify(drafts.filter((party) => !isBlankParty(party)));
}
