import { Text } from '@mantine/core';
import { useState, type KeyboardEvent } from 'react';
import { logInTexts } from '../text/log-in';

type Hint = 'capsLock' | 'russianLayout' | null;

/** Watches what is typed into a password: Caps Lock and Russian letters are seen only here. */
export function useKeyHint() {
  const [hint, setHint] = useState<Hint>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.getModifierState('CapsLock')) setHint('capsLock');
    else if (/^[а-яё]$/i.test(event.key)) setHint('russianLayout');
    else if (event.key.length === 1) setHint(null);
  };
  const text = hint === null ? null : logInTexts[hint];
  return {
    onKeyDown,
    hint: (
      <Text size="xs" mih={18} aria-live="polite">
        {text}
      </Text>
    ),
  };
}
