const stay = '留下';
const leave = '不保存，离开';

/** What is asked when the page holds back a close; closing the question without an answer stays. */
export const unsavedQuestion = {
  type: 'question' as const,
  message: '还有没保存的内容',
  detail: '离开后，没有保存的修改会丢失。',
  buttons: [stay, leave],
  defaultId: 0,
  cancelId: 0,
  noLink: true,
};

/**
 * Lets the page go although something is unsaved, only where the person answers so. The page holds back, but only a
 * window can ask; preventing the event means that the page is not heeded.
 */
export function askBeforeLeaving(
  event: { preventDefault(): void },
  ask: (question: typeof unsavedQuestion) => number,
): void {
  if (unsavedQuestion.buttons[ask(unsavedQuestion)] === leave) {
    event.preventDefault();
  }
}
