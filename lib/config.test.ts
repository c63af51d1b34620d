import { expect, test } from 'vitest';
import { parseConfig, unknownSettings, wrongSettings } from './config';

test('without settings every default holds', () => {
  expect(parseConfig({})).toMatchObject({
    host: '127.0.0.1',
    port: 3000,
    memoryLimitBytes: 512 * 1024 * 1024,
    processLimit: 64,
    outputLimitBytes: 1024 * 1024,
    runsPerMinute: 120,
    unsafeNoSandbox: false,
  });
});

test('numbers carry their unit', () => {
  const config = parseConfig({ RUNBAY_MEMORY_MIB: '256', RUNBAY_OUTPUT_KIB: '64' });
  expect(config.memoryLimitBytes).toBe(256 * 1024 * 1024);
  expect(config.outputLimitBytes).toBe(64 * 1024);
});

test('an empty setting counts as absent', () => {
  expect(parseConfig({ PORT: '', RUNBAY_SECRET: '' })).toMatchObject({
    port: 3000,
    secret: undefined,
  });
});

test('every wrong setting is named at once, with what it was, but never a secret', () => {
  const wrong = {
    PORT: 'http',
    RUNBAY_PROCESSES: '2',
    RUNBAY_SECRET: 'short',
    RUNBAY_CGROUPS: 'no',
    DATABASE_URL: 'mysql://user:hunter2@host/name',
  };
  expect(() => parseConfig(wrong)).toThrow(/PORT.*"http"/s);
  expect(() => parseConfig(wrong)).toThrow(/RUNBAY_PROCESSES.*"2"/s);
  expect(() => parseConfig(wrong)).toThrow(/RUNBAY_CGROUPS.*"no"/s);
  expect(() => parseConfig(wrong)).toThrow(/RUNBAY_SECRET: must have at least 16 characters/);
  expect(() => parseConfig(wrong)).toThrow(/DATABASE_URL: must be like postgres:/);
  expect(() => parseConfig(wrong)).not.toThrow(/short|hunter2/);
});

test('lessons may stand anywhere but where anybody could fetch them', () => {
  const folderOf = (text: string) => parseConfig({ LESSONS_DIR: text }).lessonsFolder;
  expect(folderOf('')).toBe('public/lessons');
  for (const folder of ['/srv/lessons', '../lessons', 'data/public', './public/lessons/mine']) {
    expect(folderOf(folder)).toBe(folder);
  }
  for (const folder of ['public', 'public/course', `${process.cwd()}/public/x`]) {
    expect(() => folderOf(folder)).toThrow(/LESSONS_DIR: must not be in public/);
  }
});

test('the public address is an origin, however it is written', () => {
  const publicUrlOf = (text: string) => parseConfig({ PUBLIC_URL: text }).publicUrl;
  expect(publicUrlOf('')).toBeUndefined();
  expect(publicUrlOf('https://Run.Example.org/')).toBe('https://run.example.org');
  expect(publicUrlOf('http://10.0.0.7:3000')).toBe('http://10.0.0.7:3000');
  expect(publicUrlOf('https://bücher.example')).toBe('https://xn--bcher-kva.example');
});

test.each([
  'run.example.org',
  '//run.example.org',
  'ftp://run.example.org',
  'javascript:alert(1)',
  'https://run.example.org/playground',
  'https://run.example.org/?a=1',
  'https://run.example.org/#',
  'https://ada:word@run.example.org',
])('%s is no public address', (text) => {
  expect(() => parseConfig({ PUBLIC_URL: text })).toThrow(
    /PUBLIC_URL: must be like https:\/\/run\.example\.org, without a path/,
  );
});

test('a key chooses the cloud, RUNBAY_ENGINE overrides, and the cloud needs a key', () => {
  const key = { AGENTBAY_API_KEY: 'akm-0123456789' };
  expect(parseConfig({}).engine).toBe('local');
  expect(parseConfig(key)).toMatchObject({
    engine: 'cloud',
    agentBay: {
      apiKey: 'akm-0123456789',
      endpoint: 'https://wuyingai.cn-shanghai.aliyuncs.com',
      timeoutMs: 60_000,
      regionId: undefined,
    },
  });
  expect(parseConfig({ ...key, RUNBAY_ENGINE: 'local' }).engine).toBe('local');
  expect(() => parseConfig({ RUNBAY_ENGINE: 'cloud' })).toThrow(/AGENTBAY_API_KEY: is needed/);
});

