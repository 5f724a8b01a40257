import { Button, Modal } from 'antd';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef } from 'react';
import { useBlocker } from 'react-router';

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
  const open = useRef(new Set<string>());
  const mark = useCallback((what: string, unsaved: boolean) => {
    if (unsaved) {
      open.current.add(what);
    } else {
      open.current.delete(what);
    }
  }, []);
  const unsaved = useMemo(() => ({ mark }), [mark]);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      open.current.size > 0 && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    const onUnload = (event: BeforeUnloadEvent) => {
      if (open.current.size > 0) {
        event.preventDefault();
      }
    };
    window.addEventListener('beforeunload', onUnload);
    return () => window.removeEventListener('beforeunload', onUnload);
  }, []);
  return (
    <UnsavedContext value={unsaved}>
      {props.children}
      <Modal
        title="有修改还没有保存"
        open={blocker.state === 'blocked'}
        onCancel={() => blocker.reset?.()}
        footer={[
          <Button key="leave" onClick={() => blocker.proceed?.()}>
            不保存，离开
          </Button>,
          <Button key="stay" type="primary" onClick={() => blocker.reset?.()}>
            留在本页
          </Button>,
        ]}
      >
        {[...open.current].join('、')}中填写的内容还没有保存，离开后就没有了。
      </Modal>
    </UnsavedContext>
  );
}
