/** The page that brings a class to this machine (`npm start -- --lan`). */
export const lan = {
  tab: 'For the class',
  title: 'Open this on your device',
  code: 'QR code of {address}',
  how: 'Scan the code, or type the address in a browser. Nothing has to be installed, and nobody needs an account.',
  toPlayground: 'Open the playground',
  notFound: 'Does a device find nothing?',
  sameNetwork:
    'It must be in the same network as this machine. Networks for guests often keep devices apart: then a phone’s hotspot helps, it needs no internet.',
  firewall:
    'This machine’s firewall must let TCP port {port} in. On Ubuntu: {command}. On Windows and macOS the system asks when Runbay starts.',
  others: 'This machine has further addresses. Try them where the first one leads nowhere:',
  noNetwork:
    'This machine is in no network, so nobody else can reach it. Connect it to the one of the class, then load this page again.',
};
