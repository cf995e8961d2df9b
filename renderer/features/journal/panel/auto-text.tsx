import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import classes from './panel.module.css';

const PAUSE_MS = 800;

/**
 * A text that saves itself: after a pause of typing, when it is left, and when its place goes away.
 * What somebody else wrote comes in only while nobody types here.
 */
export function AutoText(props: {
  readonly label: string;
  readonly aside?: ReactNode;
  readonly value: string;
  readonly placeholder: string;
  readonly maxLength: number;
  readonly readOnly: boolean;
  readonly rows: number;
  readonly fieldId?: string;
  readonly onSave: (text: string) => void;
  readonly onLeave?: () => void;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
}) {
  const field = useRef<HTMLTextAreaElement>(null);
  const timer = useRef<number | undefined>(undefined);
  const save = useRef(props.onSave);
  const own = useId();
  useEffect(() => {
    save.current = props.onSave;
  });
  const flush = () => {
    if (timer.current === undefined) return;
    window.clearTimeout(timer.current);
    timer.current = undefined;
    if (field.current !== null) save.current(field.current.value.trim());
  };
  useEffect(() => {
    const element = field.current;
    if (element !== null && timer.current === undefined && element.value.trim() !== props.value) {
      element.value = props.value;
    }
  }, [props.value]);
  useEffect(() => {
    const element = field.current;
    return () => {
      if (timer.current === undefined) return;
      window.clearTimeout(timer.current);
      timer.current = undefined;
      if (element !== null) save.current(element.value.trim());
    };
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    props.onKeyDown?.(event);
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    flush();
    props.onLeave?.();
  };
  return (
    <div className={classes['field']}>
      <div className={classes['label']}>
        <label htmlFor={props.fieldId ?? own}>{props.label}</label>
        <span>{props.aside}</span>
      </div>
      <textarea
        ref={field}
        id={props.fieldId ?? own}
        className={classes['text']}
        defaultValue={props.value}
        placeholder={props.readOnly ? '' : props.placeholder}
        maxLength={props.maxLength}
        readOnly={props.readOnly}
        rows={props.rows}
        onChange={() => {
          window.clearTimeout(timer.current);
          timer.current = window.setTimeout(flush, PAUSE_MS);
        }}
        onBlur={flush}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}
