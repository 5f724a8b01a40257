import { LockOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type { Session, SessionFacts } from '#shared/contract/sessions.ts';
import { formatLocalDate } from '#shared/domain/local-date.ts';
import { office } from '../../api.ts';
import { Section } from '../../components/page.tsx';
import { EmptyState } from '../../components/states.tsx';
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

type Editing = { readonly session: Session | null; readonly draft: SessionDraft };

/** The sessions of a case, newest first; what goes into no paper stands apart. */
export function SessionsSection({ detail, jump, shown }: SectionProps) {
  const [editing, setEditing] = useState<Editing | null>(null);
  const save = useCommand({
    run: async (session: SessionFacts) => {
      const before = editing?.session ?? null;
      return before === null
        ? void (await office.sessions.record({ caseId: detail.id, session }))
        : void (await office.sessions.amend({ id: before.id, version: before.version, session }));
    },
    onDone: () => setEditing(null),
  });
  const edit = (next: Editing) => {
    save.reset();
    setEditing(next);
  };
  useUnsaved(
    '调解过程',
    editing !== null && JSON.stringify(editing.draft) !== JSON.stringify(openedWith(editing.session)),
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: a jump is followed once, when it comes
  useEffect(() => {
    if (jump !== null && editing === null) {
      edit({ session: null, draft: openedWith(null) });
    }
  }, [jump]);

  const form =
    editing === null ? null : (
      <SessionForm
        detail={detail}
        draft={editing.draft}
        shown={shown}
        pending={save.isPending}
        error={save.error}
        onChange={(draft) => setEditing({ ...editing, draft })}
        onSave={(session) => save.mutate(session)}
        onCancel={() => setEditing(null)}
      />
    );
  const listed = detail.sessions.toSorted((a, b) => b.heldOn.localeCompare(a.heldOn) || b.id - a.id);
  return (
    <Section
      title={editing === null ? '调解过程' : editing.session === null ? '记一次调解' : '修改调解记录'}
      actions={
        editing === null &&
        detail.removed === null && (
          <Button onClick={() => edit({ session: null, draft: emptySession })}>记一次调解</Button>
        )
      }
    >
      {form}
      {listed.length === 0 && editing === null && (
        <EmptyState title="还没有调解记录">每次调解记一条：日期、方式、到场人员和结果。</EmptyState>
      )}
      <ol className={styles.sessions}>
        {listed
          .filter(({ id }) => id !== editing?.session?.id)
          .map((session) => (
            <li key={session.id}>
              <SessionView
                session={session}
                onEdit={
                  detail.removed === null && editing === null
                    ? () => edit({ session, draft: sessionDraftOf(session) })
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
        <div className={styles.privateView}>
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
