/** What there is to say of the office's changes; `opened` means that some may have been missed before. */
export type News = 'open' | 'opened' | 'changed' | 'lost';

/**
 * Lets one tab follow the office's changes and tell the other tabs of this start, because a browser opens six connections
 * to one address for all its tabs together: a stream in each would leave the seventh without any. When that tab is closed
 * the next one takes over. `start` tells the tabs of this start from those that still hold an older one's address.
 */
export async function followInOneTab(
  start: string,
  follow: (tell: (news: News) => Promise<void>) => Promise<never>,
  hear: (news: News) => Promise<void>,
): Promise<never> {
  const name = `office-changes ${start}`;
  const tabs = new BroadcastChannel(name);
  let said: News | undefined;
  tabs.addEventListener('message', ({ data }: MessageEvent<News | 'asking'>) => {
    if (data !== 'asking') {
      void hear(data);
    } else if (said !== undefined) {
      tabs.postMessage(said === 'lost' ? 'lost' : 'open');
    }
  });
  tabs.postMessage('asking');
  return await navigator.locks.request(name, () =>
    follow((news) => {
      said = news;
      tabs.postMessage(news);
      return hear(news);
    }),
  );
}
