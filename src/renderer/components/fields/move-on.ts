import type { KeyboardEvent } from 'react';

const stops = [
  'input:not([type=hidden]):not([type=radio]):not([type=checkbox]):not(:disabled)',
  'textarea:not(:disabled)',
  '[data-choice]',
].join(',');

/**
 * Enter goes to the next field that is still empty, Shift+Enter back to the one before: people who copy from paper
 * press one key, and what was remembered or filled in for them is passed over. Tab walks through every field.
 */
export function moveOnWithEnter(event: KeyboardEvent<HTMLElement>): void {
  // While an input method composes, Enter belongs to it.
  if (
    event.key !== 'Enter' ||
    event.nativeEvent.isComposing ||
    event.ctrlKey ||
    event.altKey ||
    event.metaKey
  ) {
    return;
  }
  const target = event.target;
  if (
    !(target instanceof HTMLElement) ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLButtonElement ||
    target instanceof HTMLAnchorElement ||
    // What happens in a dialog bubbles to the form that opened it.
    !event.currentTarget.contains(target) ||
    isChoosing(target)
  ) {
    return;
  }
  event.preventDefault();
  event.stopPropagation();
  if (target.closest('[data-finds-nothing]') !== null) {
    // What is typed there chooses nothing: moving on would look as if it had.
    return;
  }
  if (event.shiftKey) {
    focusBefore(event.currentTarget, target);
  } else {
    focusNextEmpty(event.currentTarget, target);
  }
}

/** After a choice from a list: on to the next empty field of the form that the list belongs to. */
export function moveOnFrom(element: Element | null): void {
  const form = element?.closest('[data-form]');
  if (element instanceof HTMLElement && form instanceof HTMLElement) {
    // The list closes and puts the focus back first.
    requestAnimationFrame(() => focusNextEmpty(form, element));
  }
}

/** Puts the cursor into the field of that name, opening nothing; false where there is none. */
export function focusField(name: string, within: ParentNode = document): boolean {
  const holder = [...within.querySelectorAll<HTMLElement>(`[data-field="${CSS.escape(name)}"]`)].find(
    (one) => one.offsetParent !== null,
  );
  const field = holder?.matches(stops) ? holder : holder?.querySelector(`${stops}, input, button`);
  if (!(field instanceof HTMLElement)) {
    return false;
  }
  const focusable = field.matches('[data-choice]') ? field.querySelector('input') : field;
  holder?.scrollIntoView({ block: 'center', behavior: 'instant' });
  focusable?.focus();
  if (focusable instanceof HTMLInputElement && focusable.type === 'text') {
    focusable.select();
  }
  return true;
}

/** How long a field may take to appear, in milliseconds. */
const patience = 3000;

/** Puts the cursor into a field that is about to appear; gives up where it does not come. */
export function focusFieldSoon(name: string, within: ParentNode = document): void {
  whenThere(() => focusField(name, within));
}

/** Tries once a frame until it succeeds, and no longer than somebody would wait for it. */
export function whenThere(attempt: () => boolean, until = performance.now() + patience): void {
  requestAnimationFrame(() => {
    if (!attempt() && performance.now() < until) {
      whenThere(attempt, until);
    }
  });
}

/** A list that is open and has a highlighted entry: Enter takes the entry. Without one the list calls it number -1. */
function isChoosing(target: HTMLElement): boolean {
  const highlighted = target.getAttribute('aria-activedescendant') ?? '';
  return (
    target.getAttribute('aria-expanded') === 'true' && highlighted !== '' && !highlighted.endsWith('_-1')
  );
}

function fieldsOf(form: HTMLElement): HTMLElement[] {
  return [...form.querySelectorAll<HTMLElement>(stops)].filter(
    (field) => field.offsetParent !== null && field.closest('[data-pass-over]') === null,
  );
}

function isEmpty(field: HTMLElement): boolean {
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
    const holder = field.closest('[data-has-value]');
    return field.value.trim() === '' && holder?.getAttribute('data-has-value') !== 'true';
  }
  return field.querySelector('input:checked') === null;
}

function focusNextEmpty(form: HTMLElement, from: HTMLElement): void {
  const next = fieldsOf(form).find((field) => comesAfter(field, from) && isEmpty(field));
  if (next === undefined) {
    form.querySelector<HTMLElement>('[data-last-stop]')?.focus();
  } else {
    enter(next);
  }
}

function focusBefore(form: HTMLElement, from: HTMLElement): void {
  const before = fieldsOf(form).filter((field) => comesAfter(from, field));
  const last = before.at(-1);
  if (last !== undefined) {
    enter(last);
  }
}

function comesAfter(later: HTMLElement, earlier: HTMLElement): boolean {
  return (
    later !== earlier &&
    !later.contains(earlier) &&
    (earlier.compareDocumentPosition(later) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  );
}

function enter(field: HTMLElement): void {
  const target = field.matches('[data-choice]') ? field.querySelector<HTMLElement>('input') : field;
  target?.focus();
}
