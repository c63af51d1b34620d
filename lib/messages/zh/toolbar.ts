import type { Messages } from '../messages';

export const toolbar: Messages['toolbar'] = {};
