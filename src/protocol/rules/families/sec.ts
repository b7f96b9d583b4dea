import type { Rule } from '../../run/rule.ts'
import { noCorsAtTheAuthorizationEndpoint } from '../sec/no-cors-at-the-authorization-endpoint.ts'
import { safeAuthorizationUrl } from '../sec/safe-authorization-url.ts'
import { serverIsHttps } from '../sec/server-is-https.ts'

/** The rules of this family, in the order of their codes. */
export const SEC: readonly Rule[] = [
  serverIsHttps,
  noCorsAtTheAuthorizationEndpoint,
  safeAuthorizationUrl,
]
