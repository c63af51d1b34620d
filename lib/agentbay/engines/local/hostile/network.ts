import { type HostFacts, type HostileCase, javascriptTries, pythonTries } from './hostile-case';

export const NETWORK: HostileCase[] = [
  {
    name: 'the world outside',
    python: {
      code: pythonTries([
        ['tcp', 'socket.create_connection(("192.0.2.1", 80), 1)'],
        ['tcp6', 'socket.create_connection(("2001:db8::1", 80), 1)'],
        ['udp', 'socket.socket(type=socket.SOCK_DGRAM).sendto(b"x", ("192.0.2.1", 53))'],
        ['broadcast', 'socket.socket(type=socket.SOCK_DGRAM).sendto(b"x", ("10.0.0.255", 9))'],
        ['metadata', 'socket.create_connection(("169.254.169.254", 80), 1)'],
        ['name', 'socket.getaddrinfo("example.org", 80)'],
      ]),
      ends: ['exited'],
      prints:
        /^tcp ENETUNREACH\ntcp6 (ENETUNREACH|EADDRNOTAVAIL)\nudp ENETUNREACH\nbroadcast ENETUNREACH\nmetadata ENETUNREACH\nname refused\n$/,
    },
    javascript: {
      code: javascriptTries([
        ['tcp', 'connected({ host: "192.0.2.1", port: 80 })'],
        ['tcp6', 'connected({ host: "2001:db8::1", port: 80 })'],
        [
          'udp',
          'new Promise((resolve, reject) => { const s = dgram.createSocket("udp4").on("error", reject); s.send("x", 53, "192.0.2.1", (e) => { s.close(); e ? reject(e) : resolve("sent"); }); })',
        ],
        ['fetch', '(await fetch("http://192.0.2.1/")).status'],
        ['name', 'require("dns").promises.lookup("example.org")'],
      ]),
      ends: ['exited'],
      prints:
        /^tcp ENETUNREACH\ntcp6 (ENETUNREACH|EADDRNOTAVAIL)\nudp ENETUNREACH\nfetch ENETUNREACH\nname (EAI_AGAIN|ENOTFOUND)\n$/,
    },
  },
  {
    name: 'services of the host: loopback, abstract names, the network’s other kinds',
    python: {
      code: ({ port, abstractName }: HostFacts) =>
        pythonTries([
          ['loopback', `socket.create_connection(("127.0.0.1", ${port}), 1)`],
          ['loopback6', `socket.create_connection(("::1", ${port}), 1)`],
          ['abstract', `socket.socket(socket.AF_UNIX).connect("\\0${abstractName}")`],
          ['vsock', 'socket.socket(40, socket.SOCK_STREAM)'],
          ['packet', 'socket.socket(socket.AF_PACKET, socket.SOCK_RAW)'],
          ['raw', 'socket.socket(socket.AF_INET, socket.SOCK_RAW, 1)'],
          ['crypto', 'socket.socket(socket.AF_ALG, socket.SOCK_SEQPACKET)'],
          ['netfilter', 'socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 12)'],
        ]),
      ends: ['exited'],
      prints:
        'loopback ECONNREFUSED\nloopback6 ECONNREFUSED\nabstract ECONNREFUSED\nvsock EAFNOSUPPORT\npacket EAFNOSUPPORT\nraw EPERM\ncrypto EAFNOSUPPORT\nnetfilter EAFNOSUPPORT\n',
    },
    javascript: {
      code: ({ port, abstractName }: HostFacts) =>
        javascriptTries([
          ['loopback', `connected({ host: "127.0.0.1", port: ${port} })`],
          ['loopback6', `connected({ host: "::1", port: ${port} })`],
          ['abstract', `connected({ path: "\\0${abstractName}" })`],
        ]),
      ends: ['exited'],
      prints: 'loopback ECONNREFUSED\nloopback6 ECONNREFUSED\nabstract ECONNREFUSED\n',
    },
  },
  {
    name: 'nothing is taken away: a server and its client inside',
    python: {
      code: 'import socket, threading\ns = socket.create_server(("127.0.0.1", 8081))\nthreading.Thread(target=lambda: s.accept()[0].sendall(b"inside")).start()\nprint(socket.create_connection(("localhost", 8081)).recv(9).decode())',
      ends: ['exited'],
      prints: 'inside\n',
    },
    javascript: {
      code: 'const s = require("http").createServer((q, r) => r.end("inside")).listen(8080);\nawait new Promise((r) => s.once("listening", r));\nconsole.log(await (await fetch("http://127.0.0.1:8080")).text());\ns.close(); s.closeAllConnections()',
      ends: ['exited'],
      prints: 'inside\n',
    },
  },
];
