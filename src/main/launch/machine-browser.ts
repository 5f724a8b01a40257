import { spawn } from 'node:child_process';

/** Opens an address in the machine's own browser where it has one; says nothing and fails never. */
export function openMachineBrowser(
  url: string,
  platform: NodeJS.Platform = process.platform,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): void {
  const command = openCommand(platform, environment);
  if (command === undefined) {
    return;
  }
  const [program, ...before] = command;
  const child = spawn(program, [...before, url], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}

/** What opens an address here; undefined on a machine without a display. */
export function openCommand(
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
): readonly [string, ...string[]] | undefined {
  if (platform === 'win32') {
    return ['rundll32', 'url.dll,FileProtocolHandler'];
  }
  if (platform === 'darwin') {
    return ['open'];
  }
  return environment.DISPLAY || environment.WAYLAND_DISPLAY ? ['xdg-open'] : undefined;
}
