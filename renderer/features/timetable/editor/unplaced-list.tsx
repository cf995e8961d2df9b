import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { forwardRef, useEffect, useRef, type KeyboardEvent } from 'react';
import type { EditorPage } from '#contract/timetable';
import type { SlotHint } from '#domain/timetable/slot-hints';
import { editorTexts } from '../../../text/timetable-editor';
import classes from './board.module.css';
import type { Names } from './names';

export type UnplacedItem = {
  readonly page: EditorPage;
  readonly left: number;
  readonly hint: SlotHint;
};

/** What is still to be placed, what fits the chosen place first; typed words narrow it down. */
export const UnplacedList = forwardRef<
  HTMLInputElement,
  {
    readonly items: readonly UnplacedItem[];
    readonly names: Names;
    readonly filter: string;
    readonly highlighted: number;
    readonly movable: boolean;
    /** Where Enter puts the chosen one, in words. */
    readonly place: string;
    readonly onFilter: (text: string) => void;
    readonly onHighlight: (index: number) => void;
    readonly onPlace: (item: UnplacedItem) => void;
    readonly onLift: (item: UnplacedItem) => void;
    readonly onDragEnd: () => void;
    readonly onLeave: () => void;
  }
>(function UnplacedList(props, input) {
  const { items, names, highlighted } = props;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[highlighted]?.scrollIntoView({ block: 'nearest' });
  }, [highlighted]);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      props.onHighlight(Math.min(items.length - 1, Math.max(0, highlighted + step)));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const item = items[highlighted];
      if (item !== undefined) props.onPlace(item);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      props.onLeave();
    }
  };
  return (
    <>
      <TextInput
        ref={input}
        role="combobox"
        aria-expanded={items.length > 0}
        aria-controls="unplaced-hours"
        aria-activedescendant={items[highlighted] && `unplaced-${items[highlighted].page.id}`}
        aria-label={editorTexts.find}
        placeholder={editorTexts.find}
        leftSection={<IconSearch size={14} />}
        value={props.filter}
        disabled={!props.movable}
        onChange={(event) => props.onFilter(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div
        ref={list}
        id="unplaced-hours"
        {...(items.length > 0 && {
          role: 'listbox',
          tabIndex: 0,
          'aria-label': editorTexts.tabs.unplaced,
        })}
        className={classes['list']}
        onKeyDown={onKeyDown}
      >
        {items.map((item, index) => {
          const { page, left, hint } = item;
          const reason = names.hint(hint)[0];
          return (
            <div
              key={page.id}
              id={`unplaced-${page.id}`}
              role="option"
              aria-selected={index === highlighted}
              className={classes['item']}
              draggable={props.movable}
              title={reason}
              onClick={() => props.onHighlight(index)}
              onDoubleClick={() => props.onPlace(item)}
              onDragStart={(event) => {
                event.dataTransfer.effectAllowed = 'move';
                event.dataTransfer.setData('text/plain', names.lesson(page.id));
                props.onLift(item);
              }}
              onDragEnd={props.onDragEnd}
            >
              <span aria-label={`${editorTexts.levels[hint.level]}, ${props.place}`} role="img">
                {editorTexts.signs[hint.level]}
              </span>
              <strong>
                {[names.classNames(page), page.subjectName, page.groupName]
                  .filter(Boolean)
                  .join(' · ')}
              </strong>
              <span aria-label={editorTexts.leftLabel(left)} role="img">
                {left < 0 ? editorTexts.tooMany(left) : editorTexts.left(left)}
              </span>
              <small>{names.teachersOf(page)}</small>
              {reason !== undefined && <small>{reason}</small>}
            </div>
          );
        })}
        {items.length === 0 && (
          <div className={classes['strip']} style={{ padding: '0.5rem' }}>
            {props.filter === '' ? editorTexts.allPlaced : editorTexts.nothingFound}
          </div>
        )}
      </div>
    </>
  );
});
