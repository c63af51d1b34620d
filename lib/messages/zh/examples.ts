import type { Messages } from '../messages';

export const examples: Messages['examples'] = {};
