import { Center } from '@mantine/core';
import { ModalsProvider } from '@mantine/modals';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { Outlet, useMatches, useRouter } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { queries } from '../../api/queries';
import { sessionQuery } from '../../api/session';
import { releaseScreens } from '../../routes/screen-code';
import { outdoorScreens } from '../../routes/screens';
import { ErrorNotice } from '../../ui/error-notice';
import { Loading } from '../../ui/loading';
import { LockScreen } from '../lock/lock-screen';
import { LogInScreen } from '../log-in/log-in-screen';
import { rememberedWorkplace, rememberWorkplace } from './remembered-workplace';

// The log-in is what a start waits for: the rest is loaded after its first frame, while the person types.
const loadFrame = () => import('../frame/frame').then(({ Frame }) => ({ default: Frame }));
const Frame = lazy(loadFrame);
const FirstStart = lazy(() =>
  import('../first-start/first-start').then((file) => ({ default: file.FirstStart })),
);
const ChangePasswordScreen = lazy(() =>
  import('../log-in/change-password-screen').then((file) => ({
    default: file.ChangePasswordScreen,
  })),
);

/** What the window shows at all: first start, log-in, lock, new password, or the program. */
export function Gate() {
  const router = useRouter();
  useEffect(() => {
    const loadRest = () => {
      void loadFrame();
      releaseScreens();
      void router.preloadRoute({ to: '.' });
    };
    const frame = requestAnimationFrame(() => requestIdleCallback(loadRest));
    return () => cancelAnimationFrame(frame);
  }, [router]);
  return (
    <Suspense fallback={<Loading />}>
      <Behind />
    </Suspense>
  );
}

function Behind() {
  // What the outlet will show, which is not yet what the address says while one is being left.
  const path = useMatches({ select: (matches) => matches.at(-1)?.pathname });
  const workplace = useQuery({
    ...queries.setup.workplace.queryOptions(),
    placeholderData: rememberedWorkplace,
  });
  // A window that has just opened is never logged in.
  const session = useQuery({ ...sessionQuery, placeholderData: null });
  const confirmed = workplace.isPlaceholderData ? undefined : workplace.data;
  useEffect(() => {
    if (confirmed !== undefined) rememberWorkplace(confirmed);
  }, [confirmed]);
  const works = session.data?.locked === false;
  useEffect(() => {
    if (!works) notifications.clean();
  }, [works]);
  const failed = workplace.error ?? session.error;
  if (failed) {
    return (
      <Center h="100%" p="lg">
        <ErrorNotice error={failed} onRetry={() => window.location.reload()} />
      </Center>
    );
  }
  if (workplace.data === undefined || session.data === undefined) return <Loading />;
  if (outdoorScreens.some(({ paths }) => paths.some((one) => one === path))) {
    return (
      <ModalsProvider>
        <Outlet />
      </ModalsProvider>
    );
  }
  if (session.data === null) {
    return workplace.data.journal === 'absent' ? (
      <FirstStart demo={workplace.data.place === 'demo'} />
    ) : (
      <LogInScreen workplace={workplace.data} />
    );
  }
  if (session.data.locked) return <LockScreen session={session.data} />;
  if (session.data.mustChangePassword) return <ChangePasswordScreen session={session.data} />;
  return (
    // Open questions belong to the work: the lock takes them away with it.
    <ModalsProvider>
      <Frame>
        <Outlet />
      </Frame>
    </ModalsProvider>
  );
}
