import { ActionIcon, Button, Group, NumberInput, Text, Tooltip } from '@mantine/core';
import {
  IconArrowAutofitWidth,
  IconChevronDown,
  IconChevronUp,
  IconMinus,
  IconPlus,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { pdfTexts } from '../../text/reports';
import classes from './pdf-preview.module.css';

/** The line above the pages: which page, and how large. */
export function PdfTools(props: {
  readonly before: ReactNode;
  /** 0 while nothing is shown. */
  readonly pages: number;
  readonly current: number;
  readonly onGoTo: (page: number) => void;
  readonly factor: number;
  readonly fits: boolean;
  readonly onZoom: (to: 1 | -1 | 'fit' | 'paper') => void;
}) {
  const { pages, current, onGoTo, onZoom } = props;
  const absent = pages === 0;
  const percent = Math.round(props.factor * 100);
  return (
    <Group gap="md" wrap="wrap">
      {props.before}
      <Group gap={4} wrap="nowrap" ml="auto" role="group" aria-label={pdfTexts.pagesGroup}>
        <ActionIcon
          aria-label={pdfTexts.previousPage}
          disabled={absent || current <= 1}
          onClick={() => onGoTo(current - 1)}
        >
          <IconChevronUp size={17} />
        </ActionIcon>
        <NumberInput
          className={classes['number'] ?? ''}
          aria-label={pdfTexts.page}
          hideControls
          min={1}
          max={Math.max(1, pages)}
          disabled={absent}
          value={current}
          onChange={(value) => typeof value === 'number' && onGoTo(value)}
        />
        <Text className="sj-numbers" miw="2.25rem">
          {pdfTexts.of(absent ? null : pages)}
        </Text>
        <ActionIcon
          aria-label={pdfTexts.nextPage}
          disabled={absent || current >= pages}
          onClick={() => onGoTo(current + 1)}
        >
          <IconChevronDown size={17} />
        </ActionIcon>
      </Group>
      <Group gap={4} wrap="nowrap" role="group" aria-label={pdfTexts.zoomGroup}>
        <Tooltip label={pdfTexts.smaller}>
          <ActionIcon aria-label={pdfTexts.smaller} disabled={absent} onClick={() => onZoom(-1)}>
            <IconMinus size={17} />
          </ActionIcon>
        </Tooltip>
        <Text className="sj-numbers" w="3rem" ta="center" aria-live="polite">
          {absent ? '' : `${percent} %`}
        </Text>
        <Tooltip label={pdfTexts.larger}>
          <ActionIcon aria-label={pdfTexts.larger} disabled={absent} onClick={() => onZoom(1)}>
            <IconPlus size={17} />
          </ActionIcon>
        </Tooltip>
        <Button
          variant={props.fits ? 'light' : 'default'}
          aria-pressed={props.fits}
          disabled={absent}
          leftSection={<IconArrowAutofitWidth size={16} />}
          onClick={() => onZoom('fit')}
        >
          {pdfTexts.fitWidth}
        </Button>
        <Button
          variant={!props.fits && percent === 100 ? 'light' : 'default'}
          aria-pressed={!props.fits && percent === 100}
          disabled={absent}
          onClick={() => onZoom('paper')}
        >
          {pdfTexts.asOnPaper}
        </Button>
      </Group>
    </Group>
  );
}
