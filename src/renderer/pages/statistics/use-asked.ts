import { useSearchParams } from 'react-router';
import { useOverview } from '../../components/office-facts.tsx';
import { requestIn } from './periods.ts';

function parametersNow(): URLSearchParams {
  return new URLSearchParams(window.location.hash.split('?')[1]);
}

/** What the page is asked for stands in its address, so that every way back leads to the same place. */
export function useAsked() {
  const { today, statistics } = useOverview();
  const [parameters, setParameters] = useSearchParams();
  return {
    parameters,
    request: requestIn(parameters, today, statistics),
    /** Reads and changes the address itself: keys come faster than pages are drawn. */
    change: (edit: (parameters: URLSearchParams) => void) => {
      const next = parametersNow();
      edit(next);
      setParameters(next, { replace: true });
    },
    requestNow: () => requestIn(parametersNow(), today, statistics),
  };
}
