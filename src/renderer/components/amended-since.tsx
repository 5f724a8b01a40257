/** What an undoing takes along besides: cases of the import that somebody has worked on since. */
export function AmendedSince(props: { readonly count: number }) {
  return props.count === 0 ? null : (
    <p>其中 {props.count} 件导入后又有办理记录，也会移入回收站，可逐件恢复。</p>
  );
}
