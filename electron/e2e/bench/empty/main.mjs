// The least that Electron can be: one window with one word. The start is measured against it.
import { app, BrowserWindow } from 'electron';

app.setPath('userData', process.env['EMPTY_WINDOW_DATA']);
void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1366, height: 768, show: false });
  window.once('ready-to-show', () => window.show());
  void window.loadURL('data:text/html;charset=utf-8,<input aria-label="empty">');
});
