import type { MenuItemConstructorOptions } from 'electron';

/** A key of the page, as Electron names keys: `{ keyCode: 'N', modifiers: ['control'] }` is Ctrl+N. */
export type PageKey = { readonly keyCode: string; readonly modifiers: readonly ('control' | 'alt')[] };

export type MenuActions = {
  /** Presses a key in the page: the page alone knows what it saves, prints or shows. */
  readonly press: (key: PageKey) => void;
  readonly about: () => void;
};

const separator = { type: 'separator' } as const;
const names = { control: 'Ctrl', alt: 'Alt' } as const;

/** The system menu. The roles of 编辑 are what makes copy and paste work from the menu and on every keyboard. */
export function menuTemplate(actions: MenuActions): MenuItemConstructorOptions[] {
  const key = (
    label: string,
    keyCode: string,
    ...modifiers: PageKey['modifiers']
  ): MenuItemConstructorOptions => ({
    label,
    accelerator: [...modifiers.map((modifier) => names[modifier]), keyCode].join('+'),
    // Shown only: on the keyboard the key goes to the page anyway.
    registerAccelerator: false,
    click: () => actions.press({ keyCode, modifiers }),
  });
  return [
    {
      label: '文件(&F)',
      submenu: [
        key('登记新案件', 'N', 'control'),
        separator,
        key('保存', 'S', 'control'),
        key('打印…', 'P', 'control'),
        separator,
        { label: '退出', role: 'quit', accelerator: 'Ctrl+Q' },
      ],
    },
    {
      label: '编辑(&E)',
      submenu: [...editItems(), separator, key('查找案件', 'K', 'control')],
    },
    {
      label: '视图(&V)',
      submenu: [
        key('案件', '1', 'alt'),
        key('登记', '2', 'alt'),
        key('名册', '3', 'alt'),
        key('统计', '4', 'alt'),
        key('设置', '5', 'alt'),
        separator,
        { label: '放大', role: 'zoomIn', accelerator: 'Ctrl+=' },
        { label: '缩小', role: 'zoomOut', accelerator: 'Ctrl+-' },
        { label: '原来大小', role: 'resetZoom', accelerator: 'Ctrl+0' },
        separator,
        { label: '全屏', role: 'togglefullscreen', accelerator: 'F11' },
      ],
    },
    {
      label: '帮助(&H)',
      submenu: [key('使用帮助', 'F1'), separator, { label: '关于联动调解', click: actions.about }],
    },
  ];
}

/** What can be done with text; also what a right click in a field offers. */
export function editItems(): MenuItemConstructorOptions[] {
  return [
    { label: '撤销', role: 'undo', accelerator: 'Ctrl+Z' },
    { label: '重做', role: 'redo', accelerator: 'Ctrl+Y' },
    separator,
    { label: '剪切', role: 'cut', accelerator: 'Ctrl+X' },
    { label: '复制', role: 'copy', accelerator: 'Ctrl+C' },
    { label: '粘贴', role: 'paste', accelerator: 'Ctrl+V' },
    { label: '删除', role: 'delete' },
    separator,
    { label: '全选', role: 'selectAll', accelerator: 'Ctrl+A' },
  ];
}
