import { TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { IsoDate } from '#domain/calendar/iso-date';
import { commonTexts } from '../../text/common';
import { dateText, maskDate, parseDateText } from './date-text';

/** A day typed as ДД.ММ.ГГГГ. `onChange` gets null while the text is no day. */
export function DateField(props: {
  readonly label: string;
  /** The label is read aloud only: the table around shows it already. */
  readonly hideLabel?: boolean;
  readonly value: IsoDate | null;
  readonly onChange: (date: IsoDate | null) => void;
  readonly error?: ReactNode;
}) {
  const { value, onChange } = props;
  const [text, setText] = useState(dateText(value));
  const [left, setLeft] = useState(false);
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    setSeen(value);
    // Only what came from outside replaces what is being typed.
    if (value !== null && parseDateText(text) !== value) setText(dateText(value));
  }
  const wrong = left && parseDateText(text) === undefined ? commonTexts.wrongDate : undefined;
  return (
    <TextInput
      {...(props.hideLabel === true ? { 'aria-label': props.label } : { label: props.label })}
      placeholder={commonTexts.datePattern}
      inputMode="numeric"
      className="sj-numbers"
      w="7rem"
      styles={{ label: { whiteSpace: 'nowrap' } }}
      value={text}
      error={props.error ?? wrong}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => {
        const next = maskDate(event.currentTarget.value);
        setText(next);
        setLeft(false);
        // «26» may still become «2026», so the short year counts only when the field is left.
        onChange(next.length === 10 ? (parseDateText(next) ?? null) : null);
      }}
      onBlur={() => {
        setLeft(true);
        const day = parseDateText(text);
        if (day === undefined) return;
        setText(dateText(day));
        if (day !== value) onChange(day);
      }}
    />
  );
}
