import type { QueryClient } from '@tanstack/react-query'
import {
  type Asked,
  dropPopup,
  listenForCallback,
  openAuthorization,
} from './platform/authorize.ts'
import { isDriven, isSeen, readDrivenSecrets, tellHalted } from './platform/automation.ts'
import { takeArrival } from './platform/handover.ts'
import { readKeptRelay } from './platform/kept-relay.ts'
import {
  afterDrawing,
  callbackAddress,
  findClientDocument,
  hasLinkedRun,
  now,
  onceSoon,
  pageAddress,
} from './platform/page.ts'
import { type RelayAddress, findOwnRelay, relayPort } from './platform/relay-client.ts'
import {
  forgetEvents,
  keepEvent,
  keepMode,
  keepSecrets,
  readEvents,
  readMode,
  readSecrets,
} from './platform/session-log.ts'
import { readTheme, showTheme } from './platform/theme.ts'
import { isPractice, practiceFetch, toOpenable, withPractice } from './practice.ts'
import { DEFAULT_CONFIG, type Ports, type RunConfig } from './protocol/index.ts'
import { type Engine, foretold, redactedOf, save } from './run-end.ts'
import { type Draft, createDraftStore, readAddress } from './state/draft.ts'
import { createPlaceStore, readPlace } from './state/place.ts'
import { type RunStore, createRunStore } from './state/run-store.ts'
import { createShownStore } from './state/shown-store.ts'
import { createViewStore } from './state/view-store.ts'
import { type Walker, createWalker } from './state/walker.ts'

/** What a walk needs, once the engine is there. */
export type Running = { readonly engine: Engine; readonly walker: Walker }

/** The parts of the page, joined. */
export type Page = ReturnType<typeof startPage>

/** What wrote a run document. */
export const APP = { name: 'mcp-flow-debugger', version: APP_VERSION }

/** Joins the parts, and takes up what a reload or the redirect left behind. */
export function startPage(queries: QueryClient) {
  showTheme(readTheme())
  let running: Running | null = null
  const run = createRunStore({
    documentOf(events, live) {
      if (!running) throw new Error('A run has events before the engine is there')
      return running.engine.documentOfLog(events, APP, live)
    },
    waitingOf: (events) => running?.engine.waitingOf(events) ?? null,
    isSeen: isSeen(),
    soon: onceSoon(isSeen()),
    keep: keepEvent,
    forget: forgetEvents,
  })
  const wish = readAddress(location.search)
  const ownRelay = findOwnRelay()
  const relay: { current: RelayAddress | null } = { current: ownRelay ?? readKeptRelay() }
  let loading: Promise<Running> | null = null
  const page = {
    run,
    draft: createDraftStore(wish.draft),
    view: createViewStore(),
    place: createPlaceStore(readPlace(location.search)),
    shown: createShownStore(),
    relay,
    /** The relay that served this page: it needs no asking whether it is there. */
    ownRelay,
    queries,
    /** The engine and its walker; loads them the first time. */
    running(): Promise<Running> {
      loading ??= import('./protocol/engine.ts').then((engine) => {
        running = { engine, walker: walkerOf(engine, { run, relay, queries }) }
        return running
      })
      return loading
    },
    /** The same, as far as it is there already. */
    loaded: () => running,
  }
  void begin(page, wish.autorun)
  return page
}

/** What a person enters to have the page's own client ID metadata document left out. */
const NO_DOCUMENT = 'none'

/** The whole configuration that a form stands for. */
export function configOf(draft: Draft): RunConfig {
  const { headers = [] } = draft.secrets
  const { clientDocument = findClientDocument(), ...chosen } = draft.config
  return {
    ...DEFAULT_CONFIG,
    redirectUri: callbackAddress(),
    clientUri: pageAddress(),
    ...chosen,
    ...(clientDocument !== undefined && clientDocument !== NO_DOCUMENT && { clientDocument }),
    server: draft.config.server ?? draft.address,
    // The redactor knows a secret header by its name, so each one is named, whoever gave it.
    ...(headers.length > 0 && { headerNames: headers.map(([name]) => name) }),
  }
}

