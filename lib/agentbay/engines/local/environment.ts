/**
 * What a process that we start is told of our environment: nothing. Its first environment stays readable
 * in /proc for its whole life, so bubblewrap's --clearenv would come too late for a secret.
 */
// Next's types ask for NODE_ENV in every environment.
export const EMPTY_ENVIRONMENT = {} as NodeJS.ProcessEnv;
