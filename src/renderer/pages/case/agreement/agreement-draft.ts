import type { AgreementEffect, AgreementFacts, AgreementTerm } from '#shared/contract/agreements.ts';
import type { CaseDetail } from '#shared/contract/cases.ts';
import type { CourtId, PartyId } from '#shared/contract/ids.ts';
import { formatLocalDate } from '#shared/domain/local-date.ts';
import { addFen, type Fen, formatYuan, formatYuanPlain } from '#shared/domain/money.ts';
import { readTypedAmount } from '../../../components/fields/amount-field.tsx';
import { readTypedDate, typedDay } from '../../../components/fields/date-field.tsx';
import { newKey } from '../../../components/party-form/party-draft.ts';

export type InstalmentDraft = { readonly key: string; readonly dueOn: string; readonly amount: string };

type PaymentTerm = Extract<AgreementTerm, { kind: 'payment' }>;

export type PaymentTermDraft = {
  readonly key: string;
  readonly kind: 'payment';
  readonly payers: readonly PartyId[];
  readonly payees: readonly PartyId[];
  readonly purpose: string;
  readonly amount: string;
  readonly liability: PaymentTerm['liability'];
  /** Paid when it is signed, so that there is no day. */
  readonly onSigning: boolean;
  readonly schedule: 'once' | 'instalments';
  readonly dueOn: string;
  readonly instalments: readonly InstalmentDraft[];
  readonly method: string;
  readonly account: string;
};
export type TextTermDraft = { readonly key: string; readonly kind: 'text'; readonly text: string };
export type TermDraft = PaymentTermDraft | TextTermDraft;

/** An agreement as it stands in the form. */
export type AgreementDraft = {
  readonly form: 'written' | 'oral';
  readonly signedOn: string;
  readonly mainFacts: string;
  readonly disputedMatters: string;
  readonly terms: readonly TermDraft[];
  /** Typed over the sum of the payment terms; empty: that sum. */
  readonly agreed: string;
  readonly defaultClause: string;
  readonly costClause: string;
  readonly finalSettlement: boolean;
  readonly effect: AgreementEffect | null;
  readonly effectCourtId: CourtId | null;
};

export function emptyInstalment(): InstalmentDraft {
  return { key: newKey(), dueOn: '', amount: '' };
}

export function emptyPayment(): PaymentTermDraft {
  return {
    key: newKey(),
    kind: 'payment',
    payers: [],
    payees: [],
    purpose: '',
    amount: '',
    liability: null,
    onSigning: false,
    schedule: 'once',
    dueOn: '',
    instalments: [],
    method: '',
    account: '',
  };
}

export function emptyText(): TextTermDraft {
  return { key: newKey(), kind: 'text', text: '' };
}

/** The agreement of a case as a form; without one, an empty form. */
export function agreementDraftOf(detail: CaseDetail): AgreementDraft {
  const { agreement } = detail;
  if (agreement === null) {
    return {
      form: 'written',
      signedOn: '',
      mainFacts: '',
      disputedMatters: '',
      terms: [],
      agreed: '',
      defaultClause: '',
      costClause: '',
      finalSettlement: false,
      effect: null,
      effectCourtId: null,
    };
  }
  const terms = agreement.terms.map(termDraftOf);
  const sum = sumOfPayments(terms);
  return {
    form: agreement.form,
    signedOn: agreement.signedOn ?? '',
    mainFacts: agreement.mainFacts ?? '',
    disputedMatters: agreement.disputedMatters ?? '',
    terms,
    agreed:
      agreement.agreedFen === null || agreement.agreedFen === sum ? '' : formatYuanPlain(agreement.agreedFen),
    defaultClause: agreement.defaultClause ?? '',
    costClause: agreement.costClause ?? '',
    finalSettlement: agreement.finalSettlement,
    effect: agreement.effect,
    effectCourtId: agreement.effectCourtId,
  };
}

function termDraftOf(term: AgreementTerm): TermDraft {
  return term.kind === 'text'
    ? { key: newKey(), kind: 'text', text: term.text }
    : {
        key: newKey(),
        kind: 'payment',
        payers: term.payers,
        payees: term.payees,
        purpose: term.purpose ?? '',
        amount: formatYuanPlain(term.amountFen),
        liability: term.liability,
        onSigning: term.onSigning,
        schedule: term.instalments.length > 0 ? 'instalments' : 'once',
        dueOn: term.dueOn ?? '',
        instalments: term.instalments.map(({ dueOn, amountFen }) => ({
          key: newKey(),
          dueOn: formatLocalDate(dueOn),
          amount: formatYuan(amountFen),
        })),
        method: term.method ?? '',
        account: term.account ?? '',
      };
}

/** The sum of all payment terms as far as their amounts can be read; null where nothing is to be paid. */
export function sumOfPayments(terms: readonly TermDraft[]): Fen | null {
  const amounts = terms.flatMap((term) => (term.kind === 'payment' ? [readTypedAmount(term.amount)] : []));
  return amounts.length === 0
    ? null
    : addFen(...amounts.flatMap((amount) => (amount.kind === 'amount' ? [amount.fen] : [])));
}

