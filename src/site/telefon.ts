import parsePhoneNumber from 'libphonenumber-js/max';

/**
 * A phone number for readers: as it is dialled in Germany.
 * @example formatTelefon('+492241132107') // '02241 132107'
 */
export function formatTelefon(e164: string): string {
  return parsePhoneNumber(e164)?.formatNational() ?? e164;
}
