import { LeavingDialog } from '../../components/leaving-dialog.tsx';

/** Asks before a part of the settings with unsaved changes is left. */
export function LeavingPart(props: { readonly what: string }) {
  return (
    <LeavingDialog partOf={({ pathname, search }) => pathname + search}>
      “{props.what}”中的修改还没有保存，离开后就没有了。
    </LeavingDialog>
  );
}
