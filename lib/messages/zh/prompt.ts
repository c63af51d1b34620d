import type { Messages } from '../messages';

export const prompt: Messages['prompt'] = {};
