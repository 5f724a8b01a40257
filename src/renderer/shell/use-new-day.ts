import { useEffect } from 'react';
import { queryClient } from '../api.ts';

const dayLength = 24 * 60 * 60 * 1000;
/** China keeps one time all year: eight hours before UTC. */
const shanghaiOffset = 8 * 60 * 60 * 1000;

function dayNumber(): number {
  return Math.floor((Date.now() + shanghaiOffset) / dayLength);
}

function untilMidnight(): number {
  return dayLength - ((Date.now() + shanghaiOffset) % dayLength);
}

/** Asks everything anew when a day has ended in Shanghai, and after sleep: a window left open knows what day it is. */
export function useNewDay(): void {
  useEffect(() => {
    let seen = dayNumber();
    let timer: ReturnType<typeof setTimeout>;
    function look(): void {
      if (dayNumber() !== seen) {
        seen = dayNumber();
        void queryClient.invalidateQueries();
      }
      clearTimeout(timer);
      timer = setTimeout(look, untilMidnight() + 1000);
    }
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
}
