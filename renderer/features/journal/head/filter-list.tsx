import { Text, TextInput } from '@mantine/core';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { journalTexts } from '../../../text/journal';
import classes from './filter-list.module.css';

export type FilterOption = {
  readonly id: number;
  readonly text: string;
  readonly hint?: string;
  readonly group?: string;
};

/** Words in any order, Ё as Е, as people type when they are in a hurry. */
export function matching(options: readonly FilterOption[], typed: string): readonly FilterOption[] {
  const plain = (text: string) => text.toLowerCase().replaceAll('ё', 'е').replaceAll('-', '');
  const words = plain(typed)
    .split(/\s+/)
    .filter((word) => word !== '');
  return options.filter(({ text, hint = '' }) => {
    const hay = plain(`${text} ${hint}`);
    return words.every((word) => hay.includes(word));
  });
}

const SHOWN = 120;

/** A list to choose from: typing narrows it, arrows and Enter choose. */
export function FilterList(props: {
  readonly label: string;
  readonly options: readonly FilterOption[];
  readonly chosen: number | undefined;
  /** One more choice after those found, made of what was typed. */
  readonly extra?: (typed: string) => FilterOption | undefined;
  readonly onChoose: (id: number, typed: string) => void;
}) {
  const [typed, setTyped] = useState('');
  const extra = props.extra?.(typed);
  const found = [
    ...matching(props.options, typed).slice(0, SHOWN),
    ...(extra === undefined ? [] : [extra]),
  ];
  const [active, setActive] = useState(() =>
    Math.max(
      0,
      props.options.findIndex(({ id }) => id === props.chosen),
    ),
  );
  const list = useRef<HTMLDivElement>(null);
  const base = useId();
  const at = Math.min(active, found.length - 1);
  useEffect(() => {
    list.current?.querySelector(`[data-index="${at}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (by !== undefined) {
      event.preventDefault();
      setActive(Math.max(0, Math.min(found.length - 1, at + by)));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const option = found[at];
      if (option !== undefined) props.onChoose(option.id, typed);
    }
  };
  return (
    <div>
      <TextInput
        data-autofocus
        role="combobox"
        aria-expanded
        aria-controls={base}
        aria-activedescendant={found[at] === undefined ? undefined : `${base}-${found[at].id}`}
        aria-label={props.label}
        placeholder={props.label}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div ref={list} id={base} role="listbox" aria-label={props.label} className={classes['list']}>
        {found.map((option, index) => (
          <div key={option.id} role="presentation">
            {option.group !== undefined && option.group !== found[index - 1]?.group && (
              <div className={classes['group']}>{option.group}</div>
            )}
            <div
              id={`${base}-${option.id}`}
              role="option"
              aria-selected={option.id === props.chosen}
              data-index={index}
              data-active={index === at ? '' : undefined}
              className={classes['option']}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => props.onChoose(option.id, typed)}
            >
              <span>{option.text}</span>
              {option.hint !== undefined && <span className={classes['hint']}>{option.hint}</span>}
            </div>
          </div>
        ))}
      </div>
      {found.length === 0 && (
        <Text size="xs" c="dimmed" p="xs">
          {journalTexts.nothingFound}
        </Text>
      )}
    </div>
  );
}
