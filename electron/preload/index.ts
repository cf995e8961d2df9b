/**
 * Hands the page its two ports (shell, core) when it says it is ready, and exposes nothing else.
 */
import { ipcRenderer } from 'electron/renderer';

const READY = 'school-journal:ready';
const PORTS = 'school-journal:ports';

window.addEventListener('message', ({ source, origin, data }) => {
  if (source === window && origin === location.origin && data === READY) ipcRenderer.send(READY);
});
ipcRenderer.on(PORTS, ({ ports }) => {
  window.postMessage(PORTS, location.origin, [...ports]);
});
