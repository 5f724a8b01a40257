import type { ReactNode } from 'react';
import fields from './fields.module.css';

/** A choice in an open list, as antd hands it over: its words, and what is said of it at the end of the line. */
export function choiceLine(option: {
  readonly label?: ReactNode;
  readonly data: { readonly detail?: ReactNode };
}): ReactNode {
  return (
    <div className={fields.choiceLine}>
      <span>{option.label}</span>
      {option.data.detail !== undefined && <span className={fields.choiceDetail}>{option.data.detail}</span>}
    </div>
  );
}
