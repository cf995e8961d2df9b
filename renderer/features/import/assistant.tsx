import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { commonTexts } from '../../text/common';
import { importTexts } from '../../text/imports';
import { Page } from '../../ui/page';
import classes from './import.module.css';

export type Step = keyof typeof importTexts.steps;

/**
 * The frame of an import: its steps, what the step shows, and below what is said of it beside the
 * buttons. Back keeps everything that was chosen; cancel leaves the journal as it is.
 */
export function Assistant(props: {
  readonly title: string;
  readonly hint?: ReactNode;
  readonly steps: readonly Step[];
  readonly step: Step;
  readonly onBack?: (() => void) | undefined;
  /** Leaves the assistant; absent when all is done. */
  readonly onCancel?: (() => void) | undefined;
  /** What stands left of the buttons. */
  readonly status?: ReactNode;
  readonly deed?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <Page title={props.title} hint={props.hint ?? importTexts.nothingYet}>
      <div className={classes['assistant']}>
        <ol className={classes['steps']}>
          {props.steps.map((step, index) => (
            <li key={step} aria-current={step === props.step ? 'step' : undefined}>
              {index + 1}. {importTexts.steps[step]}
            </li>
          ))}
        </ol>
        <div className={classes['body']}>{props.children}</div>
        {props.step !== 'done' && (
          <div className={classes['footer']}>
            <div>{props.status}</div>
            <Group gap="xs" wrap="nowrap">
              {props.onCancel && (
                <Button variant="default" onClick={props.onCancel}>
                  {commonTexts.cancel}
                </Button>
              )}
              {props.onBack && (
                <Button variant="default" onClick={props.onBack}>
                  {commonTexts.back}
                </Button>
              )}
              {props.deed}
            </Group>
          </div>
        )}
      </div>
    </Page>
  );
}
