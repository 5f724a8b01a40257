import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import type { OfficeClient } from '#shared/contract/index.ts';
import { ensureBuilt } from '../../src/main/launch/build.ts';
import { createOffice, type OfficeOptions } from '../../src/main/office.ts';
import { readPage } from '../../src/main/page.ts';
import { clientOf, serve } from './hosts.ts';
import { clockAt } from './offices.ts';
import { projectFolder } from './processes.ts';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'chrome',
  'msedge',
];
const usualPlaces = [
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
  'C:/Program Files/Microsoft/Edge/Application/msedge.exe',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The system's own Chromium, Chrome or Edge, or the one that BROWSER_PATH names; nothing is ever downloaded. */
function findBrowser(): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const found = [
    process.env.BROWSER_PATH ?? '',
    ...folders.flatMap((folder) => names.map((name) => join(folder, name))),
    ...usualPlaces,
  ];
  return found.find((path) => path !== '' && existsSync(path)) ?? null;
}

/** The browser of this machine, or null; tests that need one are left out then, and this says so. */
export const browserPath = findBrowser();
if (browserPath === null) {
  console.warn(
    '\n!!! No Chromium, Chrome or Edge on this machine: NOTHING OF THE PAGES IS TESTED. Install one or set BROWSER_PATH.\n',
  );
}

/**
 * By how many milliseconds at most the office's answers come late (chance decides each time), by SLOW_PAGES: so that a
 * test which looks before the page can have its answer fails here, and not on a busy machine.
 */
const lateness = Number(process.env.SLOW_PAGES ?? 0);

/** Pictures of a test run, for people to look at. */
export const pictures = join(projectFolder, 'tests/output');

export type ServedOffice = {
  readonly client: OfficeClient;
  /** Opens the page as the machine's browser would, and says who is at work. */
  open(size: { readonly width: number; readonly height: number }): Promise<OfficePage>;
  close(): Promise<void>;
};

/** An office in a temporary folder, on 20 November 2026, served to this machine's browser. */
export async function aServedOffice(options: Partial<OfficeOptions> = {}): Promise<ServedOffice> {
  if (browserPath === null) {
    throw new Error('There is no browser on this machine.');
  }
  await ensureBuilt('page', (line) => console.warn(line));
  const dataDir = mkdtempSync(join(tmpdir(), 'mediation-office-test-'));
  const office = await createOffice({ clock: clockAt('2026-11-20'), ...options, dataDir });
  const session = office.openSession();
  const host = await serve(office, session, await readPage());
  const browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox'] });
  return {
    client: clientOf(host),
    open: (size) => openPage(browser, host.url, size),
    async close() {
      await browser.close();
      await host.close();
      await office.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

export type OfficePage = {
  readonly page: Page;
  /** Goes to an address behind the #, and waits until the page there has all it asked for. */
  goTo(address: string): Promise<void>;
  /** Waits until the page of an address is shown with all that it asked for. */
  arrived(address: string): Promise<void>;
  /** What the content security policy refused and what the console complained of, since the page was opened. */
  complaints(): Promise<readonly string[]>;
  /** The rules of accessibility that are broken seriously or critically, with the places. */
  hindrances(): Promise<readonly string[]>;
  /** By how many pixels the page is wider than its window. */
  overhang(): Promise<number>;
  picture(name: string): Promise<void>;
  close(): Promise<void>;
};

async function openPage(
  browser: Browser,
  url: string,
  size: { readonly width: number; readonly height: number },
): Promise<OfficePage> {
  const context: BrowserContext = await browser.newContext({
    viewport: size,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    acceptDownloads: true,
  });
  const page = await context.newPage();
  const said: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) {
      said.push(`${message.type()}: ${message.text()}`);
    }
  });
  page.on('pageerror', (error) => said.push(`exception: ${error.message}`));
  await page.exposeFunction('reportViolation', (violation: string) => {
    said.push(`violation: ${violation}`);
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const report = (window as unknown as { reportViolation: (violation: string) => void }).reportViolation;
      report(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
    });
  });
  if (lateness > 0) {
    await page.route('**/rpc/**', async (route) => {
      await wait(Math.random() * lateness);
      await route.continue();
    });
  }
  await page.goto(url);
  await page.locator('h1').filter({ visible: true }).first().waitFor();
  const settle = () =>
    page.waitForFunction(
      () => document.querySelector('h1') !== null && document.querySelector('[aria-busy="true"]') === null,
    );
  await settle();
  const arrived = async (address: string) => {
    // The old page stays until the new one has been loaded: it is the new one whose address stands at its frame.
    await page.waitForFunction((wanted) => {
      const shown = decodeURIComponent(document.getElementById('main')?.dataset.address ?? '');
      return shown === wanted || shown.split('?')[0] === wanted;
    }, decodeURIComponent(address));
    await settle();
  };
  return {
    page,
    async goTo(address) {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, `#${address}`);
      await arrived(address);
    },
    arrived,
    async complaints() {
      return [...said];
    },
    async hindrances() {
      // Rows of a table are all of one make; the thousandth says nothing new and takes as long as the first.
      const { violations } = await new AxeBuilder({ page })
        .setLegacyMode(true)
        .exclude('tbody > tr:nth-child(n + 12)')
        .analyze();
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
    },
    overhang: () =>
      page.evaluate(() => {
        const main = document.getElementById('main') ?? document.documentElement;
        return Math.max(
          document.documentElement.scrollWidth - window.innerWidth,
          main.scrollWidth - main.clientWidth,
        );
      }),
    async picture(name) {
      mkdirSync(pictures, { recursive: true });
      await page.screenshot({ path: join(pictures, `${name}-${size.width}x${size.height}.png`) });
    },
    close: () => context.close(),
  };
}
