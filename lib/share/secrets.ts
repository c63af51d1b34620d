/** What in a program looks like a secret that nobody means to publish. */

export const SECRET_KINDS = ['private_key', 'key', 'password', 'address'] as const;
export type SecretKind = (typeof SECRET_KINDS)[number];

export interface LikelySecret {
  kind: SecretKind;
  /** Counts from 1. */
  line: number;
}

/** Forms that a service gives its keys; they mean nothing else. */
const KEYS = [
  /\bAKIA[0-9A-Z]{16}\b/,
  /\bgh[pousr]_[A-Za-z0-9]{30,}/,
  /\bgithub_pat_[A-Za-z0-9_]{40,}/,
  /\bglpat-[\w-]{20,}/,
  /\bsk-(?:[a-z]+-)*[A-Za-z0-9_-]{20,}/,
  /\b[rs]k_live_[A-Za-z0-9]{16,}/,
  /\bxox[abprs]-[A-Za-z0-9-]{10,}/,
  /\bAIza[\w-]{35}\b/,
  /\bnpm_[A-Za-z0-9]{36}\b/,
  /\bhf_[A-Za-z0-9]{30,}/,
  /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/,
  /\bSG\.[\w-]{20,}\.[\w-]{30,}/,
  /\bdop_v1_[0-9a-f]{60,}/,
  /\bpypi-[\w-]{50,}/,
  /\bwhsec_[A-Za-z0-9]{20,}/,
  /\b\d{8,10}:[A-Za-z0-9_-]{35}\b/,
  /\bhttps:\/\/hooks\.slack\.com\/services\/T\w+\/B\w+\/\w{20,}/,
  /\bhttps:\/\/discord(?:app)?\.com\/api\/webhooks\/\d{15,}\/[\w-]{50,}/,
  /\bBearer\s(?=[A-Za-z._~+/-]{0,60}\d)[A-Za-z0-9._~+/-]{20,}/,
];
const PRIVATE_KEY = /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/;
/** A name and a text of its own, as in `API_KEY = "..."`. */
const NAMED =
  /(?:pass(?:word|wd|phrase)?|pwd|secret|token|api[_-]?key|access[_-]?key|auth[_-]?key|private[_-]?key|credentials?)["'`]?\s{0,8}(?::\s{0,8}\w{1,20}\s{0,8})?(?:=|:|=>)\s{0,8}["'`]([^"'`\s]{8,200})["'`]/i;
/** A line of a `.env` file. */
const SETTING =
  /^\s*(?:export\s+)?\w{0,40}(?:PASSWORD|PASSWD|SECRET|TOKEN|API_?KEY|ACCESS_?KEY)\s?=\s?(?=[\w+/=-]*\d)(?=[\w+/=-]*[A-Za-z])([\w+/=-]{12,200})\s*$/;
/** `postgres://user:password@host`. */
const ADDRESS = /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:/@"'`]{1,60}:([^\s@/"'`]{3,100})@/i;
/** What people write where a secret would stand. */
const PLACEHOLDER =
  /^(?:[x*.#•-]+|<.*>|\{.*\}|\$.*|%.*%)$|your|example|placeholder|changeme|dummy|secret|password|insert|todo/i;
/** Longer lines are data. */
const MAX_LINE = 5000;

/** At most one for each line, in order. */
export function findSecrets(text: string): LikelySecret[] {
  return text.split('\n').flatMap((whole, index) => {
    const kind = secretIn(whole.slice(0, MAX_LINE));
    return kind ? [{ kind, line: index + 1 }] : [];
  });
}

function secretIn(line: string): SecretKind | undefined {
  if (PRIVATE_KEY.test(line)) return 'private_key';
  if (KEYS.some((pattern) => pattern.test(line))) return 'key';
  const named = NAMED.exec(line);
  if (named && !PLACEHOLDER.test(named[1] ?? '')) {
    return /pass|pwd/i.test(named[0]) ? 'password' : 'key';
  }
  const setting = SETTING.exec(line);
  if (setting && !PLACEHOLDER.test(setting[1] ?? '')) {
    return /PASSW/.test(setting[0]) ? 'password' : 'key';
  }
  const address = ADDRESS.exec(line);
  return address && !PLACEHOLDER.test(address[1] ?? '') ? 'address' : undefined;
}