test('an endpoint over plain http is for this machine alone, and a wrong key is not quoted', () => {
  expect(() => parseConfig({ AGENTBAY_ENDPOINT: 'http://back.example' })).toThrow(
    /AGENTBAY_ENDPOINT: must be a host.*back\.example/s,
  );
  expect(() => parseConfig({ AGENTBAY_API_KEY: 'se cret' })).toThrow(/AGENTBAY_API_KEY: must/);
  expect(() => parseConfig({ AGENTBAY_API_KEY: 'se cret' })).not.toThrow(/se cret/);
});

test('snippets may take 1 GiB, or what is set, or whatever there is', () => {
  expect(parseConfig({}).snippetsLimitBytes).toBe(2 ** 30);
  expect(parseConfig({ RUNBAY_SNIPPETS_MIB: '5' }).snippetsLimitBytes).toBe(5 * 2 ** 20);
  expect(parseConfig({ RUNBAY_SNIPPETS_MIB: '0' }).snippetsLimitBytes).toBe(0);
});

test('gateway keys are a list; a wrong one is told without being shown', () => {
  expect(parseConfig({}).gatewayKeys).toEqual([]);
  const keys = 'first-key-0123456789, second-key-0123456789';
  expect(parseConfig({ RUNBAY_GATEWAY_KEYS: keys }).gatewayKeys).toEqual([
    'first-key-0123456789',
    'second-key-0123456789',
  ]);
  const refused = (text: string) => () => parseConfig({ RUNBAY_GATEWAY_KEYS: text });
  expect(refused('hunter2')).toThrow(/RUNBAY_GATEWAY_KEYS: must be keys of at least 16/);
  expect(refused('hunter2')).not.toThrow(/hunter2/);
  expect(refused('hunter2-hunter2-hunter2,')).toThrow(/separated by commas/);
  expect(refused('hunter2-hunter2-hunter2,hunter2-hunter2-hunter2')).toThrow(/key twice/);
  expect(refused('hunter2 hunter2 hunter2')).toThrow(/at least 16/);
});

test('a setting that another one asks for is listed with those that are wrong', () => {
  expect(wrongSettings({ RUNBAY_ENGINE: 'cloud', PORT: '70000', HOST: '[::1]:80' })).toEqual([
    'HOST: must be an address or a name, without a port or brackets (it is "[::1]:80")',
    expect.stringMatching(/^PORT: .+ \(it is "70000"\)$/),
    'AGENTBAY_API_KEY: is needed where RUNBAY_ENGINE is "cloud"',
  ]);
});

test('a name that is no setting is told, with the one that it may have meant', () => {
  const env = { RUNBAY_QUEU: '5', RUNBAY_SESION_IDLE: '5', RUNBAY_COLOUR: 'red', PORT: '1' };
  expect(unknownSettings(env)).toEqual([
    'There is no setting RUNBAY_COLOUR.',
    'There is no setting RUNBAY_QUEU. Is RUNBAY_QUEUE meant?',
    'There is no setting RUNBAY_SESION_IDLE. Is RUNBAY_SESSION_IDLE_S meant?',
  ]);
  expect(unknownSettings({ RUNBAY_INSTALL: 'never', RUNBAY_QUEUE: '5', RUNBAY_QUEU: '' })).toEqual(
    [],
  );
});

test('a token for metrics is long, and not quoted', () => {
  expect(parseConfig({}).metricsToken).toBeUndefined();
  const refused = () => parseConfig({ RUNBAY_METRICS_TOKEN: 'hunter2' });
  expect(refused).toThrow(/RUNBAY_METRICS_TOKEN: must have at least 16/);
  expect(refused).not.toThrow(/hunter2/);
});
