import { z } from 'zod';
import { caseFactsSchema } from '#shared/contract/cases.ts';
import { mediatorFactsSchema } from '#shared/contract/mediators.ts';
import { partyFactsSchema } from '#shared/contract/parties.ts';
import type { LedgerDoubt } from '#shared/domain/ledger/doubt.ts';
import type { CaseRow, LedgerCaseFacts, LedgerParty } from '#shared/domain/ledger/facts.ts';
import { ledgerFieldFacts, type Person, personFields } from '#shared/domain/ledger/fields.ts';

/** What found no room in its own field. */
type Excess = { readonly label: string; readonly text: string };

const fact = caseFactsSchema.shape;
const person = partyFactsSchema.shape;
const mediator = mediatorFactsSchema.shape;

const texts = {
  tribunal: fact.tribunal,
  judge: fact.judge,
  clerk: fact.clerk,
  letterNumber: fact.letterNumber,
  claims: fact.claims,
  facts: fact.facts,
  sector: mediator.sector,
  otherNumber: fact.platformNumber,
} as const satisfies Partial<Record<keyof LedgerCaseFacts, z.ZodType>>;

const textLabels = { ...ledgerFieldFacts, otherNumber: ledgerFieldFacts.caseNumbers };

/** One presides, and ten may assist. */
const mediatorNames = z.array(mediator.name).max(11);
/** `cases.saveParties` takes no more, so that more could never be saved again. */
const mostParties = 200;
/** 备注, with room left for a platform's number that turns out to be another case's. */
const remarksLength = 4900;

/**
 * A ledger row as the register can hold it: a text that is too long for its field, and every number beyond as many as
 * the field takes, is kept whole in 备注 with a doubt; what 备注 cannot hold stands in a doubt's sentence.
 */
export function fitted(row: CaseRow): CaseRow {
  const excess: Excess[] = [];
  const { internalNumber, remarks: written, ...facts } = withTexts(row.facts, excess);
  const numbers = keep(fact.courtNumbers, facts.caseNumbers, ledgerFieldFacts.caseNumbers.label, excess);
  const names = keep(mediatorNames, facts.mediatorNames, ledgerFieldFacts.mediators.label, excess);
  const parties = fitParties(facts, excess);
  const doubts: LedgerDoubt[] = excess.map(({ label }) => ({
    code: 'tooLong',
    sentence: `${label}太长或太多，本栏放不下，原文已写入备注，请核对。`,
  }));
  const remarks = [
    ...(internalNumber === undefined ? [] : [`台账编号：${internalNumber}`]),
    ...(written === undefined ? [] : [written]),
    ...excess.map(({ label, text }) => `${label}：${text}`),
  ].join('；');
  const kept = beginning(remarks, remarksLength);
  const rest = remarks.slice(kept.length).trim();
  if (rest !== '') {
    doubts.push({ code: 'tooLong', sentence: `备注太长，写不下的部分是：“${rest}”。` });
  }
  return {
    ...row,
    facts: {
      ...facts,
      ...parties,
      caseNumbers: numbers,
      mediatorNames: names,
      ...(kept === '' ? {} : { remarks: kept }),
    },
    doubts: [...row.doubts, ...doubts],
  };
}

function withTexts(facts: LedgerCaseFacts, excess: Excess[]): LedgerCaseFacts {
  const tooLong = (Object.keys(texts) as (keyof typeof texts)[]).filter((field) => {
    const text = facts[field];
    if (text === undefined || texts[field].safeParse(text).success) return false;
    excess.push({ label: textLabels[field].label, text });
    return true;
  });
  return tooLong.length === 0
    ? facts
    : (Object.fromEntries(
        Object.entries(facts).filter(([field]) => !(tooLong as readonly string[]).includes(field)),
      ) as LedgerCaseFacts);
}

/** The items of a list that its schema takes, in their order; the others are excess. */
function keep<Item extends string>(
  schema: z.ZodType<readonly Item[]>,
  items: readonly Item[],
  label: string,
  excess: Excess[],
): readonly Item[] {
  if (schema.safeParse(items).success) return items;
  const kept: Item[] = [];
  const left: Item[] = [];
  for (const item of items) {
    (schema.safeParse([...kept, item]).success ? kept : left).push(item);
  }
  excess.push({ label, text: left.join('、') });
  return kept;
}

type Parties = Pick<LedgerCaseFacts, 'applicants' | 'respondents' | 'thirdParties'>;

function fitParties(facts: Parties, excess: Excess[]): Parties {
  let room = mostParties;
  function side(who: Person, parties: readonly LedgerParty[]): readonly LedgerParty[] {
    const kept = parties.slice(0, room);
    room -= kept.length;
    const left = parties.slice(kept.length);
    if (left.length > 0) {
      const text = left.map(({ name, idNumber = '' }) => name + idNumber).join('、');
      excess.push({ label: ledgerFieldFacts[personFields[who].name].label, text });
    }
    return kept.map((party) => fitParty(who, party, excess));
  }
  return {
    applicants: side('applicant', facts.applicants),
    respondents: side('respondent', facts.respondents),
    thirdParties: side('thirdParty', facts.thirdParties),
  };
}

/** A party must have a name, so that the beginning of one that is too long stays. */
function fitParty(who: Person, party: LedgerParty, excess: Excess[]): LedgerParty {
  const { name, idNumber, address, phones, kind } = party;
  const fields = personFields[who];
  function fits(schema: z.ZodType, field: (typeof fields)[keyof typeof fields], text: string): boolean {
    if (schema.safeParse(text).success) return true;
    excess.push({ label: ledgerFieldFacts[field].label, text });
    return false;
  }
  return {
    kind,
    name: fits(person.name, fields.name, name) ? name : beginning(name, person.name.maxLength ?? 0),
    phones: keep(person.phones, phones, ledgerFieldFacts[fields.phone].label, excess),
    ...(idNumber === undefined || !fits(person.idNumber, fields.id, idNumber) ? {} : { idNumber }),
    ...(address === undefined || !fits(person.address, fields.address, address) ? {} : { address }),
  };
}

/** The beginning of a text, without half a character at its end. */
function beginning(text: string, length: number): string {
  return text.length <= length
    ? text
    : text
        .slice(0, length)
        .replace(/[\uD800-\uDBFF]$/, '')
        .trimEnd();
}
