import { factWords, room } from './fact-words.ts';
import type { FilledTag } from './tag.ts';

/** A fact of a paper, and all of them where its words depend on others. */
export type Fact = { readonly value: unknown; readonly facts: object };
export type FactTags = readonly FilledTag<Fact>[];

type Options = {
  /** The words of codes. */
  readonly labels?: Readonly<Record<string, string>>;
  /** How much room is left, in full characters, where it is filled in by hand. */
  readonly room?: number;
  readonly needed?: string;
};

/** A fact that is said as it is. */
export function plain(name: string, about: string, { labels, room: wide, needed }: Options = {}): FactTags {
  return [
    {
      name,
      about,
      ...(needed === undefined ? {} : { needed, insteadOf: ['正文'] }),
      fill: ({ value }) => factWords(value, labels, wide),
    },
  ];
}

export function day(name: string, about: string): FactTags {
  return [{ name, about, fill: ({ value }) => factWords(value, undefined, 7) }];
}

export function clock(name: string): FactTags {
  return [
    {
      name,
      about: '如 9时30分；没有登记的留空手填',
      fill: ({ value }) => {
        if (typeof value !== 'string') return `${room(2)}时${room(2)}分`;
        const [hour, minute] = value.split(':').map(Number);
        return `${hour}时${minute}分`;
      },
    },
  ];
}
