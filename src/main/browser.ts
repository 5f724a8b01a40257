import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { closeWhenAsked, readPort, startBrowserMode } from './browser/start.ts';
import { defaultDataDir } from './data-dir.ts';
import { ensureBuilt } from './launch/build.ts';
import { sentenceOf } from './refusal.ts';

const help = `用本机浏览器打开联动调解：npm run serve -- [选项]

  --data DIR   登记簿所在的文件夹（默认为本账号的数据文件夹）
  --port N     端口（默认任取一个空闲端口）；只在本机 127.0.0.1 上
  --demo       演示：用另一个文件夹和 2024 年演示台账
  --as NAME    谁在工作（不写则在页面上问）

就绪后在标准输出上打印一行 {"url": "...", "pid": ...}；按 Ctrl+C 或 SIGTERM 结束。
`;

const say = (line: string) => process.stderr.write(`${line}\n`);

function readArguments() {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      port: { type: 'string', default: '0' },
      demo: { type: 'boolean', default: false },
      as: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  return { ...values, port: readPort(values.port) };
}

async function main(): Promise<void> {
  let values: ReturnType<typeof readArguments>;
  try {
    values = readArguments();
  } catch (error) {
    say(`参数不对：${error instanceof Error ? error.message : ''}\n\n${help}`);
    process.exitCode = 2;
    return;
  }
  if (values.help) {
    process.stdout.write(help);
    return;
  }
  try {
    await ensureBuilt('page', say);
    const host = await startBrowserMode({
      dataDir: values.data === undefined ? defaultDataDir({ demo: values.demo }) : resolve(values.data),
      demo: values.demo,
      port: values.port,
      name: values.as,
    });
    closeWhenAsked(host.close);
    process.stdout.write(`${JSON.stringify({ url: host.url, pid: process.pid })}\n`);
  } catch (error) {
    say(sentenceOf(error));
    process.exitCode = 1;
  }
}

await main();
