import Docxtemplater from 'docxtemplater';
import type { TagRow } from '#shared/documents/office-wording.ts';
import { type PackedPart, packedBytes, packedPart, zipOf } from '../../archives/zip-parts.ts';
import { lowLine } from '../word-parts.ts';
import type { WordPackage } from './word-package.ts';
import type { TextPart } from './word-text.ts';

/** Why a template cannot be filled although every tag of it is known: a list begins and ends in different places. */
export class UnfillableTemplate extends Error {
  override readonly name = 'UnfillableTemplate';
  /** The tag that is in the way, where it is known. */
  readonly tag: string | undefined;

  constructor(tag: string | undefined) {
    super(`The template cannot be filled at ${tag ?? 'an unknown place'}.`);
    this.tag = tag;
  }
}

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.';
const types = { document: 'document.main+xml', header: 'header+xml', footer: 'footer+xml' } as const;
const relationship = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';

type Entry = { readonly name: string; readonly asText: () => string };

/** As much of a zip as the template engine asks for: the parts with text, and nothing else of the file. */
class TextParts {
  readonly files: Record<string, Entry> = {};

  constructor(texts: readonly TextPart[]) {
    const overrides = texts.map(
      ({ name, kind }) => `<Override PartName="/${name}" ContentType="${wordType}${types[kind]}"/>`,
    );
    this.#put('[Content_Types].xml', `<Types>${overrides.join('')}</Types>`);
    const [main] = texts;
    this.#put(
      '_rels/.rels',
      `<Relationships><Relationship Id="rId1" Type="${relationship}" Target="${main?.name}"/></Relationships>`,
    );
    for (const { name, xml } of texts) this.#put(name, xml);
  }

  #put(name: string, text: string): void {
    this.files[name] = { name, asText: () => text };
  }

  file(name: string | RegExp, content?: string | Uint8Array): unknown {
    if (name instanceof RegExp) return Object.values(this.files).filter((entry) => name.test(entry.name));
    if (content === undefined) return this.files[name] ?? null;
    this.#put(name, typeof content === 'string' ? content : Buffer.from(content).toString('utf8'));
    return this;
  }

  remove(name: string): this {
    delete this.files[name];
    return this;
  }
}

/** What a tag stands for: a value of the row that is open, or of the one around it; nothing else can be reached. */
function lookedUp(tag: string) {
  const name = tag.replace(/\s+/gu, '');
  return {
    get: (scope: unknown): unknown =>
      typeof scope === 'object' && scope !== null && Object.hasOwn(scope, name)
        ? (scope as Readonly<Record<string, unknown>>)[name]
        : undefined,
  };
}

/** The text parts made ready for filling; throws UnfillableTemplate where the engine finds no way through. */
export function compileTexts(texts: readonly TextPart[]): (values: TagRow) => readonly TextPart[] {
  const parts = new TextParts(texts);
  const engine = guarded(
    () =>
      new Docxtemplater(parts, {
        paragraphLoop: true,
        linebreaks: true,
        errorLogging: false,
        parser: lookedUp,
        nullGetter: ({ value }: { readonly value?: string }) => {
          throw new UnfillableTemplate(value);
        },
      }),
  );
  return (values) => {
    guarded(() => engine.render(values));
    return texts.map((text) => ({ ...text, xml: withLastLine(parts.files[text.name]?.asText() ?? '') }));
  };
}

/**
 * A part ends with a paragraph. Where those after the last table were an empty list, the engine leaves none, and Word adds
 * a whole line, if need be on a page of its own.
 */
function withLastLine(xml: string): string {
  return xml.replace(/<\/w:tbl>(?=<w:sectPr[ >]|<\/w:(?:body|hdr|ftr)>)/gu, (table) => table + lowLine());
}

type EngineFault = {
  readonly properties?: { readonly xtag?: unknown; readonly errors?: readonly EngineFault[] };
};

function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof UnfillableTemplate) throw error;
    const { properties } = error as EngineFault;
    const tag = properties?.errors?.[0]?.properties?.xtag ?? properties?.xtag;
    throw new UnfillableTemplate(typeof tag === 'string' ? tag : undefined);
  }
}

/** A filled file and its text parts; the same values give the same bytes. */
export type FilledTemplate = { readonly bytes: () => Uint8Array; readonly texts: readonly TextPart[] };

const packed = new WeakMap<Uint8Array, PackedPart>();

/** Parts that no tag stands in are the same in every filled file. */
function packedOnce(name: string, bytes: Uint8Array): PackedPart {
  const present = packed.get(bytes) ?? packedBytes(name, bytes);
  packed.set(bytes, present);
  return present;
}

/** Fills the tags of a checked template. Throws UnfillableTemplate where a tag of it is no longer known. */
export function fillTemplate({ parts, texts }: WordPackage, values: TagRow): FilledTemplate {
  const filled = compileTexts(texts)(values);
  const written = new Map(filled.map(({ name, xml }) => [name, xml]));
  return {
    texts: filled,
    bytes: () =>
      zipOf(
        [...parts].map(([name, bytes]) => {
          const xml = written.get(name);
          return xml === undefined ? packedOnce(name, bytes) : packedPart(name, xml);
        }),
      ),
  };
}
