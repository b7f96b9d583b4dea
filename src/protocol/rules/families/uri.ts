import type { Rule } from '../../run/rule.ts'
import { loopbackPortMayDiffer } from '../uri/loopback-port-may-differ.ts'
import { redirectUriIsCompared } from '../uri/redirect-uri-is-compared.ts'
import { redirectUrisAreHttps } from '../uri/redirect-uris-are-https.ts'
import { unknownClientIsNotRedirected } from '../uri/unknown-client-is-not-redirected.ts'

/** The rules of this family, in the order of their codes. */
export const URI: readonly Rule[] = [
  redirectUrisAreHttps,
  redirectUriIsCompared,
  unknownClientIsNotRedirected,
  loopbackPortMayDiffer,
]
