import { type CaseMark, caseMarkCodes } from '#shared/domain/case-mark.ts';
import type { Period } from '#shared/domain/reporting-period.ts';
import { amountBandNames, amountBands, type Slice } from '#shared/domain/statistics.ts';
import { type Condition, withPeriod } from './condition.ts';

/** 'C11' …, or '' while the case is pending at the end of the period: its row in the table by closing. */
export const stateAtEndSql = `CASE WHEN f.ended_on <= :to THEN f.closing_code ELSE '' END`;

// The plus keeps SQLite from walking all cases of a court where a few days of the register would do.
const columns = {
  court: '+f.court_id',
  district: '+f.district',
  studio: '+f.studio_id',
  organisation: '+f.organisation_id',
  mediator: '+f.mediator_id',
  sector: '+f.sector',
  channel: '+f.channel',
  source: '+f.source',
} as const;
const byId: ReadonlySet<string> = new Set(['court', 'studio', 'organisation', 'mediator']);

const causePlaces = {
  causeGroup: 'cause_group',
  causeLevel1: 'level1',
  causeLevel2: 'level2',
  causeLevel3: 'level3',
} as const;

/** Cases by a column of `cause_places`; '' is a cause that has no such place, or none at all. */
function causeCondition(column: string, key: string): Condition {
  const placed = `SELECT c.id FROM causes c JOIN cause_places p ON p.name = c.name WHERE p.${column}`;
  return key === ''
    ? { sql: `(+f.cause_id IS NULL OR +f.cause_id NOT IN (${placed} IS NOT NULL))`, parameters: [] }
    : { sql: `+f.cause_id IN (${placed} = ?)`, parameters: [key] };
}

function bandCondition(key: string): Condition {
  if (key === 'noProperty') return { sql: 'f.claim_fen IS NULL AND f.no_property = 1', parameters: [] };
  const place = (amountBandNames as readonly string[]).indexOf(key);
  const band = amountBandNames[place];
  if (band === undefined) return { sql: 'f.claim_fen IS NULL AND f.no_property = 0', parameters: [] };
  const below = amountBandNames[place - 1];
  return {
    sql: 'f.claim_fen > ? AND f.claim_fen <= ?',
    parameters: [below === undefined ? -1 : amountBands[below].upTo, amountBands[band].upTo],
  };
}

function markCondition(key: string): Condition {
  if (key === '') return { sql: 'f.marks = 0', parameters: [] };
  return { sql: 'f.marks & ? <> 0', parameters: [1 << caseMarkCodes.indexOf(key as CaseMark)] };
}

/** The cases of one row of a table. */
export function sliceCondition({ dimension, key }: Slice, period: Period): Condition {
  switch (dimension) {
    case 'closing': {
      const state = withPeriod(stateAtEndSql, period);
      return { sql: `${state.sql} = ?`, parameters: [...state.parameters, key] };
    }
    case 'cause':
      return key === ''
        ? { sql: '+f.cause_id IS NULL', parameters: [] }
        : { sql: '+f.cause_id IN (SELECT id FROM causes WHERE name = ?)', parameters: [key] };
    case 'causeGroup':
    case 'causeLevel1':
    case 'causeLevel2':
    case 'causeLevel3':
      return causeCondition(causePlaces[dimension], key);
    case 'amountBand':
      return bandCondition(key);
    case 'mark':
      return markCondition(key);
    default: {
      const column = columns[dimension];
      if (key === '') return { sql: `${column} IS NULL`, parameters: [] };
      return { sql: `${column} = ?`, parameters: [byId.has(dimension) ? Number(key) : key] };
    }
  }
}
