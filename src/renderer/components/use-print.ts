import { App } from 'antd';
import { printPage } from './save-file.ts';

/** Prints the page that is shown, and says where it was not printed. */
export function usePrint(): () => Promise<void> {
  const { message } = App.useApp();
  return async () => {
    const failure = await printPage();
    if (failure !== null) message.warning(`没有打印：${failure}`);
  };
}
