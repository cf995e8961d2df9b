import { Anchor, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconShieldCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { mayCall } from '../../api/procedure-meta';
import { queries } from '../../api/queries';
import { useSession } from '../../api/session';
import { copiesTexts } from '../../text/copies';
import { startTexts } from '../../text/start';
import { copyAge } from '../copies/copy-age';

/** One line on how old the last copy is, leading to the copies. */
export function LastCopy() {
  const { today, roles } = useSession();
  const copies = useQuery(queries.copies.list.queryOptions());
  const next = useQuery(queries.copies.next.queryOptions());
  if (copies.data === undefined || next.data === undefined) return null;
  const age = copyAge(copies.data, next.data.due, today);
  // Among the first steps it is said already.
  if (age.level === 'none' && mayCall(roles, 'people.openAccount')) return null;
  const warns = age.level === 'none' || age.level === 'late';
  const Sign = warns ? IconAlertTriangle : IconShieldCheck;
  const words = copiesTexts.age;
  return (
    <Group
      component="section"
      aria-label={startTexts.copy.title}
      gap="xs"
      wrap="nowrap"
      flex="none"
    >
      <Sign
        size={18}
        color={`var(--mantine-color-${warns ? 'orange' : 'green'}-text)`}
        aria-hidden
      />
      <Text>
        {age.level === 'none' ? words.none : words.last(words.days(age.days))}.{' '}
        {startTexts.copy.text[age.level]}{' '}
        <Anchor component={Link} to="/copies" underline="always">
          {startTexts.first.steps.copy.go}
        </Anchor>
      </Text>
    </Group>
  );
}
