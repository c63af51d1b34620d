// Many clients that each send the next request as soon as the last is answered.
// @ts-check
import { Agent, request } from 'node:http';
import { percentile, round } from './figures.mjs';

/** @typedef {{ perSecond: number, p50Ms: number, p99Ms: number }} Load */
/** @typedef {{ path: string, method?: string, headers?: Record<string, string>, body?: string, status: number }} Question */

/**
 * @param {string} url
 * @param {Question} question
 * @param {{ clients: number, seconds: number }} load
 * @returns {Promise<Load>}
 */
export async function loadOf(url, question, { clients, seconds }) {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  /** @type {number[]} */
  const times = [];
  const begin = performance.now();
  const end = begin + seconds * 1000;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() < end) {
        const asked = performance.now();
        await ask(agent, url, question);
        times.push(performance.now() - asked);
      }
    }),
  );
  const tookS = (performance.now() - begin) / 1000;
  agent.destroy();
  return {
    perSecond: round(times.length / tookS, 0),
    p50Ms: round(percentile(times, 0.5), 1),
    p99Ms: round(percentile(times, 0.99), 1),
  };
}

/** Reads the whole answer; one of another status ends the measurement. @param {Agent} agent @param {string} url @param {Question} question @returns {Promise<void>} */
function ask(agent, url, { path, method = 'GET', headers = {}, body, status }) {
  return new Promise((resolve, reject) => {
    const sent = request(url + path, { method, headers, agent }, (answer) => {
      answer.resume();
      answer.once('error', reject);
      answer.once('end', () => {
        if (answer.statusCode === status) resolve();
        else reject(new Error(`${method} ${path} answered ${answer.statusCode}`));
      });
    });
    sent.once('error', reject);
    sent.end(body);
  });
}
