import { Center } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Outlet, useLocation } from '@tanstack/react-router';
import { queries } from '../../api/queries';
import { sessionQuery } from '../../api/session';
import { outdoorScreens } from '../../routes/screens';
import { ErrorNotice } from '../../ui/error-notice';
import { Loading } from '../../ui/loading';
import { Frame } from '../frame/frame';
import { LogInScreen } from '../log-in/log-in-screen';

/** What the window shows at all: first start, log-in, lock, new password, or the program. */
export function Gate() {
  const path = useLocation({ select: (location) => location.pathname });
  const workplace = useQuery(queries.setup.workplace.queryOptions());
  const session = useQuery(sessionQuery);
  const failed = workplace.error ?? session.error;
  if (failed) {
    return (
      <Center h="100%" p="lg">
        <ErrorNotice error={failed} onRetry={() => window.location.reload()} />
      </Center>
    );
  }
  if (workplace.data === undefined || session.data === undefined) return <Loading />;
  if (outdoorScreens.some(({ paths }) => paths.some((one) => one === path))) return <Outlet />;
  if (session.data === null) return <LogInScreen workplace={workplace.data} />;
  return (
    <Frame>
      <Outlet />
    </Frame>
  );
}
