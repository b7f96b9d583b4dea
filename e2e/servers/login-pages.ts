import type { PracticeChoices } from '../practice.ts'

/** Whom the imitated pages let in. */
export const ACCOUNT = { user: 'ada@tools.example', password: 'correct horse' }

/** A form as a product's own theme has it: the names, ids and values by which it is known. */
type Form = { readonly title: string; readonly body: string }

const submit = (attributes: string): string => `<button type="submit" ${attributes}>Go on</button>`

/** The forms that a sign-in leads through, as the products document and show them, without their looks. */
export const LOGIN_PAGES = {
  'username-password': [
    {
      title: 'Sign in',
      body: `<label>E-mail <input type="email" name="user" autocomplete="username"></label>
        <label>Password <input type="password" name="password"></label>${submit('')}`,
    },
    {
      title: 'Connect',
      body: '<button name="answer" value="no">Cancel</button><button>Allow access</button>',
    },
  ],
  keycloak: [
    {
      title: 'Sign in to tools',
      body: `<input id="username" name="username" autocomplete="username">
        <input id="password" name="password" type="password">
        <input id="kc-login" name="login" type="submit" value="Sign In">`,
    },
    {
      title: 'Grant Access to MCP Flow Debugger',
      body: `<div id="kc-oauth"><input id="kc-login" name="accept" type="submit" value="Yes">
        <input id="kc-cancel" name="cancel" type="submit" value="No"></div>`,
    },
  ],
  auth0: [
    {
      title: 'Log in',
      body: `<input id="username" name="username" inputmode="email" autocomplete="email">
        ${submit('name="action" value="default"')}
        <button type="submit" name="connection" value="google-oauth2">Continue with Google</button>`,
    },
    {
      title: 'Enter your password',
      body: `<input id="username" name="username" readonly value="${ACCOUNT.user}">
        <input id="password" name="password" type="password">
        ${submit('name="action" value="default"')}`,
    },
    {
      title: 'Authorize App',
      body: `${submit('name="action" value="deny"')}${submit('name="action" value="accept"')}`,
    },
  ],
  entra: [
    {
      title: 'Sign in to your account',
      body: `<input id="i0116" name="loginfmt" type="email">
        <input id="i0118" name="passwd" type="password" hidden>
        <input id="idSIButton9" type="submit" value="Next">`,
    },
    {
      title: 'Sign in to your account',
      body: `<input name="loginfmt" type="hidden" value="${ACCOUNT.user}">
        <input id="i0118" name="passwd" type="password">
        <input id="idSIButton9" type="submit" value="Sign in">`,
    },
    {
      title: 'Stay signed in?',
      body: `<input id="KmsiCheckboxField" name="DontShowAgain" type="checkbox">
        <input id="idBtn_Back" name="stay" type="submit" value="No">
        <input id="idSIButton9" name="stay" type="submit" value="Yes">`,
    },
    {
      title: 'Permissions requested',
      body: `<input id="idBtn_Back" name="answer" type="submit" value="Cancel">
        <input id="idSIButton9" type="submit" value="Accept">`,
    },
  ],
} as const satisfies Readonly<Record<string, readonly Form[]>>

/** What is pressed or typed and must not be: the no, the other account, the wrong password. */
const WRONG: readonly (readonly [name: string, isWrong: (value: string) => boolean])[] = [
  ['answer', () => true],
  ['cancel', () => true],
  ['connection', () => true],
  ['action', (value) => value === 'deny'],
  ['stay', (value) => value !== 'No'],
  ...['user', 'username', 'loginfmt'].map(
    (name) => [name, (value: string) => value !== ACCOUNT.user] as const,
  ),
  ...['password', 'passwd'].map(
    (name) => [name, (value: string) => value !== '' && value !== ACCOUNT.password] as const,
  ),
]

/** A practice server whose authorization endpoint first shows these forms, and shows one again until it is answered right. */
export function behindForms(forms: readonly Form[]): NonNullable<PracticeChoices['answer']> {
  const signedIn = new Set<string>()
  return async (request, sandbox) => {
    const url = new URL(request.url)
    if (url.pathname !== '/authorize' || signedIn.has(url.searchParams.get('state') ?? '')) {
      return sandbox.fetch(request)
    }
    const at = Number(url.searchParams.get('form') ?? '0')
    const next = at + (request.method === 'POST' && (await isRight(request)) ? 1 : 0)
    const form = forms[next]
    if (form) return show(url, next, form)
    signedIn.add(url.searchParams.get('state') ?? '')
    url.searchParams.delete('form')
    return new Response(null, { status: 303, headers: { Location: url.href } })
  }
}

async function isRight(request: Request): Promise<boolean> {
  const answers = new URLSearchParams(await request.text())
  return !WRONG.some(([name, isWrong]) => answers.getAll(name).some(isWrong))
}

function show(url: URL, at: number, { title, body }: Form): Response {
  url.searchParams.set('form', String(at))
  const action = url.href.replaceAll('&', '&amp;')
  return new Response(
    `<!doctype html><title>${title}</title><form method="post" action="${action}">${body}</form>`,
    { headers: { 'Content-Type': 'text/html; charset=utf-8' } },
  )
}
