import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { matterCodes, matters } from '#shared/domain/after-closing/matters.ts';
import { appointmentWays, consentForms, moveCodes, moves, retentions } from '#shared/domain/case-move.ts';
import { caseStatusCodes, caseStatuses } from '#shared/domain/case-status.ts';
import { channelCodes, channels } from '#shared/domain/channel.ts';
import { outlineEntry, outlineLabels, outlineLines } from '#shared/domain/channel-outline.ts';
import { localDate } from '#shared/domain/local-date.ts';
import {
  calendarPeriods,
  defaultPeriodSettings,
  suspensionGroundCodes,
  suspensionGrounds,
  workingDayPeriods,
} from '#shared/domain/period.ts';

const page = (name: string) =>
  readFileSync(new URL(`../../resources/help/${name}.md`, import.meta.url), 'utf8');

/** The rows of the table whose head begins with these words; the line of dashes left out. */
function rowsUnder(text: string, head: string): readonly string[] {
  const from = text.indexOf(`| ${head}`);
  expect(from, `a table that begins with “${head}”`).toBeGreaterThan(-1);
  const [table = ''] = text.slice(from).split('\n\n');
  return table.trim().split('\n').slice(2);
}

const row = (...cells: readonly string[]) => `| ${cells.join(' | ')} |`;
const today = localDate('2026-11-21');

test('the help names every move as the table of moves does, with its states, what it records and its article', () => {
  expect(rowsUnder(page('35-life'), '步骤')).toEqual(
    moveCodes.map((code) => {
      const { label, from, records, source } = moves[code];
      return row(label, from.map((status) => caseStatuses[status].label).join('、'), records, source);
    }),
  );
});

test('what a move is called in one channel only is said too', () => {
  const names = moveCodes.flatMap((code) => Object.values(moves[code].labelIn ?? {}));
  for (const name of names) expect(page('35-life')).toContain(`“${name}”`);
});

test('the help says what to do in every state that a case can be seen in', () => {
  const labels = rowsUnder(page('35-life'), '状态').map((line) => line.split(' | ')[0]?.slice(2));
  expect(labels).toEqual(
    caseStatusCodes.filter((code) => code !== 'draft').map((code) => caseStatuses[code].label),
  );
});

test.each([
  ['a consent', consentForms],
  ['an appointment', appointmentWays],
] as const)('the help lists the forms of %s in the words of the program', (_what, table) => {
  const labels = Object.values(table).map(({ label }) => label);
  expect(page('35-life')).toContain(labels.join('、'));
});

test('the help sets the channels apart in the words of the settings page', () => {
  expect(rowsUnder(page('32-channels'), '| 委派调解')).toEqual([
    row('什么案件', ...channelCodes.map((code) => channels[code].meaning)),
    ...outlineLines.map((line) =>
      row(
        outlineLabels[line],
        ...channelCodes.map((code) => outlineEntry(code, line, defaultPeriodSettings, today).words),
      ),
    ),
  ]);
});

test('the help says of every ground of suspension whether its days count, and the article', () => {
  expect(rowsUnder(page('37-periods'), '原因')).toEqual(
    suspensionGroundCodes.map((code) => {
      const stops = defaultPeriodSettings.stoppingGrounds.includes(code);
      return row(
        suspensionGrounds[code].label,
        stops ? '不计入期限' : '照常计入',
        suspensionGrounds[code].source,
      );
    }),
  );
});

test('every other period in the help cites the article that the program computes it by', () => {
  const known = new Set(
    [...Object.values(workingDayPeriods), ...Object.values(calendarPeriods)].map(({ source }) => source),
  );
  for (const line of rowsUnder(page('37-periods'), '事 |')) {
    expect(known).toContain(line.split(' | ')[2]?.replace(' |', ''));
  }
});

describe('what follows a closing', () => {
  const [, ...parts] = page('47-after').split('\n## ');
  const partOf = (label: string) => parts.find((part) => part.startsWith(`${label}\n`)) ?? '';

  test.each(matterCodes)('%s has its states and steps in the help as the program says them', (code) => {
    const { label, states, steps } = matters[code];
    const part = partOf(label);
    expect(part).toContain(
      `状态：${Object.values(states)
        .map((state) => state.label)
        .join('、')}。`,
    );
    expect(rowsUnder(part, '登记哪一步')).toEqual(
      Object.values(steps).map((step) => row(step.label, step.day, step.source)),
    );
  });

  test('the retention of a dossier is named', () => {
    const labels = Object.values(retentions).map(({ label }) => label);
    expect(partOf('归档')).toContain(labels.join('、'));
  });
});
