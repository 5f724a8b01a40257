import { ORPCError } from '@orpc/client';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type { CaseDetail, CaseFacts } from '#shared/contract/cases.ts';
import { correctionOf } from '#shared/domain/case-correction.ts';
import { formatLocalDate } from '#shared/domain/local-date.ts';
import { office, query } from '../../api.ts';
import {
  type FactsDraft,
  factsDraftOf,
  readFacts,
  wasTransferred,
} from '../../components/case-form/facts-draft.ts';
import { FactsFields } from '../../components/case-form/facts-fields.tsx';
import { focusFieldSoon, moveOnWithEnter } from '../../components/fields/move-on.ts';
import { TextField } from '../../components/fields/text-field.tsx';
import { useOverview } from '../../components/office-facts.tsx';
import { Section } from '../../components/page.tsx';
import styles from './case.module.css';
import { ClosedMonthsNote } from './closed-months.tsx';
import { ConflictPanel } from './conflict-panel.tsx';
import { type FactName, factInWords, factLabel, factNames, type KnownNames } from './fact-words.ts';
import { RelatedSection } from './related/related-section.tsx';
import { SaveBar } from './save-bar.tsx';
import type { SectionProps } from './section.ts';
import { useUnsaved } from './unsaved.tsx';
import { useCommand } from './use-case.ts';

type Editing = {
  readonly draft: FactsDraft;
  /** The facts and the version that the form was opened with. */
  readonly base: CaseFacts;
  readonly version: number;
  /** 更正原因, asked for where the receipt day or the channel of a case that has gone on is changed. */
  readonly reason: string;
};

/** The facts of the case; while they are amended, a change made elsewhere is shown beside one's own. */
export function FactsSection({ detail, jump, shown }: SectionProps) {
  const overview = useOverview();
  const mediators = useQuery(query.mediators.list.queryOptions()).data ?? [];
  const names: KnownNames = { ...overview, mediators };
  const [editing, setEditing] = useState<Editing | null>(null);
  const begin = () =>
    setEditing({
      draft: factsDraftOf(detail.facts),
      base: detail.facts,
      version: detail.version,
      reason: '',
    });
  const save = useCommand({
    run: ({ facts, version }: { facts: CaseFacts; version: number }) =>
      office.cases.amend({
        caseId: detail.id,
        version,
        facts,
        reason: editing === null || editing.reason.trim() === '' ? null : editing.reason.trim(),
      }),
    onDone: () => setEditing(null),
  });
  useUnsaved('案情', editing !== null && !isSame(editing.draft, factsDraftOf(editing.base)));

  // biome-ignore lint/correctness/useExhaustiveDependencies: a jump is followed once, when it comes
  useEffect(() => {
    if (jump !== null) {
      if (editing === null) {
        begin();
      }
      focusFieldSoon(jump.field);
    }
  }, [jump]);

  if (editing === null) {
    return (
      <>
        <Section
          title="案情"
          actions={
            detail.removed === null && (
              <Button
                onClick={() => {
                  begin();
                  focusFieldSoon('channel');
                }}
              >
                修改案情
              </Button>
            )
          }
        >
          <FactsView facts={detail.facts} names={names} detail={detail} />
        </Section>
        <RelatedSection detail={detail} shown={shown} />
      </>
    );
  }
  const read = readFacts(editing.draft);
  const corrected = read.kind === 'facts' ? correctionOf(detail.status, editing.base, read.facts) : null;
  const moved = save.error instanceof ORPCError && save.error.code === 'CONFLICT';
  return (
    <Section title="修改案情">
      {moved && read.kind === 'facts' && detail.version !== editing.version ? (
        <ConflictPanel
          base={editing.base}
          mine={read.facts}
          theirs={detail.facts}
          names={names}
          pending={save.isPending}
          onSave={(facts) => save.mutate({ facts, version: detail.version })}
          onGiveUp={() => {
            save.reset();
            setEditing(null);
          }}
        />
      ) : (
        <div data-form onKeyDownCapture={moveOnWithEnter}>
          <ClosedMonthsNote caseId={detail.id} />
          <FactsFields
            draft={editing.draft}
            whole
            onChange={(part) =>
              setEditing((now) => (now === null ? now : { ...now, draft: { ...now.draft, ...part } }))
            }
          />
          {corrected !== null && (
            <TextField
              name="reason"
              label="更正原因"
              required
              maximum={500}
              warning={`${corrected}是期限和统计的依据，案件已往下办理，更正要写明原因，记入办理记录`}
              value={editing.reason}
              onType={(reason) => setEditing((now) => (now === null ? now : { ...now, reason }))}
            />
          )}
          <SaveBar
            shown={shown}
            ready={read.kind === 'facts' && (corrected === null || editing.reason.trim() !== '')}
            why={
              read.kind === 'obstacles'
                ? read.obstacles.map(({ label }) => label).join('；')
                : '还缺：更正原因'
            }
            pending={save.isPending}
            error={save.error}
            onSave={() =>
              read.kind === 'facts' && save.mutate({ facts: read.facts, version: editing.version })
            }
            onCancel={() => setEditing(null)}
          />
        </div>
      )}
    </Section>
  );
}

/** Whether a form holds just what it was opened with. */
function isSame(one: FactsDraft, other: FactsDraft): boolean {
  return Object.entries(one).every(
    ([name, value]) => JSON.stringify(value) === JSON.stringify(other[name as keyof FactsDraft]),
  );
}

const long: ReadonlySet<FactName> = new Set(['claims', 'facts', 'remarks']);

/** What is looked for first: named even where nothing is known. */
const always: ReadonlySet<FactName> = new Set([
  'channel',
  'source',
  'courtId',
  'courtNumbers',
  'receivedOn',
  'cause',
  'claim',
  'claims',
  'facts',
  'mediatorId',
]);

/** Whether a case of this kind has such a fact at all, so that it can be lacking. */
function isAskedOf(facts: CaseFacts, name: FactName): boolean {
  if (name === 'transferredBy') return wasTransferred(facts);
  return name !== 'procedureKind' || facts.channel === 'B';
}

function FactsView(props: {
  readonly facts: CaseFacts;
  readonly names: KnownNames;
  readonly detail: CaseDetail;
}) {
  const { facts, names, detail } = props;
  const basis = detail.receivedBasis === 'ledger' ? '（台账的收案日期，按接收日计）' : '';
  const told = factNames.map((name) => ({ name, words: factInWords(facts, name, names) }));
  const shown = told.filter(({ name, words }) => words !== null || always.has(name));
  const rest = told.filter(
    ({ name, words }) => words === null && !always.has(name) && isAskedOf(facts, name),
  );
  return (
    <>
      <dl className={`${styles.facts} ${styles.factsWide}`}>
        {shown.map(({ name, words }) => (
          <div key={name} className={long.has(name) ? styles.longFact : undefined}>
            <dt>{factLabel(facts, name)}</dt>
            <dd className={words === null ? styles.unknown : undefined}>
              {words ?? '未填'}
              {name === 'receivedOn' && words !== null && basis}
            </dd>
          </div>
        ))}
      </dl>
      <p className={styles.rest}>
        {rest.length > 0 && `未填：${rest.map(({ name }) => factLabel(facts, name)).join('、')}。`}
        {detail.registeredBy}于{formatLocalDate(detail.registeredOn)}登记。
      </p>
    </>
  );
}
