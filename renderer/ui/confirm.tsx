import { Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { commonTexts } from '../text/common';

/** Asks before what cannot be undone; `deed` is the button's word («Закрыть год»). */
export function confirm(question: {
  readonly title: string;
  readonly text: string;
  readonly deed: string;
  readonly danger?: boolean;
}): Promise<boolean> {
  return new Promise((resolve) => {
    modals.openConfirmModal({
      title: question.title,
      children: <Text>{question.text}</Text>,
      labels: { confirm: question.deed, cancel: commonTexts.cancel },
      confirmProps: question.danger === true ? { color: 'red.9' } : {},
      onConfirm: () => resolve(true),
      onCancel: () => resolve(false),
      onClose: () => resolve(false),
    });
  });
}
