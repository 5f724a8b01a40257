import { type Counted, countedSchema } from '#shared/contract/cases.ts';
import type { ImportId, MediatorId } from '#shared/contract/ids.ts';
import type { Month } from '#shared/domain/local-date.ts';
import type { ComparedPeriod } from '#shared/domain/statistics/tables.ts';
import type { FrozenNumbers } from './frozen-numbers.ts';

/** The address of the register with what is to be looked for. */
export function casesFound(search: string): string {
  return `/cases?${new URLSearchParams({ search })}`;
}

/** The address of the cases behind one number of a report, or behind one mediator's share of it. */
export function casesBehind(counted: Counted, mediatorId?: MediatorId): string {
  const parameters = new URLSearchParams({ counted: JSON.stringify(counted) });
  if (mediatorId !== undefined) {
    parameters.set('mediator', String(mediatorId));
  }
  return `/cases?${parameters}`;
}

/** The address of the cases behind a number of a closed month's column, as they were frozen. */
export function casesFrozen(month: Month, counted: Counted, of: ComparedPeriod = 'current'): string {
  const parameters = new URLSearchParams({ month, counted: JSON.stringify(counted) });
  if (of !== 'current') {
    parameters.set('of', of);
  }
  return `/statistics/closed?${parameters}`;
}

/** The address of the cases behind a number: as a closing froze them where it did, else as they are today. */
export function casesOf(frozen: FrozenNumbers | null, counted: Counted): string {
  return frozen === null ? casesBehind(counted) : casesFrozen(frozen.month, counted, frozen.of);
}

/** The address of the cases that one import brought in. */
export function casesOfImport(id: ImportId): string {
  return `/cases?${new URLSearchParams({ import: String(id) })}`;
}

/** The number that an address asks for the cases of; null where it asks for none or is spoilt. */
export function countedIn(parameters: URLSearchParams): Counted | null {
  const text = parameters.get('counted');
  if (text === null) {
    return null;
  }
  try {
    return countedSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** The address of the cases that one mediator leads. */
export function casesOfMediator(id: MediatorId): string {
  return `/cases?${new URLSearchParams({ mediator: String(id) })}`;
}
