import {
  ActionIcon,
  Popover,
  SegmentedControl,
  Stack,
  Text,
  useMantineColorScheme,
} from '@mantine/core';
import { IconTextSize } from '@tabler/icons-react';
import { useState } from 'react';
import { applyTextSize, storedTextSize, TEXT_SIZES } from '../../theme/text-size';
import { frameTexts } from '../../text/frame';

const schemes = (['light', 'dark', 'auto'] as const).map((value) => ({
  value,
  label: frameTexts.schemes[value],
}));
const sizes = TEXT_SIZES.map((size) => ({ value: String(size), label: `${size} %` }));

/** Light or dark, and how large the text is; kept on this computer. */
export function Appearance() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [size, setSize] = useState(storedTextSize());
  return (
    <Popover position="bottom-end" trapFocus returnFocus withArrow>
      <Popover.Target>
        <ActionIcon color="gray" aria-label={frameTexts.look} title={frameTexts.look}>
          <IconTextSize size={19} stroke={1.6} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={frameTexts.look}>
        <Stack gap="xs">
          <Text size="xs" c="dimmed">
            {frameTexts.scheme}
          </Text>
          <SegmentedControl
            aria-label={frameTexts.scheme}
            data={schemes}
            value={colorScheme}
            onChange={(value) => setColorScheme(value)}
          />
          <Text size="xs" c="dimmed">
            {frameTexts.textSize}
          </Text>
          <SegmentedControl
            aria-label={frameTexts.textSize}
            data={sizes}
            value={String(size)}
            onChange={(value) => {
              const chosen = TEXT_SIZES.find((one) => String(one) === value) ?? 100;
              applyTextSize(chosen);
              setSize(chosen);
            }}
          />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
