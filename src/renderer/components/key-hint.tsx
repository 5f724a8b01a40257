/** The keys that do something, as they stand on the keyboard: `keys="Ctrl+S"`. */
export function KeyHint(props: { readonly keys: string }) {
  return (
    <span aria-hidden="true">
      {props.keys.split('+').map((key, index) => (
        <span key={key}>
          {index > 0 && '+'}
          <kbd>{key}</kbd>
        </span>
      ))}
    </span>
  );
}
