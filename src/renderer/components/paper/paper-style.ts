import { useQuery } from '@tanstack/react-query';
import { defaultPaperStyle, type PaperStyle } from '#shared/domain/paper-style.ts';
import { query } from '../../api.ts';

/** How the office has its papers set and printed; the default until it has been told. */
export function usePaperStyle(): PaperStyle {
  return useQuery(query.settings.all.queryOptions()).data?.paperStyle.value ?? defaultPaperStyle;
}