type Joined = {
  readonly run: RunStore
  readonly relay: { readonly current: RelayAddress | null }
  readonly queries: QueryClient
}

function walkerOf(engine: Engine, { run, relay, queries }: Joined): Walker {
  const walker = createWalker(run, {
    engine,
    now,
    ports: () => portsAt(run.config()?.server ?? '', relay.current),
    newId: () => crypto.randomUUID(),
    keep(secrets, mode) {
      keepSecrets(secrets)
      keepMode(mode)
    },
    openAuthorization: (opening) => openAuthorization({ ...opening, url: toOpenable(opening.url) }),
    halted() {
      dropPopup()
      const end = (): void =>
        void foretold(engine, run).then((document) => {
          if (!document) return
          if (isDriven()) tellHalted(engine.serializeRun(redactedOf(engine, document)))
          else afterDrawing(() => void save(engine, document, queries))
        })
      // Whoever looks sees the tools first, and the clients a moment later.
      if (isSeen()) afterDrawing(end)
      else end()
    },
  })
  listenForCallback(
    () => askedBy(run),
    (url) => walker.arrive(url, 'popup'),
  )
  return walker
}

/** What this tab's own run has asked an authorization server for, last. */
function askedBy({ store, document }: RunStore): Asked | null {
  const { exchanges = [], outcome } = store.getState().isLive ? (document() ?? {}) : {}
  const request = exchanges.findLast(
    ({ step, via }) => step === 'authorization' && via === 'navigation',
  )
  const state = request && new URL(request.request.url).searchParams.get('state')
  if (!state) return null
  return { state, waiting: outcome?.waiting?.on === 'authorization' }
}

async function begin(page: Page, autorun: boolean): Promise<void> {
  if (new URLSearchParams(location.search).has('consent')) return
  // Not the start screen, while the run that the address carries is unpacked.
  if (hasLinkedRun()) return page.run.store.setState({ phase: 'running' })
  if (page.place.getState().runs !== null) return
  const arrived = takeArrival()
  const log = readEvents()
  const [first] = log
  const { address } = page.draft.getState()
  const config = first?.type === 'run-started' ? first.config : null
  const resumes =
    config !== null &&
    (address === '' || config.server === address) &&
    !(autorun && arrived === null && isOtherWalk(config, page.draft.getState().config))
  if (!resumes && !autorun) return idle(() => void page.running())
  // Not the start screen, while the engine is on its way.
  page.run.store.setState({ phase: 'running' })
  const loading = page.running()
  if (isSeen()) void import('./ui/shell/run-screen.tsx')
  const secrets = (await readDrivenSecrets()) ?? readSecrets()
  const { walker, engine } = await loading
  if (resumes) {
    // What the log shows depends on the client that it was walked as.
    await engine.loadClient(config.client)
    const { redirectUri: _, clientUri: __, ...settings } = config
    page.draft.setState({ address: config.server, config: settings, secrets })
    return walker.resume({ log, secrets, mode: readMode(), arrived })
  }
  page.draft.setState({ secrets })
  walker.start(configOf(page.draft.getState()), secrets, 'run')
}

/** A link that somebody followed asks for a walk as another client than that of the log. A reload asks for nothing new. */
function isOtherWalk(kept: RunConfig, wanted: Draft['config']): boolean {
  const [navigation] = performance.getEntriesByType('navigation')
  const isFollowed =
    navigation instanceof PerformanceNavigationTiming && navigation.type === 'navigate'
  return isFollowed && wanted.client !== undefined && wanted.client !== kept.client
}

/** The person is still typing: time to load what a walk needs. */
function idle(work: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(work)
  else setTimeout(work, 200)
}

/** What a walk of this server is handed; practice servers inside the page have a relay of their own. */
export function portsAt(server: string, relay: RelayAddress | null = null): Ports {
  const ports = { fetch: practiceFetch, pageOrigin: location.origin, now }
  const real = relay ? relayPort(relay) : undefined
  if (isPractice(server)) return { ...ports, relay: withPractice(real) }
  return real ? { ...ports, relay: real } : ports
}
