// What a page weighs on its way to a browser.
// @ts-check
import { request } from 'node:http';
import { gunzipSync } from 'node:zlib';

/** Compressed bytes of a document and of all scripts, styles and fonts that it names. @param {string} url @param {string} path */
export async function weightOf(url, path) {
  const page = await fetchBytes(url + path);
  const html = (page.isCompressed ? gunzipSync(page.bytes) : page.bytes).toString();
  const named = new Set(
    [...html.matchAll(/(?:src|href)="(\/[^"]+\.(?:js|css|woff2)[^"]*)"/g)].map(
      ([, address]) => address,
    ),
  );
  let bytes = page.bytes.length;
  for (const address of named) bytes += (await fetchBytes(url + address)).bytes.length;
  return { documentBytes: page.bytes.length, totalBytes: bytes, files: named.size };
}

/** @param {string} address @returns {Promise<{ bytes: Buffer, isCompressed: boolean }>} */
function fetchBytes(address) {
  return new Promise((resolve, reject) => {
    const headers = { 'Accept-Encoding': 'gzip' };
    request(address, { headers, agent: false }, (answer) => {
      /** @type {Buffer[]} */
      const chunks = [];
      answer.on('data', (chunk) => chunks.push(chunk));
      answer.once('error', reject);
      answer.once('end', () => {
        if (answer.statusCode !== 200) reject(new Error(`${address}: ${answer.statusCode}`));
        resolve({
          bytes: Buffer.concat(chunks),
          isCompressed: answer.headers['content-encoding'] === 'gzip',
        });
      });
    })
      .once('error', reject)
      .end();
  });
}
