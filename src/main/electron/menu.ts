import type { MenuItemConstructorOptions } from 'electron';

export type MenuActions = {
  /** Shows a page of the program by its place, such as `/help`. */
  readonly show: (place: string) => void;
  readonly print: () => void;
  readonly about: () => void;
};

const separator = { type: 'separator' } as const;

/** The system menu. The roles of 编辑 are what makes copy and paste work from the menu and on every keyboard. */
export function menuTemplate(actions: MenuActions): MenuItemConstructorOptions[] {
  const page = (label: string, place: string, accelerator: string): MenuItemConstructorOptions => ({
    label,
    accelerator,
    click: () => actions.show(place),
  });
  return [
    {
      label: '文件(&F)',
      submenu: [
        page('登记新案件', '/register', 'CmdOrCtrl+N'),
        separator,
        { label: '打印…', accelerator: 'CmdOrCtrl+P', click: actions.print },
        separator,
        { label: '退出', role: 'quit', accelerator: 'CmdOrCtrl+Q' },
      ],
    },
    {
      label: '编辑(&E)',
      submenu: editItems(),
    },
    {
      label: '视图(&V)',
      submenu: [
        page('今日', '/', 'CmdOrCtrl+1'),
        page('案件', '/cases', 'CmdOrCtrl+2'),
        page('统计', '/statistics', 'CmdOrCtrl+3'),
        page('名册', '/mediators', 'CmdOrCtrl+4'),
        page('设置', '/settings', 'CmdOrCtrl+5'),
        separator,
        { label: '放大', role: 'zoomIn', accelerator: 'CmdOrCtrl+=' },
        { label: '缩小', role: 'zoomOut', accelerator: 'CmdOrCtrl+-' },
        { label: '原来大小', role: 'resetZoom', accelerator: 'CmdOrCtrl+0' },
        separator,
        { label: '全屏', role: 'togglefullscreen', accelerator: 'F11' },
      ],
    },
    {
      label: '帮助(&H)',
      submenu: [page('使用帮助', '/help', 'F1'), separator, { label: '关于联动调解', click: actions.about }],
    },
  ];
}

/** What can be done with text; also what a right click in a field offers. */
export function editItems(): MenuItemConstructorOptions[] {
  return [
    { label: '撤销', role: 'undo', accelerator: 'CmdOrCtrl+Z' },
    { label: '重做', role: 'redo', accelerator: 'CmdOrCtrl+Y' },
    separator,
    { label: '剪切', role: 'cut', accelerator: 'CmdOrCtrl+X' },
    { label: '复制', role: 'copy', accelerator: 'CmdOrCtrl+C' },
    { label: '粘贴', role: 'paste', accelerator: 'CmdOrCtrl+V' },
    { label: '删除', role: 'delete' },
    separator,
    { label: '全选', role: 'selectAll', accelerator: 'CmdOrCtrl+A' },
  ];
}
