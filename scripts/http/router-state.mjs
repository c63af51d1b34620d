// Next's pages fail on a header of its own scripts that is not as they write it.
// @ts-check
import parser from 'next/dist/server/app-render/parse-and-validate-flight-router-state.js';

const NAME = 'next-router-state-tree';

/** Without it Next sends the whole page. @param {import('node:http').IncomingHttpHeaders} headers */
export function dropBrokenRouterState(headers) {
  if (headers[NAME] === undefined) return;
  try {
    parser.parseAndValidateFlightRouterState(headers[NAME]);
  } catch {
    delete headers[NAME];
  }
}
