import { describe, expect, test, vi } from 'vitest';
import { type Frame, isOurPage, isOwnAddress, ownPath } from '../../src/main/electron/guards.ts';
import { askBeforeLeaving, unsavedQuestion } from '../../src/main/electron/unsaved.ts';

const own = [
  'app://local/',
  'app://local/index.html',
  'app://local/assets/index-abc.js',
  'app://local/#/cases/12',
  'app://local/index.html?x=1#/help',
];

const others = [
  '',
  ' ',
  'about:blank',
  'about:srcdoc',
  'app:',
  'app:/',
  'app://',
  'app:///',
  'app:///%2e%2e/',
  'app:///local/',
  'app:local/',
  'app://local',
  'app://local:80/',
  'app://local:/',
  'app://evil',
  'app://evil/',
  'app://evil/local/',
  'app://evil.local/',
  'app://local.evil/',
  'app://local.evil/app://local/',
  'app://local@evil/',
  'app://local@evil/app://local/',
  'app://local:x@evil/',
  'app://x@local/',
  'app://x:y@local/',
  'app://@local/',
  'app://locaI/',
  'app://Local/',
  'APP://local/',
  'App://local/',
  ' app://local/',
  'app://local\\/',
  'app://local/\\\\server\\share',
  'app:\\\\local\\',
  'app://local\u3002/',
  'app://local\uFF0F',
  'app://l\u043Ecal/',
  'app://\uFF4Cocal/',
  'app://local%2f/',
  'app://local%00/',
  'apps://local/',
  'app2://local/',
  'xapp://local/',
  'file:///etc/passwd',
  'file:///C:/Windows/System32/cmd.exe',
  'file://server/share/a.docx',
  '\\\\server\\share\\a.docx',
  '//local/',
  '/index.html',
  'index.html',
  'data:text/html,<script>1</script>',
  'data:text/html;base64,PHNjcmlwdD4=',
  'blob:app://local/4c4b2ff1-0000-4000-8000-000000000000',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'view-source:app://local/',
  'filesystem:app://local/temporary/a',
  'http://local/',
  'https://local/',
  'http://127.0.0.1/',
  'https://example.com/app://local/',
  'ws://local/',
  'ftp://local/',
  'chrome://gpu/',
  'devtools://devtools/bundled/inspector.html',
  'chrome-extension://abc/index.html',
  'ms-word:ofe|u|app://local/',
  'mailto:a@example.com',
];

describe('what the window may show or load', () => {
  test.each(own)('%s is the program’s own', (address) => {
    expect(isOwnAddress(address)).toBe(true);
  });
  test.each(others)('“%s” is not', (address) => {
    expect(isOwnAddress(address)).toBe(false);
    expect(ownPath(address)).toBeUndefined();
  });
  test('an own address is answered by its literal path', () => {
    expect(ownPath('app://local/')).toBe('/');
    expect(ownPath('app://local/assets/a.js?v=1#x')).toBe('/assets/a.js');
    expect(ownPath('app://local/%2e%2e/secret')).toBe('/%2e%2e/secret');
  });
});

describe('who gets the port to the office', () => {
  const page: Frame = { url: 'app://local/#/cases', parent: null, detached: false, isDestroyed: () => false };
  const window = (mainFrame: Frame, gone = false) => ({ mainFrame, isDestroyed: () => gone });
  const ours = window(page);

  test('the main frame of our window that shows our page', () => {
    expect(isOurPage({ senderFrame: page, sender: ours }, ours)).toBe(true);
  });

  const thrower: Frame = {
    parent: null,
    get url(): string {
      throw new Error('Render frame was disposed before WebFrameMain could be accessed');
    },
  };
  const child: Frame = { url: 'app://local/', parent: page };
  const elsewhere: Frame = { ...page, url: 'https://example.com/' };
  const lookalike: Frame = { ...page, url: 'app://local.evil/' };
  const blank: Frame = { ...page, url: 'about:blank' };
  const destroyed: Frame = { ...page, isDestroyed: () => true };
  const detached: Frame = { ...page, detached: true };
  const copy: Frame = { ...page };
  const gone = window(page, true);
  const stranger = window(page);

  const forged: readonly (readonly [
    string,
    Parameters<typeof isOurPage>[0],
    ReturnType<typeof window> | undefined,
  ])[] = [
    ['a frame that has navigated away', { senderFrame: null, sender: ours }, ours],
    ['a frame inside the page', { senderFrame: child, sender: ours }, ours],
    ['a page of another origin', { senderFrame: elsewhere, sender: window(elsewhere) }, window(elsewhere)],
    [
      'a page of an origin that looks like ours',
      { senderFrame: lookalike, sender: window(lookalike) },
      undefined,
    ],
    ['an empty page', { senderFrame: blank, sender: window(blank) }, undefined],
    ['another frame with our address', { senderFrame: copy, sender: ours }, ours],
    ['another window with our page', { senderFrame: page, sender: stranger }, ours],
    ['our window before it exists', { senderFrame: page, sender: ours }, undefined],
    ['a window that is gone', { senderFrame: page, sender: gone }, gone],
  ];
  test.each(forged)('not %s', (_who, event, known) => {
    expect(isOurPage(event as never, known as never)).toBe(false);
  });

  test.each([
    ['its address elsewhere', elsewhere],
    ['its address nearly ours', lookalike],
    ['no address', blank],
    ['been destroyed', destroyed],
    ['been detached', detached],
    ['been disposed of', thrower],
  ])('not our window when its main frame has %s', (_what, frame) => {
    const changed = window(frame);
    expect(isOurPage({ senderFrame: frame, sender: changed }, changed)).toBe(false);
  });
});

describe('a page that holds something unsaved', () => {
  const goes = (answer: number): boolean => {
    const preventDefault = vi.fn();
    askBeforeLeaving({ preventDefault }, () => answer);
    return preventDefault.mock.calls.length === 1;
  };

  test('goes only where the person says so', () => {
    expect(unsavedQuestion.buttons.map((button, answer) => [button, goes(answer)])).toStrictEqual([
      ['留下', false],
      ['不保存，离开', true],
    ]);
  });

  test('stays where the question is closed, where Enter is pressed without reading, and for no answer known', () => {
    expect(goes(unsavedQuestion.cancelId)).toBe(false);
    expect(goes(unsavedQuestion.defaultId)).toBe(false);
    expect([-1, 2, Number.NaN].map(goes)).toStrictEqual([false, false, false]);
  });
});
