import { get, createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { type Certificate, makeCertificate } from './certificate.ts'

/** A client ID metadata document on https, under a certificate that only `fetch` here trusts. */
export type ClientDocument = {
  /** The address, which is the client id. */
  readonly url: string
  readonly fetch: (url: string | URL) => Promise<Response>
  close(): Promise<void>
}

/** Serves the document of a public client that has this redirect URI. */
export async function serveClientDocument(redirectUri: string): Promise<ClientDocument> {
  const certificate = makeCertificate()
  let url = ''
  const server = createServer({ ...certificate }, (_, response) => {
    const document = {
      client_id: url,
      client_name: 'A client with a document',
      redirect_uris: [redirectUri],
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      token_endpoint_auth_method: 'none',
      application_type: 'native',
    }
    response.setHeader('Content-Type', 'application/json').end(JSON.stringify(document))
  })
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  url = `https://localhost:${portOf(server.address())}/client.json`
  return {
    url,
    fetch: (asked) => fetchTrusting(certificate, asked),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Asks an https address under a certificate that vouches for itself. */
export function fetchTrusting({ cert }: Certificate, url: string | URL): Promise<Response> {
  return new Promise((resolve, reject) => {
    get(url, { ca: cert, agent: false }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () => {
        const headers = { 'Content-Type': answer.headers['content-type'] ?? '' }
        resolve(new Response(Buffer.concat(parts), { status: answer.statusCode ?? 500, headers }))
      })
    }).on('error', reject)
  })
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return address.port
}
