import { Modal, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useId, useState, type KeyboardEvent } from 'react';
import { fullName } from '#domain/people/name';
import { useYearInput } from '../../api/chosen-year';
import { queries } from '../../api/queries';
import { mayCall } from '../../api/procedure-meta';
import { useSession } from '../../api/session';
import { hasScreen } from '../../routes/screens';
import { screensFor } from '../../routes/screens-for';
import { frameTexts } from '../../text/frame';
import { searchable } from '../../ui/data-table/rows';
import { lockNow } from '../lock/use-idle-lock';
import { logOut, openNewWindow } from './commands';
import { toContent } from './content';
import classes from './quick-search.module.css';

type Goal = {
  readonly key: string;
  readonly title: string;
  readonly group: keyof typeof frameTexts.groups;
  readonly go: () => void;
};

const MOST = 12;

function useGoals(): readonly Goal[] {
  const { roles } = useSession();
  const year = useYearInput();
  const navigate = useNavigate();
  const withPages = hasScreen('/journal/$pageId') && mayCall(roles, 'journal.pages');
  const pages = useQuery({
    ...queries.journal.pages.queryOptions({ input: year }),
    enabled: withPages,
  });
  const pupils = useQuery({
    ...queries.people.pupils.queryOptions({ input: year }),
    enabled: mayCall(roles, 'people.pupils'),
  });
  const screens = screensFor(roles);
  const parts = useQuery({
    queryKey: ['parts of screens', roles],
    queryFn: async () => {
      const lists = screens.map(async ({ title, parts: load }) =>
        ((await load?.()) ?? []).map((part) => ({ ...part, of: title })),
      );
      return (await Promise.all(lists)).flat().filter(({ asks }) => mayCall(roles, asks));
    },
    staleTime: Infinity,
  });
  const open = (to: string) => () => void navigate({ to }).then(toContent);
  return [
    ...screens.map(({ paths: [path], title }): Goal => ({
      key: path,
      title,
      group: 'screens',
      go: open(path),
    })),
    ...(parts.data ?? []).map(({ path, title, of }): Goal => ({
      key: path,
      title: `${of} · ${title}`,
      group: 'screens',
      go: open(path),
    })),
    ...(pages.data ?? []).map((page): Goal => ({
      key: `page-${page.id}`,
      title: [page.className, page.subjectName, page.groupName].filter(Boolean).join(' · '),
      group: 'pages',
      go: open(`/journal/${page.id}`),
    })),
    ...(pupils.data ?? []).map((pupil): Goal => ({
      key: `pupil-${pupil.id}`,
      title: `${fullName(pupil)}, ${pupil.className}`,
      group: 'pupils',
      go: open(`/pupils/card/${pupil.id}`),
    })),
    { key: 'lock', title: frameTexts.lock, group: 'commands', go: lockNow },
    { key: 'window', title: frameTexts.newWindow, group: 'commands', go: openNewWindow },
    { key: 'out', title: frameTexts.logOut, group: 'commands', go: logOut },
  ];
}

function Search({ onClose }: { readonly onClose: () => void }) {
  const id = useId();
  const goals = useGoals();
  const [text, setText] = useState('');
  const [cursor, setCursor] = useState(0);
  const words = searchable(text).split(/\s+/).filter(Boolean);
  const found = goals
    .filter(({ title }) => words.every((word) => searchable(title).includes(word)))
    .slice(0, MOST);
  useEffect(() => {
    document.getElementById(`${id}-${cursor}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, cursor]);
  const choose = (goal: Goal | undefined) => {
    if (goal === undefined) return;
    onClose();
    goal.go();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Enter') choose(found[cursor]);
    else if (step !== undefined) {
      setCursor((cursor + step + found.length) % Math.max(1, found.length));
    } else return;
    event.preventDefault();
  };
  return (
    <>
      <TextInput
        size="md"
        role="combobox"
        aria-label={frameTexts.search}
        aria-expanded
        aria-controls={id}
        aria-activedescendant={found.length > 0 ? `${id}-${cursor}` : undefined}
        placeholder={frameTexts.search}
        leftSection={<IconSearch size={18} />}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setCursor(0);
        }}
        onKeyDown={onKeyDown}
        data-autofocus
      />
      <div id={id} role="listbox" aria-label={frameTexts.search} className={classes['list']}>
        {found.map((goal, index) => (
          <div
            key={goal.key}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === cursor}
            className={classes['goal']}
            onPointerMove={() => setCursor(index)}
            onClick={() => choose(goal)}
          >
            <span>{goal.title}</span>
            <Text span size="xs" c="dimmed">
              {frameTexts.groups[goal.group]}
            </Text>
          </div>
        ))}
        {found.length === 0 && (
          <Text c="dimmed" p="sm">
            {frameTexts.searchEmpty}
          </Text>
        )}
      </div>
    </>
  );
}

/** Ctrl+K: any screen, page, pupil or command by a part of its name. */
export const QuickSearch = ({ onClose }: { readonly onClose: () => void }) => (
  <Modal.Root
    opened
    onClose={onClose}
    centered={false}
    yOffset="4rem"
    size={560}
    padding="sm"
    transitionProps={{ duration: 0 }}
  >
    <Modal.Overlay backgroundOpacity={0.25} />
    <Modal.Content aria-label={frameTexts.search}>
      <Modal.Body pt="sm">
        <Search onClose={onClose} />
      </Modal.Body>
    </Modal.Content>
  </Modal.Root>
);
