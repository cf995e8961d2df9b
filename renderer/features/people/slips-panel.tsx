import { Alert, Button, Code, Group, ScrollArea, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useSession } from '../../api/session';
import { peopleTexts } from '../../text/people';
import { confirm } from '../../ui/confirm';
import { printSheet } from '../../ui/print';
import { dropSlips, useSlips, type Slip } from './slips';
import classes from './slips.module.css';

const words = peopleTexts.slips;

function SlipSheet(props: { readonly schoolName: string; readonly slips: readonly Slip[] }) {
  return (
    <div className={classes['sheet']}>
      {props.slips.map((slip) => (
        <article key={slip.login} className={classes['slip']}>
          <p>
            {words.sheetTitle}
            <br />
            {props.schoolName}
          </p>
          <h2>{slip.name}</h2>
          <p className={classes['secret']}>
            {words.login}: <strong>{slip.login}</strong>
            {words.password}: <strong>{slip.password}</strong>
          </p>
          <p className={classes['note']}>{words.note}</p>
        </article>
      ))}
    </div>
  );
}

/** The temporary passwords made just now: seen once, printed several on a page. */
export function SlipsPanel() {
  const { schoolName } = useSession();
  const slips = useSlips();
  if (slips.length === 0) return null;
  const sheet = <SlipSheet schoolName={schoolName} slips={slips} />;
  const print = () => void printSheet(sheet);
  const drop = async () => {
    if (await confirm(words.dropQuestion)) dropSlips();
  };
  return (
    <Alert color="yellow" title={words.title(slips.length)} flex="none">
      <Group justify="space-between" align="flex-start" gap="xs">
        <div>
          <Text size="xs">{words.text}</Text>
          <ScrollArea.Autosize mah={120} type="auto">
            {slips.map((slip) => (
              <Text key={slip.login} className="sj-numbers" style={{ whiteSpace: 'nowrap' }}>
                {slip.name}: <Code fz="sm">{slip.login}</Code> <Code fz="sm">{slip.password}</Code>
              </Text>
            ))}
          </ScrollArea.Autosize>
        </div>
        <Group gap="xs" wrap="nowrap">
          <Button leftSection={<IconPrinter size={15} />} onClick={print}>
            {words.print}
          </Button>
          <Button variant="default" onClick={() => void drop()}>
            {words.drop}
          </Button>
        </Group>
      </Group>
    </Alert>
  );
}
