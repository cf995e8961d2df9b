import { expect, test } from '../support/program';

test('the window is hardened: nothing of Node, nothing from outside, no way out', async ({
  start,
}) => {
  const { app, window } = await start();

  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const [first] = BrowserWindow.getAllWindows();
    type Preferences = Record<
      'sandbox' | 'contextIsolation' | 'nodeIntegration' | 'webSecurity',
      boolean
    >;
    const contents = first!.webContents as unknown as { getLastWebPreferences: () => Preferences };
    const { sandbox, contextIsolation, nodeIntegration, webSecurity } =
      contents.getLastWebPreferences();
    return { sandbox, contextIsolation, nodeIntegration, webSecurity };
  });
  expect(preferences).toEqual({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
  });

  const inside = await window.evaluate(async () => ({
    node: ['process', 'require', 'module', 'Buffer', 'ipcRenderer'].filter(
      (name) => name in globalThis,
    ),
    origin: location.origin,
    fetched: await fetch('https://example.com/').then(
      () => 'let through',
      () => 'refused',
    ),
    loopback: await fetch('http://127.0.0.1:9/').then(
      () => 'let through',
      () => 'refused',
    ),
    file: await fetch('file:///etc/passwd').then(
      () => 'let through',
      () => 'refused',
    ),
    outsideFolder: await fetch('app://journal/..%2f..%2fpackage.json').then(({ status }) => status),
    camera: await navigator.mediaDevices?.getUserMedia({ video: true }).then(
      () => 'let through',
      () => 'refused',
    ),
    opened: globalThis.open('https://example.com/') === null ? 'refused' : 'let through',
    geolocation: (await navigator.permissions.query({ name: 'geolocation' })).state,
  }));
  expect(inside).toMatchObject({
    node: [],
    origin: 'app://journal',
    fetched: 'refused',
    loopback: 'refused',
    file: 'refused',
    camera: 'refused',
    opened: 'refused',
    geolocation: 'denied',
  });
  expect([403, 404]).toContain(inside.outsideFolder);

  const policy = await window.evaluate(async () =>
    (await fetch('app://journal/index.html')).headers.get('content-security-policy'),
  );
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('unsafe-eval');

  const ran = await window.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.planted = true';
    document.body.append(script);
    return 'planted' in globalThis;
  });
  expect(ran).toBe(false);

  await window.evaluate(() => {
    location.href = 'https://example.com/';
  });
  await window.waitForTimeout(300);
  expect(window.url()).toContain('app://journal/');
  expect(app.windows()).toHaveLength(1);
});
