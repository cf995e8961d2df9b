import { NavLink } from '@mantine/core';
import { Link, useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSession } from '../../api/session';
import { screensFor } from '../../routes/screens';
import { frameTexts } from '../../text/frame';
import classes from './frame.module.css';

/** The program behind the log-in: rail, top bar and the screen. */
export function Frame({ children }: { readonly children: ReactNode }) {
  const { roles } = useSession();
  const path = useLocation({ select: (location) => location.pathname });
  return (
    <div className={classes['frame']}>
      <nav className={classes['rail']} aria-label={frameTexts.rail}>
        {screensFor(roles).map((screen) => (
          <NavLink
            key={screen.paths[0]}
            component={Link}
            to={screen.paths[0]}
            label={screen.title}
            leftSection={<screen.icon size={18} stroke={1.6} />}
            active={screen.paths[0] === '/' ? path === '/' : path.startsWith(screen.paths[0])}
          />
        ))}
      </nav>
      <main className={classes['screen']}>{children}</main>
    </div>
  );
}
