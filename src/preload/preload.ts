import { ipcRenderer } from 'electron';

// The one door: the page says that it listens, main answers with a port, and the port goes to the page. Nothing is put
// on `window`, so there is nothing for a page to reach but the contract.
window.addEventListener('message', (event) => {
  if (event.source === window && event.data === 'office-port-wanted') {
    ipcRenderer.send('office-port-wanted');
  }
});

ipcRenderer.on('office-port', (event) => {
  const [port] = event.ports;
  if (port !== undefined) {
    window.postMessage('office-port', window.location.origin, [port]);
  }
});
