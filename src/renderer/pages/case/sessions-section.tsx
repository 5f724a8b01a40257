import { LockOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { Session, SessionFacts } from '#shared/contract/sessions.ts';
import { formatLocalDate } from '#shared/domain/local-date.ts';
import { office } from '../../api.ts';
import { focusFieldSoon } from '../../components/fields/move-on.ts';
import { Section } from '../../components/page.tsx';
import shared from './case.module.css';
import { DisclosurePart, type OpenDisclosure } from './process/disclosure-part.tsx';
import { WillingnessPart } from './process/willingness-part.tsx';
import type { SectionProps } from './section.ts';
import { emptySession, type SessionDraft, sessionDraftOf } from './session-draft.ts';
import { SessionForm } from './session-form.tsx';
import { sessionFormLabels, sessionResultLabels } from './session-words.ts';
import styles from './sessions.module.css';
import { useUnsaved } from './unsaved.tsx';
import { useCommand } from './use-case.ts';

function openedWith(session: Session | null): SessionDraft {
  return session === null ? emptySession : sessionDraftOf(session);
}

type Editing = {
  readonly session: Session | null;
  readonly draft: SessionDraft;
  /** Where the cursor goes when the form opens. */
  readonly field: string;
};

function isChanged({ draft, session }: Editing): boolean {
  return JSON.stringify(draft) !== JSON.stringify(openedWith(session));
}

type OpenForm = 'consents' | 'contact' | OpenDisclosure;

const formsOfJumps: Readonly<Record<string, OpenForm>> = {
  consent: 'consents',
  contact: 'contact',
  disclosure: 'new',
};

/** A jump to what was said in a session leads to the last one, every other to a new one. */
function sessionToEdit(sessions: readonly Session[], field: string): Editing {
  const said = ['disputed', 'undisputed', 'proposals'].includes(field);
  const last = (said ? newestFirst(sessions)[0] : undefined) ?? null;
  return { session: last, draft: openedWith(last), field: said ? field : 'heldOn' };
}

function newestFirst(sessions: readonly Session[]): readonly Session[] {
  return sessions.toSorted((a, b) => b.heldOn.localeCompare(a.heldOn) || b.id - a.id);
}

function firstFieldOf(form: OpenForm | null): string {
  return form === 'consents' ? 'givenOn' : form === 'contact' ? 'who' : 'matter';
}

/**
 * How a case is mediated: whether the parties agree and how they were reached, the sessions, and what mediators disclosed.
 * One form is open at a time, so that Ctrl+S means that one.
 */
export function SessionsSection({ detail, go, jump, shown }: SectionProps) {
  const [open, setOpen] = useState<OpenForm | null>(null);
  const [typed, setTyped] = useState(false);
  const [editing, setEditing] = useState<Editing | null>(null);
  const held = (open !== null && typed) || (editing !== null && isChanged(editing));
  const free = detail.removed === null && !held;
  const openForm = (form: OpenForm | null) => {
    setTyped(false);
    setEditing(null);
    setOpen(form);
  };
  const edit = (next: Editing | null) => {
    setOpen(null);
    setEditing(next);
  };
  const turn = useRef<number | null>(null);
  // A jump is followed once, when it comes; where something is typed already, it leads there.
  useEffect(() => {
    if (jump === null || jump.turn === turn.current) return;
    turn.current = jump.turn;
    if (detail.removed !== null) return;
    const form = formsOfJumps[jump.field];
    const session = sessionToEdit(detail.sessions, jump.field);
    if (!held && form === undefined) edit(session);
    if (!held && form !== undefined) openForm(form);
    // A form that opens puts the cursor itself; one that is open already does not.
    if (editing !== null && (held || form === undefined)) focusFieldSoon(session.field);
    if (open !== null && (held || form === open)) focusFieldSoon(firstFieldOf(open));
  });
  const part = {
    detail,
    shown,
    onOpen: free ? openForm : undefined,
    onTyped: setTyped,
    onDone: () => setOpen(null),
  };
  return (
    <>
      <WillingnessPart {...part} go={go} open={open === 'consents' || open === 'contact' ? open : null} />
      <SessionsPart detail={detail} shown={shown} editing={editing} free={free} onEdit={edit} />
      <DisclosurePart {...part} open={open === 'consents' || open === 'contact' ? null : open} />
    </>
  );
}

type SessionsPartProps = Pick<SectionProps, 'detail' | 'shown'> & {
  readonly editing: Editing | null;
  /** Nothing is typed in any form of the section. */
  readonly free: boolean;
  readonly onEdit: (editing: Editing | null) => void;
};

/** The sessions of a case, newest first; what goes into no paper stands apart. */
function SessionsPart({ detail, shown, editing, free, onEdit }: SessionsPartProps) {
  const save = useCommand({
    run: async (session: SessionFacts) => {
      const before = editing?.session ?? null;
      return before === null
        ? void (await office.sessions.record({ caseId: detail.id, session }))
        : void (await office.sessions.amend({ id: before.id, version: before.version, session }));
    },
    onDone: () => onEdit(null),
  });
  const edit = (next: Editing) => {
    save.reset();
    onEdit(next);
  };
  useUnsaved('调解过程', editing !== null && isChanged(editing));
  const form =
    editing === null ? null : (
      <SessionForm
        detail={detail}
        draft={editing.draft}
        firstField={editing.field}
        shown={shown}
        pending={save.isPending}
        error={save.error}
        onChange={(draft) => onEdit({ ...editing, draft })}
        onSave={(session) => save.mutate(session)}
        onCancel={() => onEdit(null)}
      />
    );
  const listed = newestFirst(detail.sessions);
  return (
    <Section
      title={editing === null ? '历次调解' : editing.session === null ? '记一次调解' : '修改调解记录'}
      actions={
        editing === null &&
        free && (
          <Button onClick={() => edit({ session: null, draft: emptySession, field: 'heldOn' })}>
            记一次调解
          </Button>
        )
      }
    >
      {form}
      {listed.length === 0 && editing === null && (
        <p className={shared.unknown}>还没有调解记录。每次调解记一条：日期、方式、到场人员和结果。</p>
      )}
      <ol className={styles.sessions}>
        {listed
          .filter(({ id }) => id !== editing?.session?.id)
          .map((session) => (
            <li key={session.id}>
              <SessionView
                session={session}
                onEdit={
                  free && editing === null
                    ? () => edit({ session, draft: sessionDraftOf(session), field: 'heldOn' })
                    : undefined
                }
              />
            </li>
          ))}
      </ol>
    </Section>
  );
}

function SessionView(props: { readonly session: Session; readonly onEdit: (() => void) | undefined }) {
  const { session, onEdit } = props;
  const time = [session.startedAt, session.endedAt].filter((at) => at !== null).join('–');
  return (
    <article className={styles.session}>
      <header>
        <strong>{formatLocalDate(session.heldOn)}</strong>
        {time !== '' && <span>{time}</span>}
        <span>{sessionFormLabels[session.form]}</span>
        {session.place !== null && <span>{session.place}</span>}
        {session.result !== null && (
          <span className={styles.sessionResult}>{sessionResultLabels[session.result]}</span>
        )}
        {session.nextOn !== null && <span>下次 {formatLocalDate(session.nextOn)}</span>}
        {onEdit !== undefined && (
          <Button size="small" type="link" onClick={onEdit}>
            修改
          </Button>
        )}
      </header>
      {session.attendance !== null && <p className={styles.attendance}>到场：{session.attendance}</p>}
      {session.notes !== null && <p className={styles.prose}>{session.notes}</p>}
      <SessionMatters session={session} />
      {session.privateNotes !== null && (
        <div className={`${styles.privateView} no-print`}>
          <span className={styles.privateLabel}>
            <LockOutlined aria-hidden="true" /> 调解员私记：不写入文书和导出，能打开本案的人都能看到
          </span>
          <p className={styles.prose}>{session.privateNotes}</p>
        </div>
      )}
    </article>
  );
}

function SessionMatters({ session }: { readonly session: Session }) {
  const told = [
    { label: '无争议事实', words: session.undisputed },
    { label: '争议焦点', words: session.disputed },
    { label: '调解方案', words: session.proposals },
  ].filter(({ words }) => words !== null);
  return told.length === 0 ? null : (
    <dl className={styles.told}>
      {told.map(({ label, words }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className={styles.prose}>{words}</dd>
        </div>
      ))}
    </dl>
  );
}
