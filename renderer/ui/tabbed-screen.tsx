import { Tabs } from '@mantine/core';
import { useNavigate, useParams } from '@tanstack/react-router';
import { lazy, Suspense, type ComponentType } from 'react';
import { mayCall, type ProcedureName } from '../api/procedure-meta';
import { useSession } from '../api/session';
import { Loading } from './loading';
import classes from './tabbed-screen.module.css';

/** A part of a screen, with an address of its own: `/school/rooms`. */
export type TabEntry = {
  readonly key: string;
  readonly title: string;
  /** Word before the first tab of several that belong together; tabs of a group stand in a row. */
  readonly group?: string;
  /** What the part asks first: only who may ask it sees the tab. */
  readonly asks: ProcedureName;
  readonly load: () => Promise<ComponentType>;
};

/** Where a part lies, for whom asks for it by name. */
export type Part = Pick<TabEntry, 'title' | 'asks'> & { readonly path: `/${string}` };

const FEW_TABS = 9;

/**
 * A screen of several parts under one entry of the rail; the router gives it the paths `base` and
 * `base/$tab`. Each part is loaded when it is opened, and is a `Page` with a title of its own.
 */
export function tabbedScreen(
  base: `/${string}`,
  label: string,
  entries: readonly TabEntry[],
): ComponentType & { readonly parts: readonly Part[] } {
  const bodies = entries.map((entry) => ({
    ...entry,
    Body: lazy(async () => ({ default: await entry.load() })),
  }));
  function TabbedScreen() {
    const { roles } = useSession();
    const navigate = useNavigate();
    const { tab } = useParams({ strict: false }) as { readonly tab?: string };
    const mine = bodies.filter(({ asks }) => mayCall(roles, asks));
    const open = mine.find(({ key }) => key === tab) ?? mine[0];
    if (open === undefined) return null;
    const body = (
      <Suspense fallback={<Loading />}>
        <open.Body />
      </Suspense>
    );
    if (mine.length === 1) return body;
    // Few tabs need no words before them.
    const groups =
      mine.length > FEW_TABS
        ? [...Map.groupBy(mine, ({ group }) => group ?? '')]
        : [['', mine] as const];
    return (
      <Tabs
        className={classes['screen'] ?? ''}
        value={open.key}
        onChange={(key) => void navigate({ to: `${base}/${key}` })}
      >
        <Tabs.List aria-label={label} className={classes['list'] ?? ''}>
          {groups.map(([group, own]) => (
            <div key={group} className={classes['group']}>
              {group !== '' && <span className={classes['word']}>{group}</span>}
              {own.map(({ key, title }) => (
                <Tabs.Tab key={key} value={key}>
                  {title}
                </Tabs.Tab>
              ))}
            </div>
          ))}
        </Tabs.List>
        <Tabs.Panel value={open.key} className={classes['body'] ?? ''}>
          {body}
        </Tabs.Panel>
      </Tabs>
    );
  }
  const parts = entries.map(({ key, title, asks }): Part => ({
    path: `${base}/${key}`,
    title,
    asks,
  }));
  return Object.assign(TabbedScreen, { parts });
}
