import { contract } from '#shared/contract/index.ts';
import { keptCalendars } from '../register/calendars.ts';
import { helpPages } from '../resources.ts';
import { query } from './kinds.ts';

export const reference = {
  all: query(contract.reference.all, (db, _input, { desk }) => ({
    causes: desk.reference.causes.map((cause) => ({ ...cause, path: [...cause.path] })),
    ethnicGroups: desk.reference.ethnicGroups.map((group) => group.name),
    sectors: desk.reference.sectors.map((sector) => sector.name),
    restCalendars: keptCalendars(db).map(({ calendar }) => calendar),
    loanPrimeRates: [...desk.reference.loanPrimeRates],
  })),
  help: query(contract.reference.help, () => helpPages()),
};
