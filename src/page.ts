import type { QueryClient } from '@tanstack/react-query'
import { dropPopup, listenForCallback, openAuthorization } from './platform/authorize.ts'
import { readDrivenSecrets, tellHalted, isDriven } from './platform/automation.ts'
import { takeArrival } from './platform/handover.ts'
import { callbackAddress, now, onceSoon, pageAddress } from './platform/page.ts'
import {
  type RelayAddress,
  findOwnRelay,
  readPastedRelay,
  relayPort,
} from './platform/relay-client.ts'
import { saveRun } from './platform/saved-runs.ts'
import { forgetEvents, keepEvent, readEvents, readSecrets } from './platform/session-log.ts'
import { readTheme, showTheme, watchSystemTheme } from './platform/theme.ts'
import { practiceFetch, toOpenable } from './practice.ts'
import {
  DEFAULT_CONFIG,
  type Ports,
  type RunConfig,
  type RunDocument,
  redactRun,
  serializeRun,
} from './protocol/index.ts'
import { type Draft, createDraftStore, readAddress } from './state/draft.ts'
import { createRunStore } from './state/run-store.ts'
import { createViewStore } from './state/view-store.ts'
import { createWalker } from './state/walker.ts'

/** The parts of the page, joined. */
export type Page = ReturnType<typeof startPage>

/** This program as run documents name it. */
export const APP: RunDocument['app'] = { name: 'mcp-flow-debugger', version: __APP_VERSION__ }

/** Joins the parts, and takes up what a reload or the redirect left behind. */
export function startPage(queries: QueryClient) {
  const run = createRunStore({ app: APP, soon: onceSoon(), keep: keepEvent, forget: forgetEvents })
  const wish = readAddress(location.search)
  const draft = createDraftStore(wish.draft)
  const view = createViewStore()
  const relay = { current: findOwnRelay() ?? readPastedRelay() }
  const walker = createWalker(run, {
    now,
    ports: () => portsOf(relay),
    newId: () => crypto.randomUUID(),
    openAuthorization: (opening) => openAuthorization({ ...opening, url: toOpenable(opening.url) }),
    halted: () => {
      dropPopup()
      void tellAndSave(run.document(), queries)
    },
  })
  const page = { run, draft, view, relay, walker, queries }
  followTheme()
  listenForCallback(
    () => {
      const { outcome, id } = run.document() ?? {}
      if (outcome?.waiting?.on !== 'authorization' || id === undefined) return null
      return { run: id, state: new URL(outcome.waiting.url).searchParams.get('state') ?? '' }
    },
    (url) => walker.arrive(url, 'popup'),
  )
  void begin(page, wish.autorun)
  return page
}

/** The whole configuration that a form stands for. */
export function configOf(draft: Draft): RunConfig {
  return {
    ...DEFAULT_CONFIG,
    redirectUri: callbackAddress(),
    clientUri: pageAddress(),
    ...draft.config,
    server: draft.config.server ?? draft.address,
  }
}

async function begin(page: Page, autorun: boolean): Promise<void> {
  if (new URLSearchParams(location.search).has('consent')) return
  const secrets = (await readDrivenSecrets()) ?? readSecrets()
  const log = readEvents()
  const [first] = log
  const wished = page.draft.getState()
  const isSame =
    wished.address === '' ||
    (first?.type === 'run-started' && first.config.server === wished.address)
  if (first?.type === 'run-started' && isSame) {
    const { redirectUri: _, clientUri: __, ...config } = first.config
    page.draft.setState({ address: config.server, config, secrets })
    page.walker.resume(log, secrets, takeArrival())
    return
  }
  page.draft.setState({ secrets: { ...wished.secrets, ...secrets } })
  if (autorun) page.walker.start(configOf(page.draft.getState()), secrets, 'run')
}

/** The relay may be pasted between two walks, so each walk asks for its ports anew. */
function portsOf(relay: { readonly current: RelayAddress | null }): Ports {
  const ports = { fetch: practiceFetch, pageOrigin: location.origin, now }
  return relay.current ? { ...ports, relay: relayPort(relay.current) } : ports
}

async function tellAndSave(document: RunDocument | null, queries: QueryClient): Promise<void> {
  if (!document) return
  const redacted = redactRun(document)
  const text = serializeRun(redacted)
  tellHalted(text)
  const { status, summary } = document.outcome
  if (isDriven() || status === 'running') return
  const { server } = redacted.config
  await saveRun({ id: document.id, server, startedAt: document.startedAt, status, summary, text })
  await queries.invalidateQueries({ queryKey: ['runs'] })
}

function followTheme(): void {
  showTheme(readTheme())
  watchSystemTheme(() => showTheme(readTheme()))
}
