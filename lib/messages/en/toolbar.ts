export const toolbar = {};
