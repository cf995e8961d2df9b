import { ActionIcon, Select, TextInput, Tooltip } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { notifyError } from '../notify';
import type { EditColumn } from './edit-column';
import classes from './edit-table.module.css';

/** The last line of an editable table: what is typed there becomes a row by Enter. */
export function NewRow<Row>(props: {
  readonly columns: readonly EditColumn<Row>[];
  readonly label: string;
  readonly withActions: boolean;
  readonly onAdd: (texts: Readonly<Record<string, string>>) => Promise<unknown>;
}) {
  const { columns, label } = props;
  const initial = Object.fromEntries(columns.map(({ key, initial }) => [key, initial ?? '']));
  const [texts, setTexts] = useState(initial);
  const [tried, setTried] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  const line = useRef<HTMLTableRowElement>(null);
  const problemOf = (column: EditColumn<Row>) =>
    column.problem?.((texts[column.key] ?? '').trim(), null);
  const touched = columns.some(({ key }) => texts[key] !== initial[key]);
  async function add() {
    setTried(true);
    if (!touched || columns.some((column) => column.edit && problemOf(column) !== undefined))
      return;
    try {
      await props.onAdd(
        Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, text.trim()])),
      );
      setTexts(initial);
      setTried(false);
      // Who has gone on elsewhere meanwhile is not called back.
      if (line.current?.contains(document.activeElement) === true) first.current?.focus();
    } catch (error) {
      notifyError(error);
    }
  }
  const firstTyped = columns.findIndex(({ edit }) => edit?.kind === 'text');
  return (
    <tr className={classes['fresh']} ref={line}>
      {columns.map((column, index) => {
        const { key, title, edit, align } = column;
        const change = (text: string) => setTexts((now) => ({ ...now, [key]: text }));
        return (
          <td key={key} role="gridcell" data-align={align}>
            {edit?.kind === 'text' && (
              <TextInput
                ref={index === firstTyped ? first : null}
                aria-label={`${label}: ${title}`}
                placeholder={index === firstTyped ? label : title}
                value={texts[key] ?? ''}
                error={tried && touched ? problemOf(column) : undefined}
                onChange={(event) => change(event.currentTarget.value)}
                onKeyDown={(event) => {
                  if (event.key === 'Escape') setTexts(initial);
                  if (event.key === 'Enter') void add();
                }}
              />
            )}
            {edit?.kind === 'choice' && (
              <Select
                aria-label={`${label}: ${title}`}
                data={[...edit.choices]}
                searchable
                clearable={edit.none !== undefined}
                placeholder={edit.none ?? title}
                value={texts[key] === '' ? null : (texts[key] ?? null)}
                onChange={(value) => change(value ?? '')}
              />
            )}
          </td>
        );
      })}
      {props.withActions && (
        <td role="gridcell" className={classes['action']}>
          <Tooltip label={label}>
            <ActionIcon aria-label={label} disabled={!touched} onClick={() => void add()}>
              <IconPlus size={16} />
            </ActionIcon>
          </Tooltip>
        </td>
      )}
    </tr>
  );
}
