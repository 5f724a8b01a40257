import { chineseNumeral } from '../domain/chinese-numeral.ts';
import { paragraphsOf, sentence } from './facts.ts';
import { block, emphasis, type Parts, type TextBlock } from './model.ts';

/** How papers set their numbered points, and what somebody wrote in his own words. */

/** 二、期限。调解期限为三十日…: a point of a paper, `place` counted from 0. */
export function pointLine(place: number, head: string, ...words: Parts): TextBlock {
  return block('term', emphasis(`${chineseNumeral(place + 1)}、${head}。`), ...words);
}

/** Free text behind its label; `before` leads over to it, and every further paragraph stands by itself. */
export function labelledProse(label: string, prose: string, before: Parts = []): readonly TextBlock[] {
  return paragraphsOf(prose).map((paragraph, place) =>
    place === 0
      ? block('paragraph', emphasis(label), ...before, sentence(paragraph))
      : block('paragraph', sentence(paragraph)),
  );
}
