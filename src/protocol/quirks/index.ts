import { CORS_QUIRKS } from './families/cors.ts'
import { DISCOVERY_QUIRKS } from './families/discovery.ts'
import { ISSUER_QUIRKS } from './families/issuer.ts'
import { ATLASSIAN } from './providers/atlassian.ts'
import { AUTH0 } from './providers/auth0.ts'
import { BETTER_AUTH } from './providers/better-auth.ts'
import { CLOUDFLARE } from './providers/cloudflare.ts'
import { COGNITO } from './providers/cognito.ts'
import { ENTRA } from './providers/entra.ts'
import { FIGMA } from './providers/figma.ts'
import { GITHUB } from './providers/github.ts'
import { GOOGLE } from './providers/google.ts'
import { HOME_ASSISTANT } from './providers/home-assistant.ts'
import { KEYCLOAK } from './providers/keycloak.ts'
import { NAMECHEAP } from './providers/namecheap.ts'
import { NOTION } from './providers/notion.ts'
import { OKTA } from './providers/okta.ts'
import { PLANE } from './providers/plane.ts'
import { SALESFORCE } from './providers/salesforce.ts'
import { SENTRY } from './providers/sentry.ts'
import { SLACK } from './providers/slack.ts'
import { SNOWFLAKE } from './providers/snowflake.ts'
import { SUPABASE } from './providers/supabase.ts'
import { TYPESCRIPT_SDK } from './providers/typescript-sdk.ts'
import { WORKOS } from './providers/workos.ts'
import type { Provider, Quirk } from './quirk.ts'

/** Every provider that can be recognised, by name. */
export const PROVIDERS: readonly Provider[] = [
  COGNITO,
  ATLASSIAN,
  AUTH0,
  BETTER_AUTH,
  CLOUDFLARE,
  FIGMA,
  GITHUB,
  GOOGLE,
  HOME_ASSISTANT,
  KEYCLOAK,
  TYPESCRIPT_SDK,
  ENTRA,
  NAMECHEAP,
  NOTION,
  OKTA,
  PLANE,
  SALESFORCE,
  SENTRY,
  SLACK,
  SNOWFLAKE,
  SUPABASE,
  WORKOS,
]

/** Every quirk that is known by its form alone, whoever sends it. */
export const FAMILIES: readonly Quirk[] = [...DISCOVERY_QUIRKS, ...CORS_QUIRKS, ...ISSUER_QUIRKS]
