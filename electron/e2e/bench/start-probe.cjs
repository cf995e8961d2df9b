// Put before a program's own entry (electron -r): tells when an input field has been painted.
const { app } = require('electron');

app.on('web-contents-created', (_event, contents) => {
  contents.on('dom-ready', () => {
    contents
      .executeJavaScript(
        `new Promise((resolve) => {
          const look = () => document.querySelector('input')
            ? requestAnimationFrame(() => requestAnimationFrame(() => resolve(Date.now())))
            : requestAnimationFrame(look);
          look();
        })`,
      )
      .then((at) => process.stdout.write(`painted ${at}\n`))
      .catch(() => undefined);
  });
});
