import { Button, Group } from '@mantine/core';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { commonTexts } from '../text/common';
import { EmptyState } from './empty-state';

/** A screen that could not be drawn: what is untouched and what to do, never the error's own text. */
export function ScreenError({ reset }: ErrorComponentProps) {
  const texts = commonTexts.screenError;
  return (
    <div role="alert">
      <EmptyState
        title={texts.title}
        text={texts.text}
        action={
          <Group gap="xs">
            <Button onClick={reset}>{texts.again}</Button>
            <Button variant="default" onClick={() => window.location.reload()}>
              {texts.reload}
            </Button>
          </Group>
        }
      />
    </div>
  );
}
