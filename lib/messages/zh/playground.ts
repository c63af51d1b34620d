import type { Messages } from '../messages';

export const playground: Messages['playground'] = {};
