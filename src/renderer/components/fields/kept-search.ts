import { type FormEvent, useRef, useState } from 'react';

/** What is typed into a list to find an entry. The list empties its search by itself when it closes; here it stays. */
export function useKeptSearch() {
  const [typed, setTyped] = useState('');
  /** What the keyboard left in the field. */
  const keyed = useRef('');
  return {
    typed,
    forget: () => {
      keyed.current = '';
      setTyped('');
    },
    onInputCapture: (event: FormEvent) => {
      keyed.current = event.target instanceof HTMLInputElement ? event.target.value : '';
    },
    onSearch: (text: string) => {
      if (text !== '' || keyed.current === '') {
        setTyped(text);
      }
    },
  };
}
