import { FAULTS } from './faults.ts'
import type { Refinements } from './options.ts'
import { ANYBODYS_IMITATIONS } from './providers/anybody.ts'
import { HOSTED_IMITATIONS } from './providers/hosted.ts'
import { IDENTITY_IMITATIONS } from './providers/identity.ts'
import type { Imitation } from './providers/imitation.ts'
import { PRODUCT_IMITATIONS } from './providers/products.ts'
import type { SandboxOptions } from './sandbox.ts'

const TABLE = {
  ...IDENTITY_IMITATIONS,
  ...PRODUCT_IMITATIONS,
  ...HOSTED_IMITATIONS,
  ...ANYBODYS_IMITATIONS,
}

export type ImitationName = keyof typeof TABLE

/** Each quirk of a provider that the sandbox can imitate: one switch, one quirk of our list. */
export const IMITATIONS: Readonly<Record<ImitationName, Imitation>> = TABLE

/** A practice server that has the habit, at the provider's own addresses. */
export function imitate(name: ImitationName): SandboxOptions {
  const { server, issuer, needs = {}, faults = [], habits = [] } = IMITATIONS[name]
  const wanted: Refinements[] = faults.map((fault) => FAULTS[fault].needs ?? {})
  return {
    server: server ?? 'https://mcp.acme.example/mcp',
    issuer: issuer ?? 'https://login.acme.example',
    ...Object.assign({}, ...wanted),
    ...needs,
    faults,
    habits,
  }
}

export function isImitationName(name: string): name is ImitationName {
  return Object.hasOwn(IMITATIONS, name)
}
