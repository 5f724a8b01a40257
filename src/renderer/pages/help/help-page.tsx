import { useQuery } from '@tanstack/react-query';
import { Input, type InputRef } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { foldForSearch } from '#shared/domain/names.ts';
import { query } from '../../api.ts';
import { useOverview } from '../../components/office-facts.tsx';
import { Page, Section } from '../../components/page.tsx';
import { usePageKeys } from '../../components/page-keys.ts';
import { EmptyState, ErrorState, LoadingState } from '../../components/states.tsx';
import styles from './help.module.css';
import { HelpText } from './help-text.tsx';
import { type Block, parseMarkdown, plain, wordsOf } from './markdown.ts';

type HelpDocument = { readonly name: string; readonly title: string; readonly blocks: readonly Block[] };

type Hit = { readonly page: HelpDocument; readonly part: string | null; readonly excerpt: string };

const mostHits = 30;

/** Every block that says what is looked for, with the heading that it stands under. */
function hitsOf(pages: readonly HelpDocument[], wanted: string): readonly Hit[] {
  const words = foldForSearch(wanted)
    .split(' ')
    .filter((word) => word !== '');
  const hits: Hit[] = [];
  for (const page of pages) {
    let part: string | null = null;
    for (const block of page.blocks) {
      if (block.kind === 'heading') {
        part = block.anchor;
      }
      const text = wordsOf(block);
      const folded = foldForSearch(text);
      if (words.every((word) => folded.includes(word))) {
        const at = Math.max(0, folded.indexOf(words[0] ?? '') - 20);
        hits.push({ page, part, excerpt: `${at > 0 ? '…' : ''}${text.slice(at, at + 70)}` });
      }
    }
  }
  return hits.slice(0, mostHits);
}

/** 帮助: the pages of resources/help, with contents and search; F1 opens the one that belongs to where one is. */
export function HelpPage() {
  const { programVersion } = useOverview();
  const help = useQuery(query.reference.help.queryOptions());
  const [parameters] = useSearchParams();
  const [wanted, setWanted] = useState('');
  const search = useRef<InputRef>(null);
  usePageKeys({ search: () => search.current?.focus({ cursor: 'all' }) });
  const pages = useMemo(
    () =>
      (help.data ?? []).map(({ name, title, markdown }) => ({
        name,
        title,
        blocks: parseMarkdown(markdown),
      })),
    [help.data],
  );
  const shown = pages.find((page) => page.name === parameters.get('page')) ?? pages[0];
  const part = parameters.get('part');
  useEffect(() => {
    const target = part === null ? null : document.getElementById(`part-${part}`);
    if (target !== null) {
      target.scrollIntoView({ block: 'start' });
      target.focus({ preventScroll: true });
    } else if (shown !== undefined) {
      document.getElementById('main')?.scrollTo({ top: 0 });
    }
  }, [part, shown]);
  return (
    <Page title="帮助" note={`联动调解 ${programVersion}　按 F1 打开当前页面的说明`}>
      {help.isError ? (
        <Section>
          <ErrorState error={help.error} onRetry={() => void help.refetch()} />
        </Section>
      ) : help.data === undefined ? (
        <LoadingState />
      ) : shown === undefined ? (
        <Section>
          <EmptyState title="没有找到帮助文件" />
        </Section>
      ) : (
        <div className={styles.layout}>
          <div className={styles.side}>
            <Input
              ref={search}
              aria-label="在帮助中查找"
              placeholder="查找"
              suffix={<kbd>/</kbd>}
              allowClear
              value={wanted}
              onChange={(event) => setWanted(event.target.value)}
            />
            <Contents pages={pages} shown={shown} />
          </div>
          <Section>
            {wanted.trim() === '' ? (
              <HelpText blocks={shown.blocks} />
            ) : (
              <Hits hits={hitsOf(pages, wanted)} wanted={wanted.trim()} onOpen={() => setWanted('')} />
            )}
          </Section>
        </div>
      )}
    </Page>
  );
}

function Contents(props: { readonly pages: readonly HelpDocument[]; readonly shown: HelpDocument }) {
  return (
    <nav aria-label="帮助目录">
      <ul className={styles.contents}>
        {props.pages.map((page) => (
          <li key={page.name}>
            <Link
              to={`/help?page=${page.name}`}
              className={styles.entry ?? ''}
              aria-current={page === props.shown ? 'page' : undefined}
            >
              {page.title}
            </Link>
            {page === props.shown && (
              <ul>
                {page.blocks.map(
                  (block) =>
                    block.kind === 'heading' &&
                    block.level === 2 && (
                      <li key={block.anchor}>
                        <Link
                          to={`/help?page=${page.name}&part=${encodeURIComponent(block.anchor)}`}
                          className={styles.part ?? ''}
                        >
                          {plain(block.words)}
                        </Link>
                      </li>
                    ),
                )}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Hits(props: {
  readonly hits: readonly Hit[];
  readonly wanted: string;
  readonly onOpen: () => void;
}) {
  if (props.hits.length === 0) {
    return (
      <EmptyState title={`帮助里没有“${props.wanted}”`}>
        换一个说法再试，例如“撤销”“案号”“接收日”。
      </EmptyState>
    );
  }
  return (
    <ul className={styles.hits}>
      {props.hits.map((hit) => (
        <li key={`${hit.page.name} ${hit.part} ${hit.excerpt}`}>
          <Link
            to={`/help?page=${hit.page.name}${hit.part === null ? '' : `&part=${encodeURIComponent(hit.part)}`}`}
            onClick={props.onOpen}
          >
            {hit.page.title}
            {hit.part !== null && hit.part !== hit.page.title && ` › ${hit.part}`}
          </Link>
          <p>{hit.excerpt}</p>
        </li>
      ))}
    </ul>
  );
}
