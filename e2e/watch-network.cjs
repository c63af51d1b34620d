// Loaded into a server before anything else: says on stderr which other machines it asks for something.
const dns = require('node:dns');
const net = require('node:net');

const LOCAL = /^(?:127\.|::1$|localhost$|$)/;
const tell = (host) => {
  if (!LOCAL.test(host)) process.stderr.write(`OUTSIDE ${host}\n`);
};

const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function (...given) {
  const [options] = Array.isArray(given[0]) ? given[0] : given;
  if (typeof options === 'object' && !options.path) tell(options.host ?? '');
  return connect.apply(this, given);
};
const { lookup } = dns;
dns.lookup = (host, ...rest) => {
  tell(host);
  return lookup(host, ...rest);
};
