import { decodeJwt, importJWK, jwtVerify } from 'jose'
import { endpointUrl } from '../routes.ts'
import type { Visit } from '../scene.ts'
import { type Client, findClient } from './clients.ts'
import { ASSERTION_ALGORITHMS } from './metadata.ts'

export type ClientAuthentication =
  | { readonly kind: 'known'; readonly client: Client }
  | {
      readonly kind: 'refused'
      readonly error: 'invalid_client' | 'invalid_request'
      readonly says: string
      /** Refusals of an `Authorization` header are 401 (RFC 6749 section 5.2). */
      readonly status: 400 | 401
    }

type Proof =
  | { readonly method: 'none'; readonly id: string }
  | {
      readonly method: 'client_secret_basic' | 'client_secret_post'
      readonly id: string
      readonly secret: string
    }
  | { readonly method: 'private_key_jwt'; readonly id: string; readonly assertion: string }

const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

/** Finds out who calls the token or revocation endpoint, and whether they can prove it. */
export async function authenticateClient(
  visit: Visit,
  parameters: URLSearchParams,
): Promise<ClientAuthentication> {
  const status = visit.request.headers.has('Authorization') ? 401 : 400
  const proofs = presentedProofs(visit.request, parameters)
  const [proof, second] = proofs
  if (proof === undefined) {
    return { kind: 'refused', error: 'invalid_client', says: 'The client is not named', status }
  }
  if (second !== undefined) {
    const says = 'The client authenticates in more than one way'
    return { kind: 'refused', error: 'invalid_request', says, status: 400 }
  }
  const search = await findClient(visit, proof.id)
  if (search.kind === 'unknown') {
    return { kind: 'refused', error: 'invalid_client', says: search.why, status }
  }
  const says = await objectionTo(proof, search.client, visit)
  if (says !== undefined) return { kind: 'refused', error: 'invalid_client', says, status }
  return { kind: 'known', client: search.client }
}

function presentedProofs(request: Request, parameters: URLSearchParams): readonly Proof[] {
  const header = request.headers.get('Authorization')
  const id = parameters.get('client_id')
  const secret = parameters.get('client_secret')
  const assertion = parameters.get('client_assertion')
  const proofs: Proof[] = []
  const basic = header === null ? undefined : parseBasic(header)
  if (basic !== undefined) proofs.push({ method: 'client_secret_basic', ...basic })
  if (assertion !== null && parameters.get('client_assertion_type') === ASSERTION_TYPE) {
    proofs.push({ method: 'private_key_jwt', id: id ?? subjectOf(assertion), assertion })
  }
  if (secret !== null && id !== null) proofs.push({ method: 'client_secret_post', id, secret })
  if (proofs.length === 0 && id !== null) proofs.push({ method: 'none', id })
  return proofs
}

/** Id and secret are form-encoded before they are joined (RFC 6749 section 2.3.1). */
function parseBasic(header: string): { id: string; secret: string } | undefined {
  const encoded = /^Basic +([A-Za-z0-9+/=]+) *$/i.exec(header)?.[1]
  if (encoded === undefined) return undefined
  try {
    const [id, ...rest] = atob(encoded).split(':')
    if (id === undefined || rest.length === 0) return undefined
    return { id: formDecoded(id), secret: formDecoded(rest.join(':')) }
  } catch {
    return undefined
  }
}

function formDecoded(text: string): string {
  return decodeURIComponent(text.replaceAll('+', ' '))
}

function subjectOf(assertion: string): string {
  try {
    return decodeJwt(assertion).sub ?? ''
  } catch {
    return ''
  }
}

async function objectionTo(
  proof: Proof,
  client: Client,
  visit: Visit,
): Promise<string | undefined> {
  if (proof.method !== client.method) {
    return `${client.name} authenticates by ${client.method}, not by ${proof.method}`
  }
  switch (proof.method) {
    case 'none':
      return undefined
    case 'client_secret_basic':
    case 'client_secret_post':
      return proof.secret === client.secret ? undefined : 'The client secret is another'
    case 'private_key_jwt':
      return objectionToAssertion(proof.assertion, client, visit)
  }
}

async function objectionToAssertion(assertion: string, client: Client, visit: Visit) {
  for (const key of client.keys) {
    const id = await verifyAssertion(assertion, { client, key }, visit)
    if (id === undefined) continue
    const { usedAssertions } = visit.scene.memory
    if (usedAssertions.has(id)) return 'The assertion was used before'
    usedAssertions.add(id)
    return undefined
  }
  return 'The assertion is not signed by a key of this client, or is not meant for this issuer'
}

async function verifyAssertion(
  assertion: string,
  { client, key }: { client: Client; key: Client['keys'][number] },
  { scene, issuer }: Visit,
): Promise<string | undefined> {
  try {
    const { payload } = await jwtVerify(assertion, await importJWK({ kty: '', ...key }), {
      algorithms: ASSERTION_ALGORITHMS,
      issuer: client.id,
      subject: client.id,
      audience: [issuer, endpointUrl(issuer, 'token')],
      currentDate: new Date(scene.settings.now()),
      requiredClaims: ['exp'],
    })
    return payload.jti ?? assertion
  } catch {
    return undefined
  }
}
