import { Modal, Table, Title } from '@mantine/core';
import { journalKeys } from '../../../text/journal-keys';
import classes from './strip.module.css';

/** All keys of the page (F1). */
export const KeysHelp = (props: { readonly opened: boolean; readonly onClose: () => void }) => (
  <Modal
    opened={props.opened}
    onClose={props.onClose}
    title={journalKeys.title}
    size="min(72rem, 96vw)"
    returnFocus={false}
  >
    <div className={classes['keys']}>
      {journalKeys.groups.map(([title, keys]) => (
        <section key={title}>
          <Title order={3} mt="xs">
            {title}
          </Title>
          <Table verticalSpacing={2} withRowBorders={false}>
            <Table.Tbody>
              {keys.map(([key, what]) => (
                <Table.Tr key={key}>
                  <Table.Th w="9.5rem" fw={600}>
                    {key}
                  </Table.Th>
                  <Table.Td>{what}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </section>
      ))}
    </div>
  </Modal>
);
