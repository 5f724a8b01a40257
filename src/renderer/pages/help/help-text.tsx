import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { KeyHint } from '../../components/key-hint.tsx';
import styles from './help.module.css';
import type { Block, Inline, Item } from './markdown.ts';

/** `statistics.md#口径` opens that page, `/cases` the program's own; other addresses are words, since there is no network. */
function addressOf(target: string): string | null {
  if (target.startsWith('/')) {
    return target;
  }
  const page = /^(?:\.\/)?(?:\d+-)?([a-z][a-z0-9-]*)\.md(?:#(.+))?$/.exec(target);
  if (page === null) {
    return null;
  }
  const anchor = page[2] === undefined ? '' : `&part=${encodeURIComponent(page[2])}`;
  return `/help?page=${page[1]}${anchor}`;
}

function Word(props: { readonly word: Inline }): ReactNode {
  const { word } = props;
  switch (word.kind) {
    case 'text':
      return word.text;
    case 'strong':
      return <strong>{word.text}</strong>;
    case 'code':
      return <code>{word.text}</code>;
    case 'key':
      return (
        <>
          <KeyHint keys={word.text} />
          <span className="visually-hidden">{word.text}</span>
        </>
      );
    case 'link': {
      const address = addressOf(word.target);
      return address === null ? (
        <span>
          {word.text}（{word.target}）
        </span>
      ) : (
        <Link to={address}>{word.text}</Link>
      );
    }
  }
}

// The words of a help page never change places: their index is their identity.
function Words(props: { readonly words: readonly Inline[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: fixed order
  return props.words.map((word, index) => <Word key={index} word={word} />);
}

function Items(props: { readonly items: readonly Item[]; readonly ordered: boolean }) {
  const List = props.ordered ? 'ol' : 'ul';
  return (
    <List>
      {props.items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: fixed order
        <li key={index}>
          <Words words={item.words} />
          {item.items.length > 0 && <Items items={item.items} ordered={false} />}
        </li>
      ))}
    </List>
  );
}

function BlockText(props: { readonly block: Block }): ReactNode {
  const { block } = props;
  switch (block.kind) {
    case 'heading': {
      // The page's own title is the window's h1.
      const Heading = (['h2', 'h2', 'h3', 'h4'] as const)[block.level - 1] ?? 'h4';
      return (
        <Heading id={`part-${block.anchor}`} tabIndex={-1}>
          <Words words={block.words} />
        </Heading>
      );
    }
    case 'paragraph':
      return (
        <p>
          <Words words={block.words} />
        </p>
      );
    case 'quote':
      return (
        <blockquote>
          <Words words={block.words} />
        </blockquote>
      );
    case 'code':
      return <pre>{block.text}</pre>;
    case 'list':
      return <Items items={block.items} ordered={block.ordered} />;
    case 'table':
      return (
        <table>
          <thead>
            <tr>
              {block.head.map((cell, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: fixed order
                <th key={index} scope="col">
                  <Words words={cell} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: fixed order
              <tr key={index}>
                {row.map((cell, column) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: fixed order
                  <td key={column}>
                    <Words words={cell} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
  }
}

/** A help page as elements; nothing of it is ever written into the page as markup. */
export function HelpText(props: { readonly blocks: readonly Block[] }) {
  return (
    <article className={styles.text}>
      {props.blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: fixed order
        <BlockText key={index} block={block} />
      ))}
    </article>
  );
}
