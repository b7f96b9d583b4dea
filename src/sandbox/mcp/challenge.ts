import { altered, json } from '../answers.ts'
import { resourceMetadataUrl } from '../routes.ts'
import { type Challenge, type Scene, type Visit, keeps, shaped } from '../scene.ts'

type Parameters = Challenge['parameters']

/** What a request lacks. */
export type Lack =
  | { readonly kind: 'no-token' }
  | { readonly kind: 'bad-token'; readonly why: string }
  | { readonly kind: 'scope'; readonly needed: readonly string[]; readonly held: readonly string[] }

/** 401 or 403 with a Bearer challenge (RFC 6750 section 3, RFC 9728 section 5.1). */
export function challengeAnswer(visit: Visit, lack: Lack): Response {
  const challenge = shaped(
    visit.scene,
    {
      scheme: 'Bearer',
      parameters: [...parametersFor(visit.scene, lack), ...pointer(visit.scene)],
    },
    (effect, value: Challenge) => effect.challenge?.(value, visit),
  )
  const status = lack.kind === 'scope' ? 403 : 401
  return altered(json(bodyFor(lack), status), {
    headers: { 'WWW-Authenticate': inForm(challenge, visit.scene) },
  })
}

function parametersFor(scene: Scene, lack: Lack): Parameters {
  switch (lack.kind) {
    case 'no-token':
      return challengeScope(scene)
    case 'bad-token':
      return [['error', 'invalid_token'], ['error_description', lack.why], ...challengeScope(scene)]
    case 'scope':
      return [
        ['error', 'insufficient_scope'],
        ['error_description', 'The token does not reach this far'],
        ['scope', namedScopes(scene, lack).join(' ')],
      ]
  }
}

function namedScopes(scene: Scene, lack: Lack & { kind: 'scope' }): readonly string[] {
  const missing = lack.needed.filter((scope) => !lack.held.includes(scope))
  if (!keeps(scene, 'scopes-at-once')) return missing.slice(0, 1)
  return scene.settings.stepUpNames === 'needed' ? lack.needed : missing
}

function challengeScope(scene: Scene): Parameters {
  const scopes = scene.settings.scopes.challenge
  return scopes === undefined ? [] : [['scope', scopes.join(' ')]]
}

function pointer(scene: Scene): Parameters {
  if (scene.settings.challengeHeader === 'no-pointer') return []
  return [['resource_metadata', resourceMetadataUrl(scene.settings)]]
}

function inForm(challenge: Challenge, scene: Scene): string {
  switch (scene.settings.challengeHeader) {
    case 'plain':
    case 'no-pointer':
      return written(challenge)
    case 'several-challenges':
      return `Negotiate, Basic realm="practice, basic", ${written(challenge)}, DPoP algs="ES256"`
    case 'other-case':
      return written(inOtherCase(challenge))
    case 'comma-in-quotes':
      return written({
        ...challenge,
        parameters: [['realm', 'practice, the "quoted" one'], ...challenge.parameters],
      })
  }
}

/** Scheme and parameter names are case-insensitive; values are not touched. */
function inOtherCase({ scheme, parameters }: Challenge): Challenge {
  return {
    scheme: scheme.toUpperCase(),
    parameters: parameters.map(([name, value]) => [name.toUpperCase(), value]),
  }
}

/** The challenge as a header's value, each parameter a quoted string (RFC 9110 section 11.6.1). */
export function written({ scheme, parameters }: Challenge): string {
  const list = parameters.map(([name, value]) => `${name}="${value.replace(/["\\]/g, '\\$&')}"`)
  return list.length === 0 ? scheme : `${scheme} ${list.join(', ')}`
}

function bodyFor(lack: Lack): unknown {
  switch (lack.kind) {
    case 'no-token':
      return { error: 'unauthorized', error_description: 'This server asks for a token' }
    case 'bad-token':
      return { error: 'invalid_token', error_description: lack.why }
    case 'scope':
      return { error: 'insufficient_scope', scope: lack.needed.join(' ') }
  }
}
