import { useMutation, useQuery } from '@tanstack/react-query';
import type { CaseId } from '#shared/contract/ids.ts';
import { query, queryClient } from '../../api.ts';

export function useCase(id: CaseId) {
  return useQuery(query.cases.get.queryOptions({ input: { id } }));
}

/** Something done to a case: when it is done, the page shows the register as it stands then. */
export function useCommand<Input, Output>(options: {
  readonly run: (input: Input) => Promise<Output>;
  readonly onDone?: (output: Output) => void;
}) {
  return useMutation({
    mutationFn: options.run,
    onSuccess: async (output) => {
      await queryClient.invalidateQueries();
      options.onDone?.(output);
    },
  });
}
