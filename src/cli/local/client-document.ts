import type { Plugin } from 'vite'

/** A client ID metadata document, and the address that it must be found at. */
export type ClientDocument = { readonly url: string; readonly text: string }

/** Its name beside the page. */
const NAME = 'client.json'

/** Reads where the page will be served, with a slash at its end. It throws a sentence that names what is wrong. */
export function parsePublicUrl(text: string): string {
  if (!URL.canParse(text)) throw new Error(`PUBLIC_URL is "${text}", which is no absolute URL.`)
  const url = new URL(text)
  if (url.protocol !== 'https:') {
    throw new Error(
      `PUBLIC_URL is "${text}", but a client ID metadata document is found by https alone.`,
    )
  }
  if (url.search !== '' || url.hash !== '' || url.username !== '' || url.password !== '') {
    throw new Error(`PUBLIC_URL is "${text}"; it takes no query, fragment, user or password.`)
  }
  return url.href.endsWith('/') ? url.href : `${url.href}/`
}

/**
 * The document that makes the page's own address its client id (draft-ietf-oauth-client-id-metadata-document-00
 * section 4): `client_id` is the address letter for letter, so it is written at build time and never by hand.
 */
export function toClientDocument(publicUrl: string): ClientDocument {
  const url = new URL(NAME, publicUrl).href
  const document = {
    client_id: url,
    client_name: 'MCP Flow Debugger',
    client_uri: publicUrl,
    redirect_uris: [new URL('callback.html', publicUrl).href],
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    token_endpoint_auth_method: 'none',
    application_type: 'web',
  }
  return { url, text: `${JSON.stringify(document, null, 2)}\n` }
}

/** Puts the document beside the page when the build is told where the page will be served. */
export function clientDocument(publicUrl: string | null): Plugin {
  return {
    name: 'client-document',
    apply: 'build',
    generateBundle() {
      if (publicUrl === null || this.environment.name !== 'client') return
      const { text } = toClientDocument(publicUrl)
      this.emitFile({ type: 'asset', fileName: NAME, source: text })
    },
  }
}
