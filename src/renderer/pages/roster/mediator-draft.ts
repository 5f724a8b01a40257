import type { CourtId, StudioId } from '#shared/contract/ids.ts';
import type { Mediator, MediatorFacts, MediatorStanding } from '#shared/contract/mediators.ts';
import { causeGroups, causeGroupsIn } from '#shared/domain/cause-of-action.ts';
import { checkResidentId } from '#shared/domain/identity.ts';
import type { LocalDate } from '#shared/domain/local-date.ts';
import { checkPhone, splitPhones } from '#shared/domain/phone.ts';
import { standingWords } from '#shared/domain/roster-columns.ts';
import { readTypedDate, typedDay } from '../../components/fields/date-field.tsx';

type Membership = 'member' | 'notMember' | 'unknown';

/** A mediator while the roster's line is typed. */
export type MediatorDraft = {
  readonly name: string;
  readonly membership: Membership;
  readonly sector: string | null;
  readonly employer: string;
  readonly phones: string;
  readonly residentId: string;
  readonly expertise: string;
  readonly languages: string;
  readonly certificateNumber: string;
  readonly courtId: CourtId | null;
  readonly studioId: StudioId | null;
  readonly listedOn: string;
  readonly termFrom: string;
  readonly termTo: string;
  readonly training: string;
  readonly standing: MediatorStanding;
  readonly incomplete: boolean;
  readonly remarks: string;
};

export const standingLabels: Readonly<Record<MediatorStanding, string>> = standingWords;

export const emptyDraft: MediatorDraft = {
  name: '',
  membership: 'unknown',
  sector: null,
  employer: '',
  phones: '',
  residentId: '',
  expertise: '',
  languages: '',
  certificateNumber: '',
  courtId: null,
  studioId: null,
  listedOn: '',
  termFrom: '',
  termTo: '',
  training: '',
  standing: 'listed',
  incomplete: false,
  remarks: '',
};

function membershipOf(isMember: boolean | null): Membership {
  return isMember === null ? 'unknown' : isMember ? 'member' : 'notMember';
}

export function draftOf(mediator: Mediator): MediatorDraft {
  return {
    name: mediator.name,
    membership: membershipOf(mediator.isMember),
    sector: mediator.sector,
    employer: mediator.employer ?? '',
    phones: mediator.phones.join('、'),
    residentId: mediator.residentId ?? '',
    expertise: mediator.expertise.join('、'),
    languages: mediator.languages.join('、'),
    certificateNumber: mediator.certificateNumber ?? '',
    courtId: mediator.courtId,
    studioId: mediator.studioId,
    listedOn: mediator.listedOn ?? '',
    termFrom: mediator.termFrom ?? '',
    termTo: mediator.termTo ?? '',
    training: mediator.training ?? '',
    standing: mediator.standing,
    incomplete: mediator.incomplete,
    remarks: mediator.remarks ?? '',
  };
}

function words(text: string): string | null {
  const trimmed = text.trim();
  return trimmed === '' ? null : trimmed;
}

function list(text: string): string[] {
  const pieces = text.split(/[、，,;；\n]+/).map((piece) => piece.trim());
  return [...new Set(pieces.filter((piece) => piece !== ''))];
}

/** What the register is to keep; ask `lacksOf` first. */
export function factsOf(draft: MediatorDraft): MediatorFacts {
  return {
    name: draft.name.trim(),
    isMember: draft.membership === 'unknown' ? null : draft.membership === 'member',
    sector: draft.sector,
    employer: words(draft.employer),
    phones: splitPhones(draft.phones),
    residentId: words(draft.residentId),
    expertise: list(draft.expertise),
    languages: list(draft.languages),
    certificateNumber: words(draft.certificateNumber),
    courtId: draft.courtId,
    studioId: draft.studioId,
    listedOn: typedDay(draft.listedOn),
    termFrom: typedDay(draft.termFrom),
    termTo: typedDay(draft.termTo),
    training: words(draft.training),
    standing: draft.standing,
    incomplete: draft.incomplete,
    remarks: words(draft.remarks),
  };
}

/** What keeps the draft from being saved; null where nothing does. */
export function lacksOf(draft: MediatorDraft): string | null {
  if (draft.name.trim() === '') {
    return '请填写姓名';
  }
  const unreadable = [draft.listedOn, draft.termFrom, draft.termTo].some(
    (typed) => readTypedDate(typed).kind === 'unreadable',
  );
  return unreadable ? '有看不懂的日期，请改正或清空' : null;
}

export function phonesWarning(typed: string): string | undefined {
  const odd = splitPhones(typed).filter((phone) => checkPhone(phone) === 'unknown');
  return odd.length === 0 ? undefined : `${odd.join('、')} 不像电话号码，请核对`;
}

export function residentIdWarning(typed: string, today: LocalDate): string | undefined {
  if (typed.trim() === '') {
    return undefined;
  }
  return checkResidentId(typed, today).kind === 'wrong'
    ? '身份证号码校验不符，请核对（可以照样保存）'
    : undefined;
}

export function termWarning(draft: MediatorDraft): string | undefined {
  const from = typedDay(draft.termFrom);
  const to = typedDay(draft.termTo);
  return from !== null && to !== null && to < from ? '聘期截止早于起始，请核对' : undefined;
}

/** Which groups of causes the suggestion reads in what is typed, and what it reads in none. */
export function expertiseWords(typed: string): { hint?: string; warning?: string } {
  const fields = list(typed);
  const unread = fields.filter((field) => causeGroupsIn(field).length === 0);
  if (unread.length > 0) {
    return { warning: `“${unread.join('、')}”对不上案由大类，派单时只按案由名称比较（可以照样保存）` };
  }
  const groups = [...new Set(fields.flatMap(causeGroupsIn))].map((code) => causeGroups[code].label);
  return groups.length === 0 ? {} : { hint: `派单时按案由大类：${groups.join('、')}` };
}
