import { AUTH0 } from './auth0.ts'
import { CLOUDFLARE_WORKERS } from './cloudflare-workers.ts'
import { ENTRA } from './entra.ts'
import { EXPRESS_V1 } from './express-v1.ts'
import { EXPRESS_V2 } from './express-v2.ts'
import { FASTMCP } from './fastmcp.ts'
import { HONO } from './hono.ts'
import { KEYCLOAK } from './keycloak.ts'
import { NGINX } from './nginx.ts'
import { OKTA } from './okta.ts'
import type { Stack } from './stack.ts'

/** The products that texts are made for, in the order in which they are offered. */
export const STACKS: readonly Stack[] = [
  EXPRESS_V1,
  EXPRESS_V2,
  HONO,
  CLOUDFLARE_WORKERS,
  FASTMCP,
  NGINX,
  AUTH0,
  ENTRA,
  KEYCLOAK,
  OKTA,
]
