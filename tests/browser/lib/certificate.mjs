// A certificate that nobody has signed but its own key, for a server on 127.0.0.1 that a browser takes for another one:
// made for one run, so that no key lies in the repository. The form: RFC 5280, 4.1, in DER (X.690).
import { generateKeyPairSync, sign } from 'node:crypto';

const der = (tag, ...parts) => {
  const body = Buffer.concat(parts.map((part) => Buffer.from(part)));
  const size = body.length < 0x80 ? [body.length] : body.length < 0x100 ? [0x81, body.length] : [0x82, body.length >> 8, body.length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), body]);
};
const sequence = (...parts) => der(0x30, ...parts);
const oid = (...bytes) => der(0x06, Buffer.from(bytes));
const ECDSA_WITH_SHA256 = sequence(oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02));
const COMMON_NAME = oid(0x55, 0x04, 0x03);
const ALT_NAME = oid(0x55, 0x1d, 0x11);

/** `{ key, cert }` in PEM for some names. */
export function certificate(names) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const name = sequence(der(0x31, sequence(COMMON_NAME, der(0x0c, names[0]))));
  const validity = sequence(der(0x17, '250101000000Z'), der(0x17, '491231235959Z'));
  const alternatives = sequence(...names.map((one) => der(0x82, one)));
  const extensions = der(0xa3, sequence(sequence(ALT_NAME, der(0x04, alternatives))));
  const version = der(0xa0, der(0x02, [2]));
  const body = sequence(version, der(0x02, [1]), ECDSA_WITH_SHA256, name, validity, name, publicKey.export({ type: 'spki', format: 'der' }), extensions);
  const signature = der(0x03, [0], sign('sha256', body, privateKey));
  const whole = sequence(body, ECDSA_WITH_SHA256, signature).toString('base64').replace(/.{64}/g, '$&\n');
  return { key: privateKey.export({ type: 'pkcs8', format: 'pem' }), cert: `-----BEGIN CERTIFICATE-----\n${whole}\n-----END CERTIFICATE-----\n` };
}
