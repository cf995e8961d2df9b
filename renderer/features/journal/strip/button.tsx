import type { ReactNode } from 'react';
import classes from './strip.module.css';

/** A small button of the strip. */
export const Button = (props: {
  readonly main?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}) => (
  <button
    type="button"
    className={`${classes['button']}${props.main === true ? ` ${classes['main']}` : ''}`}
    onClick={props.onClick}
  >
    {props.children}
  </button>
);
