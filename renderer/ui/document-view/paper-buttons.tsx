import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';

type Props = { readonly onClick: () => void; readonly children: string };

/** To the paper of what is on the screen. */
export const PaperButton = ({ onClick, children }: Props) => (
  <Button variant="default" leftSection={<IconPrinter size={16} />} onClick={onClick}>
    {children}
  </Button>
);

/** From a paper back to what it is of. */
export const BackButton = ({ onClick, children }: Props) => (
  <Button variant="default" onClick={onClick}>
    {children}
  </Button>
);
