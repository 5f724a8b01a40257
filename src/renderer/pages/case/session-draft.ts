import type { Session, SessionFacts, SessionForm, SessionResult } from '#shared/contract/sessions.ts';
import { readTypedDate } from '../../components/fields/date-field.tsx';

/** A session as it stands in the form. */
export type SessionDraft = {
  readonly heldOn: string;
  readonly startedAt: string;
  readonly endedAt: string;
  readonly place: string;
  readonly form: SessionForm | null;
  readonly attendance: string;
  readonly notes: string;
  readonly privateNotes: string;
  readonly result: SessionResult | null;
  readonly nextOn: string;
  readonly disputed: string;
  readonly undisputed: string;
  readonly proposals: string;
};

export const emptySession: SessionDraft = {
  heldOn: '',
  startedAt: '',
  endedAt: '',
  place: '',
  form: null,
  attendance: '',
  notes: '',
  privateNotes: '',
  result: null,
  nextOn: '',
  disputed: '',
  undisputed: '',
  proposals: '',
};

export function sessionDraftOf(session: Session): SessionDraft {
  return {
    heldOn: session.heldOn,
    startedAt: session.startedAt ?? '',
    endedAt: session.endedAt ?? '',
    place: session.place ?? '',
    form: session.form,
    attendance: session.attendance ?? '',
    notes: session.notes ?? '',
    privateNotes: session.privateNotes ?? '',
    result: session.result,
    nextOn: session.nextOn ?? '',
    disputed: session.disputed ?? '',
    undisputed: session.undisputed ?? '',
    proposals: session.proposals ?? '',
  };
}

/** Reads 9:30, 0930, 9点30 or 14时 as a time of day; undefined for anything else. */
export function parseClockTime(typed: string): string | undefined {
  const folded = typed.normalize('NFKC').replace(/\s/g, '');
  const match =
    /^([01]?\d|2[0-3])(?:[:点时](\d{1,2})?分?)?$/.exec(folded) ?? /^([01]\d|2[0-3])([0-5]\d)$/.exec(folded);
  if (match === null) {
    return undefined;
  }
  const minutes = Number(match[2] ?? 0);
  return minutes > 59
    ? undefined
    : `${String(Number(match[1])).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

type ReadSession =
  | { readonly kind: 'session'; readonly session: SessionFacts }
  | { readonly kind: 'obstacles'; readonly words: string };

const orNull = (typed: string) => (typed.trim() === '' ? null : typed.trim());

/** The form as facts, or what it lacks: the day and how it was held. */
export function readSession(draft: SessionDraft): ReadSession {
  const held = readTypedDate(draft.heldOn);
  const next = readTypedDate(draft.nextOn);
  const started = draft.startedAt.trim() === '' ? null : parseClockTime(draft.startedAt);
  const ended = draft.endedAt.trim() === '' ? null : parseClockTime(draft.endedAt);
  const words = [
    ...(held.kind === 'day' ? [] : ['日期']),
    ...(draft.form === null ? ['方式'] : []),
    ...(started === undefined || ended === undefined ? ['时间写成 9:30 的样子'] : []),
    ...(typeof started === 'string' && typeof ended === 'string' && ended < started
      ? ['结束不能早于开始']
      : []),
    ...(next.kind === 'unreadable' ? ['下次日期'] : []),
  ];
  if (
    held.kind !== 'day' ||
    draft.form === null ||
    started === undefined ||
    ended === undefined ||
    words.length > 0
  ) {
    return { kind: 'obstacles', words: `还缺：${words.join('、')}` };
  }
  return {
    kind: 'session',
    session: {
      heldOn: held.day,
      startedAt: started,
      endedAt: ended,
      place: orNull(draft.place),
      form: draft.form,
      attendance: orNull(draft.attendance),
      notes: orNull(draft.notes),
      privateNotes: orNull(draft.privateNotes),
      result: draft.result,
      nextOn: next.kind === 'day' ? next.day : null,
      disputed: orNull(draft.disputed),
      undisputed: orNull(draft.undisputed),
      proposals: orNull(draft.proposals),
    },
  };
}
