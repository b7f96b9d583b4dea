import { json } from '../answers.ts'
import { issuerMetadata } from '../issuer/metadata.ts'
import { endpointUrl } from '../routes.ts'
import type { Effect, Fault, Visit } from '../scene.ts'
import { asHtmlPage, changed, cutOff, drops, instead, withMediaType } from './effects.ts'
import { inCapitals } from './resource-metadata.ts'

/** What can be wrong with the metadata document of an issuer as such. */
export const ISSUER_METADATA_FAULTS = {
  'asm-nowhere': {
    rule: 'ASM-01',
    title: 'No listed location has issuer metadata',
    effect: { settings: (settings) => ({ ...settings, issuerMetadataAt: 'nowhere' }) },
  },
  'asm-suffix-appended': {
    rule: 'ASM-01',
    title: 'The metadata of an issuer with a path is behind that path, where nobody looks',
    issuerAs: (own) => endpointUrl(own, 'tenant'),
    effect: suffixAppended(),
  },
  'asm-html': {
    rule: 'ASM-02',
    title: 'Each unknown path of the issuer answers 200 with a page in HTML',
    effect: htmlCatchAll(),
  },
  'asm-media-type': {
    rule: 'ASM-02',
    title: 'The issuer metadata is JSON that calls itself text/html',
    effect: changed('issuer-metadata', withMediaType('text/html')),
  },
  'asm-cut-off': {
    rule: 'ASM-02',
    title: 'The JSON of the issuer metadata ends in its middle',
    effect: changed('issuer-metadata', cutOff),
  },
  'asm-array': {
    rule: 'ASM-02',
    title: 'The issuer metadata is a list around the object',
    effect: instead('issuer-metadata', (visit) => json([issuerMetadata(visit)])),
  },
  'asm-500': {
    rule: 'ASM-02',
    title: 'The issuer metadata answers 500',
    effect: instead('issuer-metadata', () => json({ error: 'server_error' }, 500)),
  },
  'asm-without-issuer': {
    rule: 'ASM-03',
    title: 'The issuer metadata has no issuer',
    effect: { issuerMetadata: drops('issuer') },
  },
  'asm-issuer-slash': {
    rule: 'ASM-03',
    title: 'issuer has a slash at its end that the resource metadata does not give it',
    effect: issuer((own) => `${own}/`),
  },
  'asm-issuer-other-host': {
    rule: 'ASM-03',
    title: 'issuer names another host',
    effect: issuer(() => 'https://elsewhere.example'),
  },
  'asm-issuer-other-path': {
    rule: 'ASM-03',
    title: 'issuer names another tenant of the same host',
    effect: issuer((own) => `${own}/other-tenant`),
  },
  'asm-issuer-case': {
    rule: 'ASM-03',
    title: 'issuer writes the host in capitals',
    effect: issuer(inCapitals),
  },
  'asm-issuer-default-port': {
    rule: 'ASM-03',
    title: 'issuer spells out the default port',
    issuerAs: (own) => (own.startsWith('https:') ? own : 'http://localhost'),
    effect: issuer(withDefaultPort),
  },
  'asm-issuer-query': {
    rule: 'ASM-05',
    title: 'issuer carries a query',
    effect: issuer((own) => `${own}?tenant=practice`),
  },
  'asm-issuer-fragment': {
    rule: 'ASM-05',
    title: 'issuer carries a fragment',
    effect: issuer((own) => `${own}#practice`),
  },
} as const satisfies { readonly [name: string]: Fault }

function issuer(change: (own: string) => string): Effect {
  return {
    issuerMetadata: (document, { issuer: own }) => ({ ...document, issuer: change(own) }),
  }
}

function htmlCatchAll(): Effect {
  return {
    before: (visit) => {
      const isOwn = visit.url.origin === new URL(visit.scene.settings.issuer).origin
      if (visit.preflight) return undefined
      const isMetadata = visit.place === 'issuer-metadata'
      const isUnknown = isOwn && visit.place === 'elsewhere'
      return isMetadata || isUnknown ? asHtmlPage() : undefined
    },
  }
}

function suffixAppended(): Effect {
  return {
    settings: (settings) => ({ ...settings, issuerMetadataAt: 'nowhere' }),
    before: (visit: Visit) => {
      const { issuer: own } = visit.scene.settings
      const here = visit.url.origin + visit.url.pathname
      return here === endpointUrl(own, '.well-known/oauth-authorization-server')
        ? json(issuerMetadata({ ...visit, form: 'oauth', issuer: own }))
        : undefined
    },
  }
}

function withDefaultPort(own: string): string {
  const port = own.startsWith('https:') ? 443 : 80
  return own.replace(/^(https?:\/\/[^/:]+)/, `$1:${port}`)
}
