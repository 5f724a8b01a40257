import { FileNotSaved } from './save-file.ts';

/** A host or a command does not go on; the message is the sentence for the person. */
export class Refused extends Error {}

/**
 * The sentence for a person when a host cannot open: the register's own, the host's own, or that something is wrong
 * inside, with nothing of the error but its kind (its message may hold what was typed).
 */
export function sentenceOf(error: unknown): string {
  if (error instanceof Error && 'sentence' in error && typeof error.sentence === 'string') {
    return error.sentence;
  }
  if (error instanceof Refused || error instanceof FileNotSaved) {
    return error.message;
  }
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  return `内部错误${code === '' ? '' : `（${code}）`}，请把这句话告诉维护人员。`;
}
