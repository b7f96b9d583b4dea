import type { JsonObject } from '../../http/json.ts'
import type { ServerMetadataPlace } from '../../run/behaviour/lookup.ts'
import type { Looked } from '../../run/facts.ts'
import type { Paste, Verdict } from '../../run/rule.ts'
import type { Run } from '../../run/run.ts'
import { findServerMetadataUrl, readUrl } from '../addresses.ts'
import { pretty } from '../shown.ts'
import { cannotTell, notApplicable, notReached } from '../verdict.ts'

/** One place that was asked for authorization server metadata. */
export type Look = Looked<ServerMetadataPlace>

/** The authorization server metadata in use, or everywhere it was not. `issuer` is the string that led there. */
export type DocumentSeen =
  | {
      readonly kind: 'found'
      readonly found: Look & { readonly document: JsonObject }
      readonly looked: readonly Look[]
      readonly issuer: string
    }
  | { readonly kind: 'nowhere'; readonly looked: readonly Look[]; readonly issuer: string }
  | { readonly kind: 'unknown'; readonly verdict: Verdict }

/** The authorization server metadata of a run. */
export function serverMetadataSeen(run: Run): DocumentSeen {
  if (run.facts.challenge?.required === false) {
    return unknown(notApplicable('The server answers without a token'))
  }
  const fact = run.facts.serverMetadata
  if (fact === undefined) return unknown(notReached('the authorization server metadata'))
  const { found, looked, issuer } = fact
  return found ? { kind: 'found', found, looked, issuer } : { kind: 'nowhere', looked, issuer }
}

/** The document, its exchange and the issuer that led to it; or the verdict of a rule that needs the document. */
export type DocumentRead =
  | {
      readonly kind: 'read'
      readonly document: JsonObject
      readonly exchange: string
      readonly url: string
      readonly issuer: string
    }
  | { readonly kind: 'unknown'; readonly verdict: Verdict }

/** `serverMetadataSeen` for rules that look at the document alone. */
export function readServerMetadata(run: Run): DocumentRead {
  const seen = serverMetadataSeen(run)
  if (seen.kind === 'unknown') return seen
  if (seen.kind === 'nowhere')
    return unknown(cannotTell('No authorization server metadata was found'))
  const { document, exchange, url } = seen.found
  return { kind: 'read', document, exchange, url, issuer: seen.issuer }
}

/** The document that this issuer should serve, made of what the run knows. */
export function serverMetadataToPaste(run: Run, issuer: string): Paste {
  const { document = {} } = run.facts.serverMetadata?.found ?? {}
  const base = issuer.replace(/\/$/, '')
  return {
    title: `Authorization server metadata, served at ${findServerMetadataUrl(issuer) ?? 'its well-known address'}`,
    text: pretty({
      authorization_endpoint: `${base}/authorize`,
      token_endpoint: `${base}/token`,
      response_types_supported: ['code'],
      grant_types_supported: ['authorization_code', 'refresh_token'],
      code_challenge_methods_supported: ['S256'],
      token_endpoint_auth_methods_supported: ['none'],
      ...document,
      issuer,
    }),
  }
}

/** The https address that one without it probably stands for: nothing after the path, and relative to the issuer. */
export function inHttps(text: string, issuer?: string): string {
  const url =
    readUrl(text) ?? (issuer !== undefined && URL.canParse(text, issuer) && new URL(text, issuer))
  return url
    ? `https://${url.host}${url.pathname === '/' ? '' : url.pathname}`
    : `https://<${text}>`
}

/** One member of the metadata, to paste. */
export function memberToPaste(name: string, value: Parameters<typeof pretty>[0]): Paste {
  return {
    title: 'Member of the authorization server metadata',
    text: `"${name}": ${JSON.stringify(value)}`,
  }
}

function unknown(verdict: Verdict): { readonly kind: 'unknown'; readonly verdict: Verdict } {
  return { kind: 'unknown', verdict }
}
