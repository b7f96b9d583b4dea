import type { RunDocument } from '../run/document.ts'
import type { Difference } from './difference.ts'

/** How a run was made: a difference here explains others. */
export type Settings = {
  readonly revision: string
  readonly chosen: ReadonlyMap<string, string>
}

const COMPARED = [
  ['client', 'walks as'],
  ['grant', 'uses the grant'],
  ['scope', 'asks for the scope'],
  ['resource', 'asks for the resource'],
  ['clientId', 'uses the client id'],
  ['clientDocument', 'uses the client metadata document'],
  ['clientAuthentication', 'authenticates by'],
  ['issuer', 'uses the authorization server'],
] as const

/** The settings that change what a server is asked. Ports of loopback are no setting. */
export function settingsOf({ config, revision }: RunDocument): Settings {
  const also = config.also.join(', ')
  const call = config.call ? `${config.call.tool} ${config.call.arguments}` : undefined
  const chosen = [
    ...COMPARED.map(([name]) => [name, config[name]] as const),
    ['also', also === '' ? undefined : also] as const,
    ['call', call] as const,
  ]
  return {
    revision,
    chosen: new Map(
      chosen.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    ),
  }
}

/** Another client or scope, and another revision of MCP. */
export function compareSettings(before: Settings, after: Settings): readonly Difference[] {
  const names = new Set([...before.chosen.keys(), ...after.chosen.keys()])
  const changed = [...names].flatMap((name) =>
    toChange(name, before.chosen.get(name) ?? null, after.chosen.get(name) ?? null),
  )
  if (before.revision === after.revision) return changed
  const says = `The revision was ${before.revision} before and is ${after.revision} now.`
  const values = { before: before.revision, after: after.revision }
  return [...changed, { kind: 'revision', step: null, subject: 'revision', ...values, says }]
}

const VERBS = new Map<string, string>([
  ...COMPARED,
  ['also', 'also makes'],
  ['call', 'calls the tool'],
])

function toChange(
  name: string,
  before: string | null,
  after: string | null,
): readonly Difference[] {
  if (before === after) return []
  const says = `The walk ${VERBS.get(name) ?? name} ${show(after)} now, ${show(before)} before.`
  return [{ kind: 'setting', step: null, subject: name, before, after, says }]
}

function show(value: string | null): string {
  if (value === null) return 'nothing of its own'
  return value === '' ? 'nothing' : value
}
