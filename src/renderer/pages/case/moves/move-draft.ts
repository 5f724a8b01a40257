import type { MediatorId } from '#shared/contract/ids.ts';
import type {
  AppointmentWay,
  ConsentForm,
  MoveCode,
  Retention,
  WishedMove,
} from '#shared/domain/case-move.ts';
import { moves } from '#shared/domain/case-move.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import type { SuspensionGround } from '#shared/domain/period.ts';
import { readTypedDate } from '../../../components/fields/date-field.tsx';

/** A move with a dialog of its own; the closing has a section. */
export type DialogMove = WishedMove['code'];

export function isDialogMove(code: MoveCode): code is DialogMove {
  return code !== 'close';
}

/** What is typed in the dialog of a move; each move reads its own part. */
export type MoveDraft = {
  readonly on: string;
  readonly papers: readonly string[];
  readonly otherPapers: string;
  readonly reason: string;
  readonly receivedBy: string;
  readonly online: boolean;
  readonly mediatorId: MediatorId | null;
  readonly assisting: readonly MediatorId[];
  readonly way: AppointmentWay | null;
  readonly recusalNote: string;
  readonly requestedBy: string;
  readonly decidedBy: string;
  readonly form: ConsentForm | null;
  readonly ground: SuspensionGround | null;
  readonly reportedTo: string;
  readonly note: string;
  readonly days: string;
  readonly applicantsOn: string;
  readonly respondentsOn: string;
  readonly voucher: string;
  readonly volumeNumber: string;
  readonly pages: string;
  readonly retention: Retention | null;
  readonly place: string;
};

export const emptyMove: MoveDraft = {
  on: '',
  papers: [],
  otherPapers: '',
  reason: '',
  receivedBy: '',
  online: false,
  mediatorId: null,
  assisting: [],
  way: null,
  recusalNote: '',
  requestedBy: '',
  decidedBy: '',
  form: null,
  ground: null,
  reportedTo: '',
  note: '',
  days: '',
  applicantsOn: '',
  respondentsOn: '',
  voucher: '',
  volumeNumber: '',
  pages: '',
  retention: null,
  place: '',
};

/** The papers that mostly go with a letter (domain.md §5.1). */
export const usualPapers = [
  '起诉状',
  '证据材料',
  '当事人身份材料',
  '送达地址确认书',
  '授权委托书',
  '同意调解的记录',
] as const;

type ReadMove =
  | { readonly kind: 'move'; readonly move: WishedMove }
  | { readonly kind: 'lacks'; readonly words: string };

function words(typed: string): string | null {
  const trimmed = typed.trim();
  return trimmed === '' ? null : trimmed;
}

function whole(typed: string): number | null {
  return /^\d{1,5}$/.test(typed.trim()) && Number(typed) > 0 ? Number(typed) : null;
}

/** A typed day: null where nothing was typed, undefined where it is no day. */
function dayOrNull(typed: string): LocalDate | null | undefined {
  const read = readTypedDate(typed);
  return read.kind === 'day' ? read.day : read.kind === 'empty' ? null : undefined;
}

/** Reads what was typed for a move. An extension has the days of its consents; its own day is that of its entry. */
export function readMove(code: DialogMove, draft: MoveDraft, today: LocalDate): ReadMove {
  const lacking: string[] = [];
  const need = <Value>(value: Value | null | undefined, label: string): Value | null => {
    if (value === null || value === undefined) lacking.push(label);
    return value ?? null;
  };
  const on = code === 'extend' ? today : need(dayOrNull(draft.on), moves[code].day);
  const move = wished(code, on, draft, need);
  return move === null || lacking.length > 0
    ? { kind: 'lacks', words: `还缺：${lacking.join('、')}` }
    : { kind: 'move', move };
}

type Need = <Value>(value: Value | null | undefined, label: string) => Value | null;

