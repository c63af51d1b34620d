import type { Messages } from '../messages';

export const actions: Messages['actions'] = {};
