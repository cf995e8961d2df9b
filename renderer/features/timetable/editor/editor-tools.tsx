import { ActionIcon, Group, SegmentedControl, Select, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import type { EditorData } from '#contract/timetable';
import { editorTexts } from '../../../text/timetable-editor';
import { MODES, type Mode, type Shown } from './board-model';
import type { Draft } from './use-draft';

function choicesOf(data: EditorData, mode: Exclude<Mode, 'school'>) {
  const all = mode === 'class' ? data.classes : mode === 'teacher' ? data.teachers : data.rooms;
  return all.map(({ id, name }) => ({ value: String(id), label: name }));
}

/** Above the board: whose timetable, and taking changes back. */
export function EditorTools(props: {
  readonly data: EditorData;
  readonly shown: Shown;
  readonly onShown: (shown: Shown) => void;
  readonly draft: Draft;
  readonly movable: boolean;
}) {
  const { data, shown, draft } = props;
  const { mode } = shown;
  return (
    <Group gap="sm">
      <SegmentedControl
        aria-label={editorTexts.show}
        data={MODES.map((value) => ({ value, label: editorTexts.modes[value] }))}
        value={mode}
        onChange={(value) => {
          const next = MODES.find((one) => one === value) ?? 'class';
          const first = next === 'school' ? undefined : choicesOf(data, next)[0];
          props.onShown({ mode: next, id: Number(first?.value ?? 0) });
        }}
      />
      {mode !== 'school' && (
        <Select
          w={mode === 'teacher' ? '15rem' : '9rem'}
          aria-label={editorTexts.choose[mode]}
          searchable
          allowDeselect={false}
          data={choicesOf(data, mode)}
          value={String(shown.id)}
          onChange={(value) => value !== null && props.onShown({ mode, id: Number(value) })}
        />
      )}
      {props.movable && (
        <>
          <Tooltip label={editorTexts.undo}>
            <ActionIcon
              variant="default"
              size="lg"
              aria-label={editorTexts.undo}
              disabled={!draft.canUndo}
              onClick={draft.undo}
            >
              <IconArrowBackUp size={18} />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={editorTexts.redo}>
            <ActionIcon
              variant="default"
              size="lg"
              aria-label={editorTexts.redo}
              disabled={!draft.canRedo}
              onClick={draft.redo}
            >
              <IconArrowForwardUp size={18} />
            </ActionIcon>
          </Tooltip>
        </>
      )}
    </Group>
  );
}
