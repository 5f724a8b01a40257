import { Button, Modal } from 'antd';
import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { FirstFocus } from '../../components/first-focus.tsx';

/** Asks before a part of the settings with unsaved changes is left; shown only while there is something to lose. */
export function LeavingDialog(props: { readonly what: string }) {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      currentLocation.pathname + currentLocation.search !== nextLocation.pathname + nextLocation.search,
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
      <FirstFocus />“{props.what}”中的修改还没有保存，离开后就没有了。
    </Modal>
  );
}
