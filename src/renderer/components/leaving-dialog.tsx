import { Button, Modal } from 'antd';
import { type ReactNode, useEffect } from 'react';
import { useBlocker } from 'react-router';
import { FirstFocus } from './first-focus.tsx';

type Address = { readonly pathname: string; readonly search: string };

/** Asks before what is not saved is left; shown only while there is something to lose. */
export function LeavingDialog(props: {
  /** What tells one part from another: an address with the same words is not another one. */
  readonly partOf: (address: Address) => string;
  readonly children: ReactNode;
}) {
  const { partOf } = props;
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => partOf(currentLocation) !== partOf(nextLocation),
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
      {props.children}
    </Modal>
  );
}
