import type { Messages } from '../messages';

export const editor: Messages['editor'] = {};
