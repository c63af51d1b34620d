// Where the devices of a room find this machine.
// @ts-check
import { readFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';

/** Made by programs for themselves: containers, virtual machines, tunnels. */
const VIRTUAL =
  /^(docker|br-|veth|virbr|vmnet|vboxnet|vnic|lxc|lxd|cni|flannel|podman|tun|tap|utun|wg|zt|tailscale|ham|vethernet|hyper-v)/i;
const PRIVATE = /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/;
/** Given by nobody: a network without a router, or a cable to nowhere. */
const SELF_MADE = /^169\.254\./;

/**
 * This machine's IPv4 addresses that others may reach, the likeliest first: where the router is,
 * then private networks, then the rest, then what was made for virtual machines and tunnels.
 * @param {ReturnType<typeof networkInterfaces>} interfaces
 * @param {string | undefined} routed the interface that leads to the router
 * @returns {string[]}
 */
export function lanAddresses(interfaces = networkInterfaces(), routed = routedInterface()) {
  return Object.entries(interfaces)
    .flatMap(([name, addresses = []]) =>
      addresses
        .filter(({ family, internal }) => family === 'IPv4' && !internal)
        .map(({ address }) => ({ address, rank: rankOf(name, address, routed) })),
    )
    .sort((a, b) => a.rank - b.rank)
    .map(({ address }) => address);
}

/** @param {string} name @param {string} address @param {string | undefined} routed */
function rankOf(name, address, routed) {
  if (VIRTUAL.test(name)) return 4;
  if (SELF_MADE.test(address)) return 3;
  if (name === routed) return 0;
  return PRIVATE.test(address) ? 1 : 2;
}

/** The interface of the default route with the lowest metric; undefined where there is none, or no Linux. */
function routedInterface() {
  try {
    const [, ...rows] = readFileSync('/proc/net/route', 'utf8').trim().split('\n');
    const routes = rows
      .map((row) => row.split('\t'))
      .filter(
        ([, destination, , , , , , mask]) =>
          Number(`0x${destination}`) === 0 && mask === '00000000',
      )
      .sort((a, b) => Number(a[6]) - Number(b[6]));
    return routes[0]?.[0];
  } catch {
    return undefined;
  }
}