function wished(code: DialogMove, on: LocalDate | null, draft: MoveDraft, need: Need): WishedMove | null {
  const reason = words(draft.reason);
  switch (code) {
    case 'dispatch': {
      const more = draft.otherPapers.split(/[、，,；;\n]/).flatMap((paper) => words(paper) ?? []);
      return on === null ? null : { code, on, detail: { papers: [...draft.papers, ...more] } };
    }
    case 'decline': {
      const given = need(reason, '原因');
      return on === null || given === null ? null : { code, on, detail: { reason: given } };
    }
    case 'accept':
      return on === null
        ? null
        : { code, on, detail: { receivedBy: words(draft.receivedBy), online: draft.online } };
    case 'appoint': {
      const mediatorId = need(draft.mediatorId, '主持调解员');
      const way = need(draft.way, '产生方式');
      return on === null || mediatorId === null || way === null
        ? null
        : {
            code,
            on,
            detail: {
              ...formerly,
              ...assistants(draft),
              mediatorId,
              way,
              recusalNote: words(draft.recusalNote),
            },
          };
    }
    case 'replace': {
      const mediatorId = need(draft.mediatorId, '新的主持调解员');
      const requestedBy = need(words(draft.requestedBy), '申请人');
      const given = need(reason, '理由');
      const decidedBy = need(words(draft.decidedBy), '决定人');
      return on === null ||
        mediatorId === null ||
        requestedBy === null ||
        given === null ||
        decidedBy === null
        ? null
        : {
            code,
            on,
            detail: {
              ...formerly,
              ...assistants(draft),
              mediatorId,
              requestedBy,
              reason: given,
              decidedBy,
              recusalNote: words(draft.recusalNote),
            },
          };
    }
    case 'inform': {
      const form = need(draft.form, '告知形式');
      return on === null || form === null ? null : { code, on, detail: { form } };
    }
    case 'suspend': {
      const ground = need(draft.ground, '中止原因');
      const { reportedTo, note } = draft;
      return on === null || ground === null
        ? null
        : { code, on, detail: { ground, reportedTo: words(reportedTo), note: words(note) } };
    }
    case 'resume':
      return on === null ? null : { code, on, detail: { note: words(draft.note) } };
    case 'extend':
      return extension(on, draft, need);
    case 'reopen': {
      const given = need(reason, '没有签成的原因');
      return on === null || given === null ? null : { code, on, detail: { reason: given } };
    }
    case 'archive': {
      const volumeNumber = need(words(draft.volumeNumber), '卷号');
      const { retention } = draft;
      return on === null || volumeNumber === null
        ? null
        : {
            code,
            on,
            detail: { volumeNumber, pages: whole(draft.pages), retention, place: words(draft.place) },
          };
    }
    case 'seekConsent':
    case 'mediate':
    case 'agree':
      return on === null ? null : { code, on, detail: {} };
  }
}

/** The office fills these in from the register. */
const formerly = { formerMediatorId: null, formerAssistingMediatorIds: [] };

function assistants(draft: MoveDraft): { assistingMediatorIds: number[] } {
  return { assistingMediatorIds: [...draft.assisting] };
}

/** The consents as they are typed; one that is still missing is sent as missing, and the office says what the law says. */
function extension(on: LocalDate | null, draft: MoveDraft, need: Need): WishedMove | null {
  const days = need(whole(draft.days), '延长天数');
  const consentForm = need(draft.form, '同意的形式');
  const applicantsConsentedOn = need(dayOrNull(draft.applicantsOn), '申请人一方同意的日期');
  const respondentsConsentedOn = need(dayOrNull(draft.respondentsOn), '被申请人一方同意的日期');
  return on === null || days === null || consentForm === null
    ? null
    : {
        code: 'extend',
        on,
        detail: {
          days,
          requestedBy: words(draft.requestedBy),
          applicantsConsentedOn,
          respondentsConsentedOn,
          consentForm,
          voucher: words(draft.voucher),
        },
      };
}
