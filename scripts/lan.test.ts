import type { NetworkInterfaceInfo, networkInterfaces } from 'node:os';
import { describe, expect, it } from 'vitest';
import { lanSettings, lanWelcome } from './lan.mjs';
import { lanAddresses } from './lan-addresses.mjs';

const ipv4 = (address: string) =>
  ({ family: 'IPv4', address, internal: address.startsWith('127.') }) as NetworkInterfaceInfo;
const ipv6 = { family: 'IPv6', address: 'fe80::1', internal: false } as NetworkInterfaceInfo;
const laptop: ReturnType<typeof networkInterfaces> = {
  lo: [ipv4('127.0.0.1')],
  docker0: [ipv4('172.17.0.1')],
  tun0: [ipv4('10.8.0.2')],
  eth0: [ipv4('169.254.7.7')],
  wlan0: [ipv6, ipv4('192.168.1.23')],
  wlan1: [ipv4('10.0.0.5')],
};

describe('the addresses for a class', () => {
  it('begin with that of the network that has the router', () => {
    expect(lanAddresses(laptop, 'wlan1').slice(0, 2)).toEqual(['10.0.0.5', '192.168.1.23']);
  });

  it('without a router begin with a private one; what leads nowhere or to virtual machines comes last', () => {
    expect(lanAddresses(laptop, undefined)).toEqual([
      '192.168.1.23',
      '10.0.0.5',
      '169.254.7.7',
      '172.17.0.1',
      '10.8.0.2',
    ]);
  });

  it('do not begin with a tunnel, even where all traffic goes through it', () => {
    expect(lanAddresses(laptop, 'tun0')[0]).toBe('192.168.1.23');
  });

  it('are none without a network', () => {
    expect(lanAddresses({ lo: [ipv4('127.0.0.1')] }, undefined)).toEqual([]);
  });
});

describe('the settings for a class', () => {
  it('listen to the network, and leave what the operator has set', () => {
    expect(lanSettings({})).toMatchObject({ HOST: '0.0.0.0', RUNBAY_POOL: '8' });
    const own = lanSettings({ HOST: '192.168.1.23', RUNBAY_POOL: '5' });
    expect(own).not.toHaveProperty('HOST');
    expect(own).not.toHaveProperty('RUNBAY_POOL');
  });

  it('give one address an eighth of the places', () => {
    expect(lanSettings({ RUNBAY_CONCURRENT_RUNS: '80' })).toMatchObject({
      RUNBAY_CONCURRENT_PER_ADDRESS: '10',
    });
    expect(lanSettings({ RUNBAY_CONCURRENT_RUNS: '2' })).toMatchObject({
      RUNBAY_CONCURRENT_PER_ADDRESS: '4',
    });
  });
});

describe('the welcome in the terminal', () => {
  const where = {
    port: 3000,
    addresses: ['192.168.1.23', '10.0.0.5'],
    columns: 80,
    firewall: false,
  };

  it('says the address first, then the others, and where it stands on a page', () => {
    const text = lanWelcome({ ...where, colours: false });
    expect(text).toMatch(/^Runbay is ready: http:\/\/192\.168\.1\.23:3000\n/);
    expect(text).toContain('Further addresses of this machine: http://10.0.0.5:3000');
    expect(text).toContain('http://192.168.1.23:3000/lan');
  });

  it('has a QR code, dark on light in every terminal, where there is room for it', () => {
    expect(lanWelcome({ ...where, colours: true })).toContain('\x1b[97;40m');
    expect(lanWelcome({ ...where, colours: false })).toMatch(/[▀▄█]{2}/);
    expect(lanWelcome({ ...where, colours: false, columns: 20 })).not.toMatch(/[▀▄█]/);
  });

  it('tells the command for a firewall that is on', () => {
    const text = lanWelcome({ ...where, colours: false, firewall: true });
    expect(text).toContain('sudo ufw allow 3000/tcp');
  });

  it('says so where there is no network', () => {
    const text = lanWelcome({ ...where, addresses: [], colours: false });
    expect(text).toContain('http://127.0.0.1:3000');
    expect(text).toContain('in no network');
  });
});
