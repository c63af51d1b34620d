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
];
const PRIVATE_KEY = /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/;
/** A name and a text of its own, as in `API_KEY = "..."`. */
const NAMED =
  /(?:pass(?:word|wd|phrase)?|pwd|secret|token|api[_-]?key|access[_-]?key|auth[_-]?key|private[_-]?key|credentials?)["'`]?\s{0,8}(?::\s{0,8}\w{1,20}\s{0,8})?(?:=|:|=>)\s{0,8}["'`]([^"'`\s]{8,200})["'`]/i;
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
  const address = ADDRESS.exec(line);
  return address && !PLACEHOLDER.test(address[1] ?? '') ? 'address' : undefined;
}
