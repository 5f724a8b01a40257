import { openWordPackage, type WordPackage } from './word-package.ts';

/** A batch fills the same file a thousand times; few kinds are printed at once. */
const most = 4;

const kept = new Map<string, WordPackage>();

/** The checked file of a template, opened once for as long as it is used; `bytes` are asked for where it is not open. */
export function keptPackage(sha256: string, bytes: () => Uint8Array): WordPackage {
  const present = kept.get(sha256) ?? openWordPackage(bytes());
  kept.delete(sha256);
  kept.set(sha256, present);
  const [oldest] = kept.keys();
  if (kept.size > most && oldest !== undefined) kept.delete(oldest);
  return present;
}
