import { Button, Modal } from 'antd';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { useBlocker } from 'react-router';
import { FirstFocus } from '../../components/first-focus.tsx';

type Unsaved = { readonly mark: (what: string, unsaved: boolean) => void };

const UnsavedContext = createContext<Unsaved>({ mark: () => undefined });

/** Says that a form of this page holds something that is not saved yet. */
export function useUnsaved(what: string, unsaved: boolean): void {
  const { mark } = useContext(UnsavedContext);
  useEffect(() => {
    mark(what, unsaved);
    return () => mark(what, false);
  }, [mark, what, unsaved]);
}

/** Asks before a page with unsaved forms is left. */
export function UnsavedGuard(props: { readonly children: ReactNode }) {
  const [open, setOpen] = useState<readonly string[]>([]);
  const mark = useCallback(
    (what: string, unsaved: boolean) =>
      setOpen((before) => {
        if (before.includes(what) === unsaved) {
          return before;
        }
        return unsaved ? [...before, what] : before.filter((other) => other !== what);
      }),
    [],
  );
  const unsaved = useMemo(() => ({ mark }), [mark]);
  return (
    <UnsavedContext value={unsaved}>
      {props.children}
      {open.length > 0 && <LeavingDialog forms={open} />}
    </UnsavedContext>
  );
}

/** Stands in the way only while there is something to lose. */
function LeavingDialog({ forms }: { readonly forms: readonly string[] }) {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', onUnload);
    return () => window.removeEventListener('beforeunload', onUnload);
  }, []);
  return (
    <Modal
      title="有修改还没有保存"
      destroyOnHidden
      open={blocker.state === 'blocked'}
      onCancel={() => blocker.reset?.()}
      footer={[
        <Button key="leave" onClick={() => blocker.proceed?.()}>
          不保存，离开
        </Button>,
        <Button key="stay" type="primary" data-first-focus onClick={() => blocker.reset?.()}>
          留在本页
        </Button>,
      ]}
    >
      <FirstFocus />
      {forms.join('、')}中填写的内容还没有保存，离开后就没有了。
    </Modal>
  );
}
