import { useEffect, useRef, useState } from 'react';

let pressed = false;
const waiting: (() => void)[] = [];

function letGo(): void {
  pressed = false;
  // The click that the press makes comes first.
  setTimeout(() => {
    for (const one of waiting.splice(0)) one();
  });
}

window.addEventListener(
  'pointerdown',
  () => {
    pressed = true;
  },
  true,
);
window.addEventListener('pointerup', letGo, true);
window.addEventListener('pointercancel', letGo, true);
// Of the window itself, which loses the button; the blur of a field does not come up to here.
window.addEventListener('blur', letGo);

/** Runs it now, or after the click where the mouse button is down. */
export function afterPress(run: () => void): void {
  if (pressed) waiting.push(run);
  else run();
}

/**
 * Whether the cursor is in a field, for what is only said or rearranged once it has left. Pressing the mouse button on
 * something else leaves a field before the click is made: if the page were laid out anew between the two, what was pressed
 * would move away under the pointer and the click would be lost. So leaving counts only after the click.
 */
export function useWithin(onLeave?: () => void) {
  const [within, setWithin] = useState(false);
  const focused = useRef(false);
  const leave = useRef(onLeave);
  useEffect(() => {
    leave.current = onLeave;
  });
  return {
    within,
    onFocus: () => {
      focused.current = true;
      setWithin(true);
    },
    onBlur: () => {
      focused.current = false;
      afterPress(() => {
        // Back in it with the same click: it was not left.
        if (focused.current) return;
        setWithin(false);
        leave.current?.();
      });
    },
  };
}
