/** With this code a program ends that wants `run.mjs` to start it again: Node cannot forget a module. */
export const NEUSTART = 75;
