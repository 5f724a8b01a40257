import { FileNotSaved } from './save-file.ts';

/** A host or a command does not go on; the message is the sentence for the person. */
export class Refused extends Error {}

/**
 * The sentence for a person when a host cannot open: the register's own, the host's own, or that something is wrong
 * inside, with the kind of error and its place in the program but not its message, which may hold what was typed.
 */
export function sentenceOf(error: unknown): string {
  if (error instanceof Error && 'sentence' in error && typeof error.sentence === 'string') {
    return error.sentence;
  }
  if (error instanceof Refused || error instanceof FileNotSaved) {
    return error.message;
  }
  return ['内部错误，请把下面几行告诉维护人员：', kindOf(error), ...placesOf(error)].join('\n');
}

function kindOf(error: unknown): string {
  const code =
    error instanceof Error && 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  return `${error instanceof Error ? error.name : typeof error}${code}`;
}

function placesOf(error: unknown): readonly string[] {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8);
}
