import { useMutation } from '@tanstack/react-query';
import { queryClient } from '../api.ts';

/** Something asked of the office: when it is done, every page shows the register as it stands then. */
export function useAsked<Input, Output>(run: (input: Input) => Promise<Output>) {
  return useMutation({ mutationFn: run, onSuccess: () => queryClient.invalidateQueries() });
}
