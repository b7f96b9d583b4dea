import type { BrowserContext, Frame, Page } from 'playwright-core'
import type { RunSecrets } from '../../protocol/index.ts'
import type { RedactedRun } from '../../protocol/reports.ts'
import { withoutPassword } from '../consents/account.ts'
import type { Consent, ConsentTarget } from './consent.ts'
import { readDocument } from './read-document.ts'
import { reasonOf } from './reason.ts'
import { followVisits, type Stuck } from './visits.ts'

/** What can come between a walk and its end. */
export type Trouble = {
  readonly kind: Stuck['kind'] | 'timeout' | 'gone' | 'interrupted'
  readonly says: string
}

export type Halted = { readonly kind: 'halted'; readonly document: RedactedRun }

/** A page that is listened to. */
export type PageWords = {
  readonly page: Page
  /** Fulfilled when the walk has halted. */
  readonly halted: Promise<Halted>
  /** Fulfilled by the first trouble. */
  readonly trouble: Promise<Trouble>
  /** Stops listening. */
  end(): void
}

export type Listening = {
  readonly home: string
  readonly target: ConsentTarget
  readonly secrets: RunSecrets
  readonly consent: Consent | undefined
  /** Somebody looks at the page, so that it has to be drawn. */
  readonly isWatched: boolean
  /** Milliseconds until there is trouble. */
  readonly timeout: number
  readonly signal: AbortSignal
}

/** Opens a page that can ask for its secrets and tell of its run, and listens to it. */
export async function listenToPage(
  context: BrowserContext,
  listening: Listening,
): Promise<PageWords> {
  const halted = promiseOf<Halted>()
  const trouble = promiseOf<Trouble>()
  const over = new AbortController()
  await exposeBindings(context, listening, halted.fulfil)
  const complaints: string[] = []
  context.on('weberror', (error) => {
    const isOurs = error.page()?.url().startsWith(`${listening.home}/`) === true
    if (isOurs) complaints.push(reasonOf(error.error()))
  })
  const page = await context.newPage()
  page.on('crash', () => trouble.fulfil({ kind: 'gone', says: 'the page crashed' }))
  page.on('close', () => trouble.fulfil({ kind: 'gone', says: 'the page was closed' }))
  const { consent, target, home, timeout } = listening
  followVisits(context, {
    home,
    signal: AbortSignal.any([over.signal, listening.signal]),
    consent: consent && ((shown) => driveQuietly(consent, shown, target)),
    stuck: (_, why) => trouble.fulfil(why),
  })
  const timer = setTimeout(() => {
    const also = complaints[0] === undefined ? '' : `; the page complained: ${complaints[0]}`
    trouble.fulfil({ kind: 'timeout', says: `it was not done within ${timeout} ms${also}` })
  }, timeout)
  const interrupt = () => trouble.fulfil({ kind: 'interrupted', says: 'it was interrupted' })
  listening.signal.addEventListener('abort', interrupt, { once: true })
  return {
    page,
    halted: halted.promise,
    trouble: trouble.promise,
    end: () => {
      clearTimeout(timer)
      over.abort()
      listening.signal.removeEventListener('abort', interrupt)
    },
  }
}

/** What a consent module throws may quote what it typed. */
async function driveQuietly(consent: Consent, page: Page, target: ConsentTarget): Promise<void> {
  try {
    await consent(page, target)
  } catch (error) {
    throw new Error(withoutPassword(reasonOf(error), target.account), { cause: error })
  }
}

/** A binding exists in every document of the context, the authorization server's too: only ours is served. */
async function exposeBindings(
  context: BrowserContext,
  { home, secrets, isWatched }: Listening,
  tell: (halted: Halted) => void,
): Promise<void> {
  const isOurs = (frame: Frame) => frame.url().startsWith(`${home}/`)
  await Promise.all([
    context.exposeBinding('mcpFlowSecrets', ({ frame }) =>
      isOurs(frame) ? JSON.stringify(secrets) : '{}',
    ),
    isWatched && context.exposeBinding('mcpFlowSeen', () => true),
    context.exposeBinding('mcpFlowHalted', ({ frame }, text: unknown) => {
      if (isOurs(frame)) tell({ kind: 'halted', document: readDocument(text) })
    }),
  ])
}

function promiseOf<Value>() {
  let fulfil: (value: Value) => void = () => undefined
  const promise = new Promise<Value>((resolve) => {
    fulfil = resolve
  })
  return { promise, fulfil: (value: Value) => fulfil(value) }
}
