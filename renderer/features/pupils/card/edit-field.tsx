import { Select, Textarea, TextInput } from '@mantine/core';
import { useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { errorText } from '../../../api/error-text';
import { notifyError } from '../../../ui/notify';

type Common = {
  readonly label: string;
  readonly value: string;
  /** Saves what was typed; without it the field is only read. */
  readonly onSave: ((text: string) => Promise<unknown>) | undefined;
};

/**
 * A field edited in place: Enter and leaving it save, Esc takes back, and a refusal stays beside
 * what was typed. While it holds something unsaved, Ctrl+Z is the field's own.
 */
export function EditField(
  props: Common & {
    readonly problem?: ((text: string) => string | undefined) | undefined;
    readonly multiline?: boolean;
    readonly placeholder?: string;
    readonly numbers?: boolean;
    readonly maxLength?: number;
  },
) {
  const { value, onSave, problem } = props;
  const [text, setText] = useState(value);
  const [seen, setSeen] = useState(value);
  const field = useRef<HTMLInputElement | HTMLTextAreaElement>(null);
  const [saved, setSaved] = useState<string>();
  const [error, setError] = useState<string>();
  if (seen !== value) {
    setSeen(value);
    // What somebody else changed comes in where nothing is being typed.
    if (text === seen) setText(value);
  }
  if (saved !== undefined) {
    setSaved(undefined);
    // As it was kept: numbers come into one form.
    if (text.trim() === saved) setText(value);
  }
  const save = () => {
    if (onSave === undefined || text.trim() === value) return setText(value);
    const wrong = problem?.(text.trim());
    setError(wrong);
    if (wrong !== undefined) return undefined;
    return void onSave(text.trim()).then(
      () => setSaved(text.trim()),
      (refused: unknown) => {
        setError(errorText(refused).title);
        // The card is left already: the refusal must be seen all the same.
        if (field.current?.isConnected !== true) notifyError(refused);
      },
    );
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => {
    if (event.key === 'Escape' && text !== value) {
      event.stopPropagation();
      setText(value);
      setError(undefined);
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      save();
    }
  };
  const shown = {
    label: props.label,
    value: onSave === undefined && text === '' ? '—' : text,
    error,
    placeholder: onSave === undefined ? '' : props.placeholder,
    readOnly: onSave === undefined,
    variant: onSave === undefined ? 'unstyled' : 'default',
    className: props.numbers === true ? 'sj-numbers' : '',
    'data-dirty': text !== value,
    maxLength: props.maxLength ?? 200,
    onBlur: save,
    onKeyDown,
    onChange: (event: { currentTarget: { value: string } }) => {
      setText(event.currentTarget.value);
      setError(undefined);
    },
  };
  return props.multiline === true ? (
    <Textarea
      {...shown}
      ref={field as RefObject<HTMLTextAreaElement | null>}
      autosize
      minRows={1}
      maxRows={6}
    />
  ) : (
    <TextInput {...shown} ref={field as RefObject<HTMLInputElement | null>} />
  );
}

/** A choice edited in place: it is saved when it is made. */
export function EditSelect(
  props: Common & {
    readonly options: readonly { readonly value: string; readonly label: string }[];
    readonly clearable?: boolean;
    readonly placeholder?: string;
  },
) {
  const { onSave } = props;
  const [error, setError] = useState<string>();
  if (onSave === undefined) {
    const chosen = props.options.find(({ value }) => value === props.value);
    return (
      <TextInput label={props.label} value={chosen?.label ?? '—'} readOnly variant="unstyled" />
    );
  }
  return (
    <Select
      label={props.label}
      data={[...props.options]}
      value={props.value === '' ? null : props.value}
      placeholder={props.placeholder ?? ''}
      clearable={props.clearable === true}
      allowDeselect={false}
      error={error}
      onChange={(chosen) => {
        setError(undefined);
        onSave(chosen ?? '').catch((refused: unknown) => setError(errorText(refused).title));
      }}
    />
  );
}
