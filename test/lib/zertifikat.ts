/** A certificate that nobody has signed but its owner, made anew for every run: a private key has no place in a repository. */
import { generateKeyPairSync, sign } from 'node:crypto';

const BEZEICHNER = {
  /** ecdsa-with-SHA256, RFC 5758. */
  ecdsa: [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02],
  /** commonName, X.520. */
  name: [0x55, 0x04, 0x03],
};

/** @returns key and certificate (X.509, PEM) of a server of that name, valid from 2020 to 2049 */
export function createZertifikat(name: string): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const verfahren = folge(element(0x06, BEZEICHNER.ecdsa));
  const inhaber = folge(
    element(0x31, folge(element(0x06, BEZEICHNER.name), element(0x0c, Buffer.from(name)))),
  );
  const gueltig = folge(zeit('200101000000Z'), zeit('491231000000Z'));
  const schluessel = publicKey.export({ type: 'spki', format: 'der' });
  const angaben = folge(element(0x02, [1]), verfahren, inhaber, gueltig, inhaber, schluessel);
  const der = folge(angaben, verfahren, element(0x03, [0], sign('sha256', angaben, privateKey)));
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${der.toString('base64')}\n-----END CERTIFICATE-----\n`,
  };
}

const folge = (...teile: Uint8Array[]) => element(0x30, ...teile);
const zeit = (text: string) => element(0x17, Buffer.from(text));

/** An element of ASN.1 in DER: tag, length, content. */
function element(art: number, ...teile: (Uint8Array | number[])[]): Buffer {
  const inhalt = Buffer.concat(teile.map((teil) => Buffer.from(teil)));
  const laenge =
    inhalt.length < 128
      ? [inhalt.length]
      : inhalt.length < 256
        ? [0x81, inhalt.length]
        : [0x82, inhalt.length >> 8, inhalt.length & 255];
  return Buffer.concat([Buffer.from([art, ...laenge]), inhalt]);
}