/** What the instalments make up, and whether that is the sum of the term. */
export function instalmentSum(term: PaymentTermDraft): { readonly sum: Fen; readonly total: Fen | null } {
  const sum = addFen(
    ...term.instalments.flatMap(({ amount }) => {
      const read = readTypedAmount(amount);
      return read.kind === 'amount' ? [read.fen] : [];
    }),
  );
  const total = readTypedAmount(term.amount);
  return { sum, total: total.kind === 'amount' ? total.fen : null };
}

/** Whether two forms say the same: as facts where both can be read, and otherwise as they were typed. */
export function saySame(one: AgreementDraft, other: AgreementDraft): boolean {
  const [here, there] = [withoutBlanks(one), withoutBlanks(other)];
  const [mine, theirs] = [readAgreement(here), readAgreement(there)];
  return mine.kind === 'agreement' && theirs.kind === 'agreement'
    ? JSON.stringify(mine) === JSON.stringify(theirs)
    : typedIn(here) === typedIn(there);
}

/** A term in which nothing is written yet says nothing. */
function withoutBlanks(draft: AgreementDraft): AgreementDraft {
  const blank = [typedIn(emptyPayment()), typedIn(emptyText())];
  return { ...draft, terms: draft.terms.filter((term) => !blank.includes(typedIn(term))) };
}

/** What was typed, without the keys by which lists are drawn. */
function typedIn(part: AgreementDraft | TermDraft): string {
  return JSON.stringify(part, (name, value: unknown) => (name === 'key' ? undefined : value));
}

export type ReadAgreement =
  | { readonly kind: 'agreement'; readonly agreement: AgreementFacts }
  | { readonly kind: 'obstacles'; readonly words: readonly string[] };

const orNull = (typed: string) => (typed.trim() === '' ? null : typed.trim());

/** The form as facts, or what cannot be kept as it stands. What is merely missing may stay missing. */
export function readAgreement(draft: AgreementDraft): ReadAgreement {
  const words: string[] = [];
  if (readTypedDate(draft.signedOn).kind === 'unreadable') {
    words.push('签订日期看不出是哪一天');
  }
  const typedSum = readTypedAmount(draft.agreed);
  if (typedSum.kind === 'unreadable') {
    words.push('协议金额看不出金额');
  }
  const terms = draft.terms.flatMap((term, place): AgreementTerm[] => {
    const read = term.kind === 'text' ? readText(term) : readPayment(term, place, words);
    return read === null ? [] : [read];
  });
  if (words.length > 0) {
    return { kind: 'obstacles', words };
  }
  return {
    kind: 'agreement',
    agreement: {
      form: draft.form,
      agreedFen: typedSum.kind === 'amount' ? typedSum.fen : sumOfPayments(draft.terms),
      signedOn: typedDay(draft.signedOn),
      mainFacts: orNull(draft.mainFacts),
      disputedMatters: orNull(draft.disputedMatters),
      defaultClause: orNull(draft.defaultClause),
      costClause: orNull(draft.costClause),
      finalSettlement: draft.finalSettlement,
      effect: draft.effect,
      effectCourtId: draft.effectCourtId,
      terms,
    },
  };
}

function readText(term: TextTermDraft): AgreementTerm | null {
  const text = orNull(term.text);
  return text === null ? null : { kind: 'text', text };
}

function readPayment(term: PaymentTermDraft, place: number, words: string[]): AgreementTerm | null {
  const which = `第 ${place + 1} 条`;
  const amount = readTypedAmount(term.amount);
  if (amount.kind !== 'amount') {
    words.push(amount.kind === 'empty' ? `${which}缺金额` : `${which}看不出金额`);
    return null;
  }
  const onSigning = term.schedule === 'once' && term.onSigning;
  const dated = term.schedule === 'once' && !onSigning;
  if (dated && readTypedDate(term.dueOn).kind === 'unreadable') {
    words.push(`${which}的付款日期看不出是哪一天`);
  }
  const instalments = term.schedule === 'once' ? [] : term.instalments;
  const read = instalments.flatMap((instalment, at) => {
    const due = typedDay(instalment.dueOn);
    const part = readTypedAmount(instalment.amount);
    if (due === null || part.kind !== 'amount') {
      words.push(
        `${which}第 ${at + 1} 期缺${[...(due === null ? ['日期'] : []), ...(part.kind === 'amount' ? [] : ['金额'])].join('和')}`,
      );
      return [];
    }
    return [{ dueOn: due, amountFen: part.fen }];
  });
  const { sum } = instalmentSum(term);
  if (term.schedule === 'instalments' && read.length === instalments.length && sum !== amount.fen) {
    words.push(`${which}各期合计与总额不等`);
  }
  return {
    kind: 'payment',
    payers: [...term.payers],
    payees: [...term.payees],
    purpose: orNull(term.purpose),
    amountFen: amount.fen,
    liability: term.payers.length > 1 ? term.liability : null,
    onSigning,
    dueOn: dated ? typedDay(term.dueOn) : null,
    instalments: read,
    method: orNull(term.method),
    account: orNull(term.account),
  };
}
