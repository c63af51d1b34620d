// @ts-check

/**
 * Where a request goes: AgentBay's clients post to `/`, and say by a header what they want. Everything
 * else goes where it says.
 * @param {Pick<import('node:http').IncomingMessage, 'method' | 'url' | 'headers'>} request
 * @param {boolean} hasGateway
 * @returns {string}
 */
export function gatewayPath({ method, url = '/', headers }, hasGateway) {
  if (!hasGateway || method !== 'POST' || headers['x-acs-action'] === undefined) return url;
  return url === '/' || url.startsWith('/?') ? `/api/agentbay${url.slice(1)}` : url;
}
