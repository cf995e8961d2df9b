import {
  ActionIcon,
  Popover,
  SegmentedControl,
  Stack,
  Text,
  useMantineColorScheme,
} from '@mantine/core';
import { IconTextSize } from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';
import { applyTextSize, followTextSize, storedTextSize, TEXT_SIZES } from '../../theme/text-size';
import { frameTexts } from '../../text/frame';

const schemes = (['light', 'dark', 'auto'] as const).map((value) => ({
  value,
  label: frameTexts.schemes[value],
}));
const sizes = TEXT_SIZES.map((size) => ({ value: String(size), label: `${size} %` }));

/** Light or dark, and how large the text is; kept on this computer. */
export function Appearance() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const size = useSyncExternalStore(followTextSize, storedTextSize);
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
            {frameTexts.textSizeKeys}
          </Text>
          <SegmentedControl
            aria-label={frameTexts.textSize}
            data={sizes}
            value={String(size)}
            onChange={(value) =>
              applyTextSize(TEXT_SIZES.find((one) => String(one) === value) ?? 100)
            }
          />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
