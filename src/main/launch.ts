import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { closeWhenAsked, readPort, startBrowserMode } from './browser/start.ts';
import { defaultDataDir } from './data-dir.ts';
import { ensureBuilt } from './launch/build.ts';
import { openMachineBrowser } from './launch/machine-browser.ts';
import { fetchRuntime, installedRuntime, noWindowBecause, runWindow } from './launch/runtime.ts';
import { sentenceOf } from './refusal.ts';

const help = `打开联动调解：npm start [-- 选项]

  --demo       演示：用另一个文件夹和 2024 年演示台账
  --data DIR   登记簿所在的文件夹（默认为本账号的数据文件夹）
  --browser    不开桌面窗口，用本机浏览器
  --port N     浏览器模式的端口（默认任取一个空闲端口）
  --as NAME    谁在工作（不写则在页面上问）
`;

const say = (line: string) => process.stdout.write(`${line}\n`);

function readArguments() {
  const { values } = parseArgs({
    options: {
      demo: { type: 'boolean', default: false },
      data: { type: 'string' },
      browser: { type: 'boolean', default: false },
      port: { type: 'string', default: '0' },
      as: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  return { ...values, port: readPort(values.port) };
}
type Arguments = ReturnType<typeof readArguments>;

/** Opens the window; returns why there is none, in words that stand before “改用浏览器模式”, or undefined when it has been closed. */
async function openWindow(values: Arguments): Promise<string | undefined> {
  const { platform, env: environment } = process;
  const obstacle = noWindowBecause({ platform, environment, userId: process.getuid?.() });
  if (obstacle !== undefined) {
    return obstacle;
  }
  const runtime = installedRuntime() ?? (await fetchRuntime(say));
  if (runtime === undefined) {
    return '没有桌面运行时，也下载不到';
  }
  await ensureBuilt('everything', say);
  const end = await runWindow(runtime, [
    ...(values.demo ? ['--demo'] : []),
    ...(values.data === undefined ? [] : ['--data', resolve(values.data)]),
    ...(values.as === undefined ? [] : ['--as', values.as]),
  ]);
  if (!end.started) {
    return '桌面运行时在这台机器上启动不了';
  }
  process.exitCode = end.code;
  return undefined;
}

async function openBrowserMode(values: Arguments): Promise<void> {
  await ensureBuilt('page', say);
  const host = await startBrowserMode({
    dataDir: values.data === undefined ? defaultDataDir({ demo: values.demo }) : resolve(values.data),
    demo: values.demo,
    port: values.port,
    name: values.as,
  });
  closeWhenAsked(host.close);
  say(`联动调解已经打开：${host.url}`);
  openMachineBrowser(host.url);
}

async function main(): Promise<void> {
  let values: Arguments;
  try {
    values = readArguments();
  } catch (error) {
    process.stderr.write(`参数不对：${error instanceof Error ? error.message : ''}\n\n${help}`);
    process.exitCode = 2;
    return;
  }
  if (values.help) {
    process.stdout.write(help);
    return;
  }
  const because = values.browser ? undefined : await openWindow(values);
  if (because !== undefined) {
    say(`${because}，改用浏览器模式。`);
  }
  if (because !== undefined || values.browser) {
    await openBrowserMode(values);
  }
}

await main().catch((error: unknown) => {
  process.stderr.write(`${sentenceOf(error)}\n`);
  process.exitCode = 1;
});
