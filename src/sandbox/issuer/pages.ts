import { html } from '../answers.ts'
import type { ConsentRequest } from './consent.ts'
import { isLoopbackHost } from './redirect-uris.ts'

const SAFETY = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
}

export function refusalPage(says: string): Response {
  const body = `<h1>This request cannot be answered</h1><p>${escaped(says)}</p>
<p>You can close this page and go back to the application you came from.</p>`
  return html(page('Request refused', body), 400, SAFETY)
}

export function loginPage(request: string, problem?: string): Response {
  const warning = problem === undefined ? '' : `<p role="alert">${escaped(problem)}</p>`
  const body = `<h1>Sign in to the practice issuer</h1>
<p>Any name will do. Nothing is checked and nothing is kept.</p>${warning}
<form method="post">${hidden('request', request)}${hidden('page', 'login')}
<p><label for="name">Name</label> <input id="name" name="name" autocomplete="off" required></p>
<p><label for="password">Password</label> <input id="password" name="password" type="password" autocomplete="off"></p>
<p><button type="submit">Sign in</button></p></form>`
  return html(page('Sign in', body), 200, SAFETY)
}

export function consentPage(consent: ConsentRequest & { kind: 'ask' }, request: string): Response {
  const body = `<h1>Let ${escaped(consent.clientName)} in?</h1>
<dl>${term('Application', consent.clientName)}${term('Known as', hostOrId(consent.clientId))}
${term('Asks for access to', consent.resource ?? 'no particular server')}
${term('Sends you back to', hostOrId(consent.redirectUri))}</dl>
${loopbackWarning(consent.redirectUri)}
<form method="post">${hidden('request', request)}${hidden('page', 'consent')}
${scopeChoice(consent.scopes)}
<p><button type="submit" name="decision" value="allow">Allow</button>
<button type="submit" name="decision" value="deny">Deny</button></p></form>`
  return html(page('Let an application in?', body), 200, SAFETY)
}

function scopeChoice(scopes: readonly string[]): string {
  if (scopes.length === 0) return '<p>It asks for no particular scope.</p>'
  const boxes = scopes.map((scope, index) => {
    const name = `id="scope-${index}" name="scope" value="${escaped(scope)}"`
    return `<li><input type="checkbox" ${name} checked> <label for="scope-${index}">${escaped(scope)}</label></li>`
  })
  return `<fieldset><legend>What it may do</legend><ul>${boxes.join('')}</ul></fieldset>`
}

/** Any program of this machine can listen there, so the name of the application proves little. */
function loopbackWarning(redirectUri: string): string {
  if (!isLoopbackHost(new URL(redirectUri).hostname)) return ''
  return '<p><strong>The answer goes to a program on this computer.</strong> Go on only if you have just started it.</p>'
}

function hostOrId(value: string): string {
  return URL.canParse(value) ? new URL(value).host || value : value
}

function term(name: string, value: string): string {
  return `<dt>${escaped(name)}</dt><dd>${escaped(value)}</dd>`
}

function hidden(name: string, value: string): string {
  return `<input type="hidden" name="${name}" value="${escaped(value)}">`
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>${escaped(title)}</title>
<style>${STYLE}</style></head><body><main>${body}</main></body></html>`
}

const STYLE = `:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}
main{max-width:34rem;margin:3rem auto;padding:0 1rem}dt{font-weight:600}dd{margin:0 0 .5rem;overflow-wrap:anywhere}
ul{list-style:none;padding:0}button{font:inherit;padding:.5rem 1.25rem;margin-right:.5rem}input{font:inherit}`

function escaped(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  }
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character)
}
