import {
  clientOf,
  evidencePath,
  hostOf,
  issuerOf,
  refusalIn,
  resourceOf,
  serverMetadata,
} from './issuer-values.ts'
import { scopesOf } from './run-values.ts'
import type { Maker } from './server-changes.ts'

// What the owner of an authorization server changes.

export const issuerMetadata: Maker = (scene) => {
  const values = serverMetadata(scene)
  return values && { kind: 'server-metadata', values }
}

export const endpointCors: Maker = (scene) => {
  const path = evidencePath(scene)
  if (path === undefined) return undefined
  return { kind: 'endpoint-cors', values: { path, ...clientOf(scene) } }
}

export const noStore: Maker = (scene) => {
  const path = evidencePath(scene)
  return path === undefined ? undefined : { kind: 'no-store', values: { path } }
}

export const audience: Maker = (scene) => {
  const issuer = issuerOf(scene)
  if (issuer === undefined) return undefined
  const values = { issuer, resource: resourceOf(scene), scopes: scopesOf(scene) }
  return { kind: 'audience', values }
}

export const scopes: Maker = (scene) => {
  const asked = scopesOf(scene)
  return asked.length === 0 ? undefined : { kind: 'scopes', values: { scopes: asked } }
}

export const registration: Maker = (scene) => ({
  kind: 'registration',
  values: { ...clientOf(scene), scopes: scopesOf(scene) },
})

export const publicClient: Maker = (scene) => ({ kind: 'public-client', values: clientOf(scene) })

export const redirectUri: Maker = (scene) => ({ kind: 'redirect-uri', values: clientOf(scene) })

export const refreshTokens: Maker = (scene) => ({
  kind: 'refresh-tokens',
  values: { scopes: scopesOf(scene) },
})

export const rotation: Maker = (scene) => ({
  kind: 'rotation',
  values: { scopes: scopesOf(scene) },
})

export const iss: Maker = (scene) => {
  const issuer = issuerOf(scene)
  return issuer === undefined ? undefined : { kind: 'iss', values: { issuer } }
}

export const pkce: Maker = (scene) => {
  const issuer = issuerOf(scene)
  return issuer === undefined ? undefined : { kind: 'pkce', values: { issuer } }
}

export const issuerName: Maker = (scene) => {
  const issuer = issuerOf(scene)
  return issuer === undefined ? undefined : { kind: 'issuer-name', values: { issuer } }
}

export const publicAddress: Maker = (scene) => {
  const host = hostOf(scene)
  return host === undefined ? undefined : { kind: 'public-address', values: { host } }
}

/** An authorization or token request was refused: its error tells what is not allowed. */
export const refused: Maker = (scene) => {
  const error = refusalIn(scene) ?? ''
  if (error === 'invalid_scope') return scopes(scene)
  if (error === 'invalid_client') return publicClient(scene)
  const isClient = ['unauthorized_client', 'invalid_request', 'invalid_redirect_uri'].includes(
    error,
  )
  return isClient ? redirectUri(scene) : undefined
}
