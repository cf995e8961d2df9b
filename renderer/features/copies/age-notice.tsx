import { Alert, Text } from '@mantine/core';
import { IconAlertTriangle, IconShieldCheck } from '@tabler/icons-react';
import { copiesTexts } from '../../text/copies';
import { ageText, type CopyAge } from './copy-age';

const COLORS = { none: 'orange', late: 'orange', fair: 'blue', fresh: 'green' } as const;

/** How old the last copy is and whether that is enough. */
export function AgeNotice({ age }: { readonly age: CopyAge }) {
  const words = copiesTexts.age;
  const warns = age.level === 'none' || age.level === 'late';
  const Sign = warns ? IconAlertTriangle : IconShieldCheck;
  const title = age.level === 'none' ? words.none : words.last(words.days(age.days));
  return (
    <Alert color={COLORS[age.level]} icon={<Sign size={18} />} title={title}>
      <Text>{ageText(age)}</Text>
    </Alert>
  );
}
