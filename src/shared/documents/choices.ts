import { checkbox, type Parts } from './model.ts';

/** Every answer with a box, the one on record ticked; none where it is left to the hand. */
export function choices(labels: Readonly<Record<string, string>>, chosen: unknown): Parts {
  return Object.entries(labels).flatMap(([key, label], place) => [
    ...(place === 0 ? [] : ['　']),
    checkbox(key === chosen),
    label,
  ]);
}
