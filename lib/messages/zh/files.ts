import type { Messages } from '../messages';

export const files: Messages['files'] = {};
