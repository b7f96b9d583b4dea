import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'

/** A certificate for `localhost` that vouches for itself, and its key, both as PEM. */
export type Certificate = { readonly cert: string; readonly key: string }

const DAY = 86_400_000

/** Makes one anew, so that none has to be kept and none runs out (RFC 5280 section 4.1). */
export function makeCertificate(): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const signature = sequence(objectId('2a8648ce3d040302'))
  const name = sequence(
    der(0x31, sequence(objectId('550403'), der(0x0c, Buffer.from('localhost')))),
  )
  const validity = sequence(utcTime(Date.now() - DAY), utcTime(Date.now() + DAY))
  const alternative = der(0x04, sequence(der(0x82, Buffer.from('localhost'))))
  const extensions = der(0xa3, sequence(sequence(objectId('551d11'), alternative)))
  const content = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    signature,
    name,
    validity,
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    extensions,
  )
  const proof = der(0x03, Buffer.concat([Buffer.from([0]), sign('sha256', content, privateKey)]))
  return {
    cert: toPem(sequence(content, signature, proof)),
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return der(0x30, Buffer.concat(parts))
}

function objectId(hex: string): Buffer {
  return der(0x06, Buffer.from(hex, 'hex'))
}

function utcTime(milliseconds: number): Buffer {
  const digits = new Date(milliseconds).toISOString().replaceAll(/[-:T]|\.\d+/g, '')
  return der(0x17, Buffer.from(digits.slice(2)))
}

function der(tag: number, content: Buffer): Buffer {
  const { length } = content
  const size =
    length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}

function toPem(content: Buffer): string {
  const lines = content.toString('base64').replaceAll(/.{64}/g, '$&\n')
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`
}
