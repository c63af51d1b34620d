import type { Messages } from '../messages';

export const console: Messages['console'] = {};
