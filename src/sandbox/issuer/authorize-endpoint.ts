import { empty } from '../answers.ts'
import { isForm, readBody } from '../body.ts'
import type { Visit } from '../scene.ts'
import { type ConsentRequest, askForConsent } from './consent.ts'
import { consentPage, loginPage, refusalPage } from './pages.ts'

/** The authorization endpoint: a place for people, reached by navigation. */
export async function answerAuthorization(visit: Visit): Promise<Response> {
  switch (visit.request.method) {
    case 'GET':
    case 'HEAD':
      return open(visit, visit.url.searchParams)
    case 'POST':
      return answerForm(visit)
    default:
      return empty(405, { Allow: 'GET, POST' })
  }
}

async function open(visit: Visit, parameters: URLSearchParams): Promise<Response> {
  const { settings } = visit.scene
  for (const [name, value] of new URLSearchParams(settings.authorizationQuery)) {
    if (parameters.get(name) !== value) return refusalPage(`The query lacks ${name}=${value}`)
  }
  const consent = await askForConsent(visit, parameters)
  if (consent.kind === 'refused') return refusalPage(consent.says)
  if (consent.kind === 'redirect') return redirect(302, consent.location)
  if (settings.login === 'page') return loginPage(parameters.toString())
  if (settings.consent === 'page') return consentPage(consent, parameters.toString())
  return redirect(302, await consent.allow())
}

/** A form of our own pages carries the first request along in `request`. */
async function answerForm(visit: Visit): Promise<Response> {
  const text = isForm(visit.request) ? await readBody(visit.request) : undefined
  if (text === undefined) return refusalPage('The form could not be read')
  const form = new URLSearchParams(text)
  const original = form.get('request')
  if (original === null) return open(visit, form)
  const consent = await askForConsent(visit, new URLSearchParams(original))
  if (consent.kind === 'refused') return refusalPage(consent.says)
  if (consent.kind === 'redirect') return redirect(303, consent.location)
  if (form.get('page') === 'login') return afterLogin(visit, form, consent)
  return redirect(303, await decide(form, consent))
}

type Ask = ConsentRequest & { kind: 'ask' }

async function afterLogin(visit: Visit, form: URLSearchParams, consent: Ask): Promise<Response> {
  const original = form.get('request') ?? ''
  if ((form.get('name') ?? '').trim() === '') return loginPage(original, 'Type any name')
  if (visit.scene.settings.consent === 'page') return consentPage(consent, original)
  return redirect(303, await consent.allow())
}

function decide(form: URLSearchParams, consent: Ask): Promise<string> {
  if (form.get('decision') !== 'allow') return consent.deny()
  return consent.allow(form.getAll('scope'))
}

/** Never 307, which would send the form on to the client (RFC 9700 section 4.12). */
function redirect(status: 302 | 303, location: string): Response {
  return empty(status, {
    Location: location,
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
  })
}
