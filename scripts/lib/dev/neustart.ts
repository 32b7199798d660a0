/** With this code `npm run dev` ends where it wants to be started again: Node cannot forget a module. */
export const NEUSTART = 75;
