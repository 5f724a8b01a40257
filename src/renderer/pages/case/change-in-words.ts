/** A change as it is read: the field's name, and before and after in words. */
export type ChangeInWords = {
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
};
