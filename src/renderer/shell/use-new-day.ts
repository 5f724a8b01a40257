import { useEffect } from 'react';
import { queryClient } from '../api.ts';

const dayLength = 24 * 60 * 60 * 1000;
/** China keeps one time all year: eight hours before UTC. */
const shanghaiOffset = 8 * 60 * 60 * 1000;

function untilMidnight(now: number): number {
  return dayLength - ((now + shanghaiOffset) % dayLength);
}

/** Asks everything anew when a day ends in Shanghai, and after sleep: a window left open knows what day it is. */
export function useNewDay(today: string): void {
  useEffect(() => {
    const renew = () => void queryClient.invalidateQueries();
    const timer = setTimeout(renew, untilMidnight(Date.now()) + 1000);
    const seenOn = new Date(Date.now() + shanghaiOffset).toISOString().slice(0, 10);
    function look(): void {
      const day = new Date(Date.now() + shanghaiOffset).toISOString().slice(0, 10);
      if (!document.hidden && day !== seenOn) renew();
    }
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
    // A new `today` sets the timer for the next midnight.
  }, [today]);
}
