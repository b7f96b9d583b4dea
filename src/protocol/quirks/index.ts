import { ATLASSIAN } from './providers/atlassian.ts'
import { AUTH0 } from './providers/auth0.ts'
import { COGNITO } from './providers/cognito.ts'
import { ENTRA } from './providers/entra.ts'
import { GITHUB } from './providers/github.ts'
import { GOOGLE } from './providers/google.ts'
import { KEYCLOAK } from './providers/keycloak.ts'
import { OKTA } from './providers/okta.ts'
import { SLACK } from './providers/slack.ts'
import { SUPABASE } from './providers/supabase.ts'
import type { Provider, Quirk } from './quirk.ts'

/** Every provider that can be recognised, by name. */
export const PROVIDERS: readonly Provider[] = [
  COGNITO,
  ATLASSIAN,
  AUTH0,
  GITHUB,
  GOOGLE,
  KEYCLOAK,
  ENTRA,
  OKTA,
  SLACK,
  SUPABASE,
]

/** Every quirk that is known by its form alone, whoever sends it. */
export const FAMILIES: readonly Quirk[] = []
