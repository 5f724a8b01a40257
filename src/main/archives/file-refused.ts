/** Why a file is not read at all. */
export type FileRefusalCode =
  | 'oldFormat'
  | 'encrypted'
  | 'empty'
  | 'notASpreadsheet'
  | 'notADocument'
  | 'outside'
  | 'tooBig'
  | 'unsafe'
  | 'macros'
  | 'damaged';

/** A file that is not read; `code` says why to the program, `sentence` says in Chinese what to do about it. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';
  readonly code: FileRefusalCode;
  readonly sentence: string;

  constructor(code: FileRefusalCode, sentence: string) {
    super(sentence);
    this.code = code;
    this.sentence = sentence;
  }
}
