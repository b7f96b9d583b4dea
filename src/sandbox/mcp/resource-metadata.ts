import { json } from '../answers.ts'
import type { JsonObject } from '../json.ts'
import type { Settings } from '../options.ts'
import { type Scene, type Visit, shaped } from '../scene.ts'

export function answerResourceMetadata(visit: Visit): Response {
  return json(resourceMetadata(visit))
}

/** The document of RFC 9728. */
export function resourceMetadata(visit: Visit): JsonObject {
  const { scene, form } = visit
  const { settings } = scene
  const { resource: scopes } = settings.scopes
  const document = {
    resource: identifierAt(form, settings),
    authorization_servers: [currentIssuer(scene)],
    ...(scopes === undefined ? {} : { scopes_supported: scopes }),
    bearer_methods_supported: ['header'],
    resource_name: 'Practice server',
  }
  return shaped(scene, document, (effect, value: JsonObject) =>
    effect.resourceMetadata?.(value, visit),
  )
}

/**
 * The strings that may stand for this server in `resource`: its own URL, and whatever its metadata
 * says. A server that announces its origin must also be reachable under that name.
 */
export function resourceIdentifiers(visit: Visit): readonly string[] {
  return [...new Set([visit.scene.settings.server, ...announcedIdentifiers(visit)])]
}

export function announcedIdentifiers(visit: Visit): readonly string[] {
  return servedForms(visit.scene.settings)
    .map((form) => resourceMetadata({ ...visit, form })['resource'])
    .filter((resource) => typeof resource === 'string')
}

function servedForms({ resourceMetadataAt }: Settings): readonly string[] {
  switch (resourceMetadataAt) {
    case 'path':
    case 'root':
      return [resourceMetadataAt]
    case 'both':
      return ['path', 'root']
    case 'header-only':
      return ['pointer']
    case 'nowhere':
      return []
  }
}

/** The issuer whose tokens this server takes. */
export function currentIssuer(scene: Scene): string {
  const { issuer, secondIssuer } = scene.settings
  return scene.memory.moved && secondIssuer !== undefined ? secondIssuer : issuer
}

/**
 * RFC 9728 section 3.3: a document found by probing names the identifier whose well-known address
 * it was found at; one that a challenge points to names the URL that was asked.
 */
function identifierAt(form: string, settings: Settings): string {
  const isPointedTo =
    settings.resourceMetadataAt === 'root' && settings.challengeHeader !== 'no-pointer'
  return form === 'root' && !isPointedTo ? new URL(settings.server).origin : settings.server
}
