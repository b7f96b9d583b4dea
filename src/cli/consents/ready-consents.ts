import { auth0 } from './auth0.ts'
import { entra } from './entra.ts'
import { keycloak } from './keycloak.ts'
import { oidcProvider } from './oidc-provider.ts'
import { oneClick } from './one-click.ts'
import type { ReadyConsent } from './ready-consent.ts'
import { usernamePassword } from './username-password.ts'

/** The consent modules that come with the runner. */
export const READY_CONSENTS: readonly ReadyConsent[] = [
  oneClick,
  usernamePassword,
  keycloak,
  auth0,
  entra,
  oidcProvider,
]

/** The one of that name, if it is none of a file. */
export function findReadyConsent(name: string): ReadyConsent | undefined {
  return READY_CONSENTS.find((ready) => ready.name === name)
}
