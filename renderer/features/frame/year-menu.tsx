import { Button, Menu, Text } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { chooseYear } from '../../api/chosen-year';
import { useYears } from '../../api/years';
import { frameTexts } from '../../text/frame';

/** The school year this window works in; where there are several, another can be chosen. */
export function YearMenu({ className }: { readonly className: string | undefined }) {
  const { years, year } = useYears();
  if (year === undefined) return null;
  const name = frameTexts.year(year.name);
  if (years.length === 1) {
    return (
      <Text c="dimmed" size="xs" className={className}>
        {name}
      </Text>
    );
  }
  return (
    <Menu position="bottom-start" withArrow>
      <Menu.Target>
        <Button
          size="compact-sm"
          variant={year.current ? 'subtle' : 'light'}
          color={year.current ? 'gray' : 'orange'}
          className={className ?? ''}
          rightSection={<IconChevronDown size={14} aria-hidden />}
          aria-label={frameTexts.chooseYear(year.name)}
        >
          {name}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {years.map(({ id, name: other, current }) => (
          <Menu.Item
            key={id}
            leftSection={<IconCheck size={14} opacity={id === year.id ? 1 : 0} aria-hidden />}
            onClick={() => chooseYear(current ? undefined : id)}
          >
            {current ? frameTexts.currentYear(other) : other}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
