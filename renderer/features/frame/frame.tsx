import { Button, Group, NavLink, Text } from '@mantine/core';
import { Link, useLocation, useNavigate, useRouter } from '@tanstack/react-router';
import { useEffect, useState, type ReactNode } from 'react';
import { useSession } from '../../api/session';
import { lastAddress, rememberAddress } from '../../routes/last-address';
import { mayOpen, screensFor } from '../../routes/screens-for';
import { changeTextSize } from '../../theme/text-size';
import { frameTexts } from '../../text/frame';
import { lockNow, useIdleLock } from '../lock/use-idle-lock';
import { leaveDemo } from './commands';
import { CONTENT_ID, toContentStart } from './content';
import classes from './frame.module.css';
import { QuickSearch } from './quick-search';
import { TopBar } from './top-bar';

/** For whom the addresses of this window are; another person begins at the own last one. */
let shownFor: number | null = null;

function useOwnAddress(): void {
  const { accountId, roles } = useSession();
  const navigate = useNavigate();
  const href = useLocation({ select: (location) => location.href });
  useEffect(() => {
    if (shownFor === accountId) {
      rememberAddress(accountId, href);
      return;
    }
    shownFor = accountId;
    const kept = lastAddress(accountId) ?? '/';
    const target = mayOpen(roles, kept) ? kept : '/';
    if (target !== href) void navigate({ href: target, replace: true });
  }, [accountId, roles, href, navigate]);
}

const ZOOM: Readonly<Record<string, 1 | -1 | 0>> = {
  Equal: 1,
  NumpadAdd: 1,
  Minus: -1,
  NumpadSubtract: -1,
  Digit0: 0,
  Numpad0: 0,
};

function useFrameKeys(onSearch: () => void): void {
  const { history } = useRouter();
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const zoom = ZOOM[event.code];
      // By the physical key: the layout may be Russian.
      if (event.ctrlKey && event.code === 'KeyK') onSearch();
      else if (event.ctrlKey && event.code === 'KeyL') lockNow();
      else if (event.key === 'F6') toContentStart();
      else if (event.altKey && event.key === 'ArrowLeft') history.back();
      else if (event.ctrlKey && zoom !== undefined) changeTextSize(zoom);
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [history, onSearch]);
}

/** The program behind the log-in: rail, top bar and the screen. */
export function Frame({ children }: { readonly children: ReactNode }) {
  const { roles, demo, idleMinutes } = useSession();
  const path = useLocation({ select: (location) => location.pathname });
  const [searching, setSearching] = useState(false);
  const [openSearch] = useState(() => () => setSearching(true));
  useOwnAddress();
  useIdleLock(idleMinutes);
  useFrameKeys(openSearch);
  return (
    <div className={classes['frame']}>
      <TopBar onSearch={openSearch} />
      <nav className={classes['rail']} aria-label={frameTexts.rail}>
        {screensFor(roles).map(({ paths: [to], title, icon: ScreenIcon }) => (
          <NavLink
            key={to}
            component={Link}
            to={to}
            label={title}
            leftSection={<ScreenIcon size={18} stroke={1.6} />}
            active={to === '/' ? path === '/' : path === to || path.startsWith(`${to}/`)}
          />
        ))}
      </nav>
      <main className={classes['screen']}>
        {demo && (
          <Group className={classes['demo'] ?? ''} justify="space-between" wrap="nowrap">
            <Text size="xs">{frameTexts.demo}</Text>
            <Button size="compact-xs" variant="default" flex="none" onClick={leaveDemo}>
              {frameTexts.leaveDemo}
            </Button>
          </Group>
        )}
        <div id={CONTENT_ID} tabIndex={-1} className={classes['content']}>
          {children}
        </div>
      </main>
      {searching && <QuickSearch onClose={() => setSearching(false)} />}
    </div>
  );
}
