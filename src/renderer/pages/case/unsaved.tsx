import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { LeavingDialog } from '../../components/leaving-dialog.tsx';

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
      {open.length > 0 && (
        <LeavingDialog partOf={({ pathname }) => pathname}>
          {open.join('、')}中填写的内容还没有保存，离开后就没有了。
        </LeavingDialog>
      )}
    </UnsavedContext>
  );
}
