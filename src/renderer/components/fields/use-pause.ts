import { useEffect, useState } from 'react';

/** The value as it stood when nothing changed for so many milliseconds: asks are made then, not at every key. */
export function usePause<Value>(value: Value, milliseconds: number): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return settled;
}
