import { Button, Group, Text } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import type { Grant } from '#contract/shell';
import { shell } from '../../api/clients';
import { importTexts } from '../../text/imports';
import { notifyError } from '../../ui/notify';

const words = importTexts.file;

/** A file of the person: its name and the way to choose another. */
export function FileField(props: {
  readonly label: string;
  readonly hint?: string;
  readonly kind: 'table' | 'timetable' | 'netschool' | 'plan';
  readonly value: Grant | null;
  readonly onChange: (file: Grant | null) => void;
  /** Only the name and the button: the field stands in a row of others. */
  readonly compact?: boolean;
  /** The file may be taken away again. */
  readonly optional?: boolean;
}) {
  const { value } = props;
  const choose = async () => {
    try {
      const chosen = await shell.chooseFile({ kind: props.kind });
      if (chosen !== null) props.onChange(chosen);
    } catch (error) {
      notifyError(error);
    }
  };
  return (
    <Group gap="sm" wrap="nowrap">
      {props.compact !== true && (
        <div style={{ width: '16rem' }}>
          <Text fw={500}>{props.label}</Text>
          {props.hint !== undefined && (
            <Text size="xs" c="dimmed">
              {props.hint}
            </Text>
          )}
        </div>
      )}
      <Button
        variant={value === null && props.optional !== true ? 'filled' : 'default'}
        onClick={() => void choose()}
        aria-label={`${props.label}: ${value === null ? words.choose : words.other}`}
      >
        {value === null ? words.choose : words.other}
      </Button>
      {value !== null && (
        <Group gap={4} wrap="nowrap">
          <IconFileText size={16} aria-hidden />
          <Text truncate maw={props.compact === true ? '14rem' : '26rem'}>
            {value.name}
          </Text>
          {props.optional === true && (
            <Button variant="subtle" onClick={() => props.onChange(null)}>
              {words.drop}
            </Button>
          )}
        </Group>
      )}
    </Group>
  );
}
