/**
 * The oldest browsers that our scripts run in, as Vite's targets: a cheap phone of 2014 that can still be updated to this Chrome, and
 * an iPhone of 2017. Chrome before 97 and Firefox before 102 cannot ask neighbours: they do not know the policy for WebAssembly
 * (decision 17). Older ones, and browsers without scripts, get the pages and what stands in place of the scripts (`Ersatz.astro`).
 */
export const AELTESTE_BROWSER = ['chrome95', 'edge95', 'firefox91', 'safari16.4'];
