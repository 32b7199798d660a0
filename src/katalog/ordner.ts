/** Where the content is. On its own, for whoever wants to know before anything is read. */

/** The content folder chosen by `PORTAL_INHALT`, else `content`. */
export function inhaltsordner(): string {
  return process.env['PORTAL_INHALT'] || 'content';
}
