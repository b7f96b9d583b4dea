import type { Change } from './change.ts'
import { type Scene, challengeValues, mcpPath, pageOrigin, resourceMetadata } from './run-values.ts'

type Maker = (scene: Scene) => Change | undefined

const challenge: Maker = (scene) => {
  const values = challengeValues(scene)
  return values && { kind: 'challenge', values }
}

const bareChallenge: Maker = (scene) => {
  const values = challengeValues(scene)
  return values && { kind: 'bare-challenge', values }
}

const refusedChallenge: Maker = (scene) => {
  const values = challengeValues(scene)
  return values && { kind: 'refused-challenge', values }
}

const metadata: Maker = (scene) => {
  const values = resourceMetadata(scene)
  return values && { kind: 'resource-metadata', values }
}

const cors: Maker = (scene) => {
  const path = mcpPath(scene)
  return path === undefined ? undefined : { kind: 'cors', values: { path } }
}

const origin: Maker = (scene) => {
  const page = pageOrigin(scene)
  return page && { kind: 'allowed-origin', values: { origin: page.origin, host: page.hostname } }
}

const unbuffered: Maker = (scene) => {
  const path = mcpPath(scene)
  return path === undefined ? undefined : { kind: 'unbuffered', values: { path } }
}

/** What mends each rule whose mending is configuration. A rule that is not here is mended in a program's own code. */
export const CHANGES: { readonly [rule: string]: readonly Maker[] } = {
  'CHL-01': [challenge],
  'CHL-02': [challenge],
  'CHL-03': [metadata, challenge],
  'CHL-04': [challenge],
  'CHL-05': [challenge],
  'CHL-08': [bareChallenge],
  'CHL-09': [refusedChallenge],
  'CHL-10': [challenge],
  'CHL-12': [challenge],
  'CORS-01': [cors],
  'CORS-02': [cors],
  'CORS-03': [cors],
  'CORS-04': [cors],
  'CORS-05': [cors],
  'CORS-06': [cors],
  'CORS-07': [cors],
  'CORS-10': [cors],
  'ERR-02': [bareChallenge],
  'ORG-02': [origin],
  'PRM-01': [metadata],
  'PRM-03': [metadata],
  'PRM-04': [metadata],
  'PRM-05': [metadata],
  'PRM-06': [metadata],
  'PRM-07': [metadata],
  'PRM-08': [metadata],
  'PRM-09': [metadata],
  'PRM-10': [metadata],
  'PRM-11': [metadata],
  'PRM-12': [metadata],
  'PRM-13': [metadata],
  'PRM-14': [metadata],
  'PRM-16': [metadata],
  'TRN-09': [unbuffered],
}

/** The changes that mend a finding, in the order in which they are made. */
export function changesFor(scene: Scene): readonly Change[] {
  const makers = CHANGES[scene.finding.rule] ?? []
  return makers.map((make) => make(scene)).filter((change) => change !== undefined)
}
