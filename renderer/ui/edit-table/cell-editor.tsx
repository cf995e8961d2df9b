import { Select, TextInput } from '@mantine/core';
import { useRef, useState, type KeyboardEvent } from 'react';
import type { EditColumn } from './edit-column';

/** Where the cursor goes after a cell was edited. */
export type After = 'down' | 'right' | 'left' | 'stay' | 'elsewhere';

/**
 * The field of a cell under edit: Enter saves and goes down, Tab right, Esc takes back; leaving the
 * field saves. `start` is the key that began it, or the text as it stands.
 */
export function CellEditor<Row>(props: {
  readonly column: EditColumn<Row>;
  readonly row: Row | null;
  readonly start: string;
  /** The field was begun by typing: the caret stands behind it; else all is selected. */
  readonly typed: boolean;
  readonly label: string;
  readonly onDone: (text: string, after: After) => void;
  readonly onCancel: () => void;
}) {
  const { column, row, label } = props;
  /** Leaving the field by a key is followed by its loss of focus: that says nothing new. */
  const over = useRef(false);
  const onDone = (value: string, after: After) => {
    if (over.current) return;
    over.current = true;
    props.onDone(value, after);
  };
  const onCancel = () => {
    if (over.current) return;
    over.current = true;
    props.onCancel();
  };
  const [text, setText] = useState(props.start);
  const [tried, setTried] = useState(false);
  const problem = column.problem?.(text.trim(), row);
  const done = (value: string, after: After) => {
    if (column.problem?.(value.trim(), row) !== undefined) setTried(true);
    else onDone(value.trim(), after);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Escape') onCancel();
    else if (event.key === 'Enter') done(text, 'down');
    else if (event.key === 'Tab') done(text, event.shiftKey ? 'left' : 'right');
    else return;
    event.preventDefault();
  };
  if (column.edit?.kind === 'choice') {
    return (
      <Select
        aria-label={label}
        data={[...column.edit.choices]}
        value={text === '' ? null : text}
        searchable
        autoFocus
        defaultDropdownOpened
        clearable={column.edit.none !== undefined}
        placeholder={column.edit.none ?? ''}
        onChange={(value) => done(value ?? '', 'stay')}
        onBlur={onCancel}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Escape') onCancel();
        }}
        comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
      />
    );
  }
  return (
    <TextInput
      aria-label={label}
      value={text}
      autoFocus
      error={tried ? problem : undefined}
      inputMode={column.edit?.kind === 'text' && column.edit.numeric ? 'decimal' : 'text'}
      onFocus={(event) => {
        if (!props.typed) event.currentTarget.select();
      }}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => (problem === undefined ? onDone(text.trim(), 'elsewhere') : onCancel())}
      onKeyDown={onKeyDown}
    />
  );
}
