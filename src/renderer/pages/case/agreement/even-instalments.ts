import { addMonths, formatLocalDate, type LocalDate } from '#shared/domain/local-date.ts';
import { type Fen, fen, formatYuan } from '#shared/domain/money.ts';
import { newKey } from '../../../components/party-form/party-draft.ts';
import type { InstalmentDraft } from './agreement-draft.ts';

/**
 * So many equal instalments that make up the sum exactly: whole yuan where the sum is in whole yuan, what is left over in
 * the last one. Days follow from the first day and the step that somebody typed; without a first day they stay empty.
 */
export function evenInstalments(
  total: Fen,
  count: number,
  first: LocalDate | null,
  stepMonths: number,
): readonly InstalmentDraft[] {
  const unit = total % 100 === 0 && total / 100 >= count ? 100 : 1;
  const share = Math.floor(total / unit / count) * unit;
  return Array.from({ length: count }, (_, place) => ({
    key: newKey(),
    dueOn: first === null ? '' : formatLocalDate(addMonths(first, place * stepMonths)),
    amount: formatYuan(fen(place === count - 1 ? total - share * (count - 1) : share)),
  }));
}
