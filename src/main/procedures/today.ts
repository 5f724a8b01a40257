import { contract } from '#shared/contract/index.ts';
import { type TodayGroup, todayGroupCodes } from '#shared/domain/case-dates.ts';
import { countToday, listToday } from '../register/today.ts';
import { query } from './kinds.ts';

const procedures = contract.today;

export const today = {
  list: query(procedures.list, (db, { mediatorId, groups, limit }, { desk }) => {
    const at = (group: TodayGroup) => ({ group, today: desk.today(), mediatorId });
    const counts = Object.fromEntries(todayGroupCodes.map((group) => [group, countToday(db, at(group))]));
    return {
      today: desk.today(),
      counts: counts as Record<TodayGroup, number>,
      groups: listToday(db, groups.map(at), limit),
    };
  }),
};
