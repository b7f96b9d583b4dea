import type { Change } from './change.ts'
import { evidencePath, issuerOf, keysOf, resourceOf } from './issuer-values.ts'
import { type Scene, challengeValues, mcpPath, pageOrigin, resourceMetadata } from './run-values.ts'

/** A change with the values of a run, or none where the run lacks one. */
export type Maker = (scene: Scene) => Change | undefined

// What the owner of an MCP server changes.

export const challenge: Maker = (scene) => {
  const values = challengeValues(scene)
  return values && { kind: 'challenge', values }
}

export const bareChallenge: Maker = (scene) => {
  const values = challengeValues(scene)
  return values && { kind: 'bare-challenge', values }
}

export const refusedChallenge: Maker = (scene) => {
  const values = challengeValues(scene)
  return values && { kind: 'refused-challenge', values }
}

export const metadata: Maker = (scene) => {
  const values = resourceMetadata(scene)
  return values && { kind: 'resource-metadata', values }
}

export const cors: Maker = (scene) => {
  const path = mcpPath(scene)
  return path === undefined ? undefined : { kind: 'cors', values: { path } }
}

export const metadataCors: Maker = (scene) => {
  const path = evidencePath(scene)
  return path === undefined ? undefined : { kind: 'metadata-cors', values: { path } }
}

export const origin: Maker = (scene) => {
  const page = pageOrigin(scene)
  return page && { kind: 'allowed-origin', values: { origin: page.origin, host: page.hostname } }
}

export const unbuffered: Maker = (scene) => {
  const path = mcpPath(scene)
  return path === undefined ? undefined : { kind: 'unbuffered', values: { path } }
}

export const tokenCheck: Maker = (scene) => {
  const [path, issuer] = [mcpPath(scene), issuerOf(scene)]
  if (path === undefined || issuer === undefined) return undefined
  const values = { path, issuer, resource: resourceOf(scene), keys: keysOf(scene) }
  return { kind: 'token-check', values }
}
