import type { Policy } from '../../run/policy.ts'
import type { StepContext } from '../../run/step.ts'
import { toResourceIdentifier } from '../../spec/locations.ts'

/**
 * The value of `resource` for authorization and token requests (RFC 8707): the person's, else the string that the
 * resource metadata gave, else the URL of the server as it was given. Undefined when the client sends none.
 */
export function resourceIndicator(context: StepContext): string | undefined {
  const { config, policy, run } = context
  if (config.resource !== undefined) return config.resource === '' ? undefined : config.resource
  const found = run.facts.resourceMetadata?.resource
  if (policy.sendsResource === 'never') return undefined
  if (policy.sendsResource === 'with-resource-metadata' && found === undefined) return undefined
  return shaped(policy.resourceForm, found ?? toResourceIdentifier(config.server), config.server)
}

function shaped(form: Policy['resourceForm'], value: string, server: string): string {
  switch (form) {
    case 'as-received':
      return value
    case 'parsed':
      return URL.canParse(value) ? new URL(value).href : value
    case 'server':
      return withoutQuery(server)
  }
}

function withoutQuery(server: string): string {
  return server.split(/[?#]/, 1)[0] ?? server
}
