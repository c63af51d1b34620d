// @ts-check

/**
 * What `npm audit --json` has found.
 * @param {string} text
 * @returns {{ isChecked: boolean, grave: number, sentence: string }} `grave`: packages with a hole that is high or critical
 */
export function readAudit(text) {
  /** @type {{ metadata?: { vulnerabilities?: unknown }, vulnerabilities?: Record<string, { severity: string }>, statusCode?: number, error?: { code?: string } }} */
  let answer = {};
  try {
    answer = JSON.parse(text);
  } catch {
    // npm was ended, or is not there.
  }
  const { metadata, vulnerabilities, statusCode, error } = answer;
  // Where npm could not ask, there is neither a count nor a list.
  if (metadata?.vulnerabilities === undefined || vulnerabilities === undefined) {
    const reason = statusCode ?? error?.code ?? 'no answer';
    return {
      isChecked: false,
      grave: 0,
      sentence: `NOT CHECKED: the registry has not said which dependencies are vulnerable (${reason}).`,
    };
  }
  const all = Object.entries(vulnerabilities);
  const grave = all.filter(([, { severity }]) => severity === 'high' || severity === 'critical');
  const names = grave.map(([name, { severity }]) => `${name} (${severity})`).join(', ');
  const rest = all.length - grave.length;
  return {
    isChecked: true,
    grave: grave.length,
    sentence:
      grave.length > 0
        ? `Vulnerable: ${names}. \`npm audit --omit=dev\` tells more.`
        : `No dependency of a server has a known hole that is high or critical${rest > 0 ? `; ${rest} have lesser ones` : ''}.`,
  };
}
