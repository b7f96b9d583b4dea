import { useQuery } from '@tanstack/react-query'
import { useMemo, useSyncExternalStore } from 'react'
import { type Page, configOf } from './page.ts'
import { preparePopup } from './platform/authorize.ts'
import { isSeen } from './platform/automation.ts'
import { callbackAddress, findLocalPractice } from './platform/page.ts'
import { goTo, onQueryChange, readQuery } from './platform/place.ts'
import { listRuns } from './platform/saved-runs.ts'
import { keepSecrets } from './platform/session-log.ts'
import { keepTheme, readTheme } from './platform/theme.ts'
import { usePracticeServers, usePractised } from './practice-hooks.ts'
import { askConsent } from './practice.ts'
import { CLIENTS, type RunConfig } from './protocol/index.ts'
import { relaysOf, useRelay } from './relays.ts'
import { filesOf } from './run-files.ts'
import { readAddress, writeAddress } from './state/draft.ts'
import { NO_PLACE } from './state/place.ts'
import { useStore } from './state/use-store.ts'
import { FIRST_VIEW } from './state/view-store.ts'
import type { Walker } from './state/walker.ts'
import { findTeam } from './team.ts'
import type { Controls, Refusal, Settings } from './ui/controls.ts'
import { wallOf } from './wall.ts'

/** What the shell needs, over the joined parts of the page. */
export function createControls(page: Page): Controls {
  const files = filesOf(page)
  return {
    ...hooksOf(page),
    ...formOf(page),
    ...relaysOf(page),
    ...walkOf(page),
    ...files,
    wall: wallOf(page, files.redacted),
    clients: CLIENTS.map(({ id, name }) => ({ id, name })),
    isSeen: isSeen(),
    localPractice: findLocalPractice()[0] ?? null,
    redirectUri: callbackAddress(),
    query: new URLSearchParams(location.search),
    askConsent,
    async practicePages() {
      const [{ engine }, { practicePagesOf }] = await Promise.all([
        page.running(),
        import('./practice-pages.ts'),
      ])
      return practicePagesOf(engine)
    },
  }
}

function hooksOf(page: Page) {
  return {
    usePlace,
    useDocument: () => useStore(page.run.store, (state) => state.document),
    usePhase: () => useStore(page.run.store, (state) => state.phase),
    useIsLive: () => useStore(page.run.store, (state) => state.isLive),
    useDraft: () => useStore(page.draft),
    useView: () => useStore(page.view),
    useTheme: () => useSyncExternalStore(theme.listen, readTheme),
    useRelay: () => useRelay(page),
    usePracticeServers: () => usePracticeServers(page),
    usePreviousRuns: () => useQuery({ queryKey: ['runs'], queryFn: listRuns }).data ?? NONE,
    usePractised: (world, client) => usePractised(page, world, client),
    useTeam: () => useQuery({ queryKey: ['team'], queryFn: findTeam }).data ?? null,
  } satisfies Partial<Controls>
}

const NONE: readonly never[] = []

function usePlace(): URLSearchParams {
  const query = useSyncExternalStore(onQueryChange, readQuery)
  return useMemo(() => new URLSearchParams(query), [query])
}

function formOf(page: Page) {
  return {
    setDraft(change) {
      page.draft.setState(change)
      if (change.secrets) keepSecrets(change.secrets)
    },
    setView: (change) => page.view.setState(change),
    setTheme(choice) {
      keepTheme(choice)
      theme.changed()
    },
  } satisfies Partial<Controls>
}

function walkOf(page: Page) {
  const { run, draft } = page
  const walk = (act: (walker: Walker) => void | Promise<void>): void =>
    void page.running().then(({ walker }) => act(walker))
  // What was changed on the way stays in the form, and with it survives the redirect.
  const adopt = (settings: Settings): RunConfig => {
    draft.setState({ config: settings.config, secrets: settings.secrets })
    return configOf(draft.getState())
  }
  return {
    run: () => start(page, 'run'),
    step: () => start(page, 'step'),
    proceed(how, settings) {
      const config = adopt(settings)
      walk((walker) => walker.proceed(how === 'end' ? 'run' : 'step', config, settings.secrets))
    },
    stop: () => walk((walker) => walker.stop()),
    continueAnyway: () => walk((walker) => walker.continueAnyway()),
    rerunFrom(step, settings) {
      const config = adopt(settings)
      walk((walker) => walker.rerunFrom(step, config, settings.secrets))
    },
    runOnDemand(step) {
      const form = draft.getState()
      walk((walker) => walker.onDemand(step, configOf(form), form.secrets))
    },
    survey: () => walk((walker) => walker.survey()),
    answer(field, value) {
      const settings = answered(draft.getState(), field, value)
      const config = adopt(settings)
      walk((walker) => walker.proceed('run', config, settings.secrets))
    },
    openAuthorization(by) {
      if (by === 'popup') preparePopup()
      walk((walker) => walker.open(by))
    },
    pasteCallback(text) {
      const refusal = refuseCallback(text, run.document()?.config.redirectUri)
      if (refusal === null) walk((walker) => walker.arrive(text.trim(), 'paste'))
      return refusal
    },
    leaveRun() {
      walk(async (walker) => {
        await walker.stop()
        run.leave()
        page.place.setState(NO_PLACE)
        history.replaceState(null, '', location.pathname)
      })
    },
  } satisfies Partial<Controls>
}

function start({ draft, view, place, running }: Page, how: 'run' | 'step'): void {
  const form = draft.getState()
  const config = configOf(form)
  if (config.authorizationBy === 'popup' && how === 'run') preparePopup()
  view.setState(FIRST_VIEW)
  place.setState(NO_PLACE)
  history.replaceState(null, '', `?${writeAddress({ ...form, address: config.server })}`)
  void running().then(({ walker }) => walker.start(config, form.secrets, how))
}

/** Goes to an address of this page that somebody followed, and walks at once where it says so. */
export function walkAddress(page: Page, url: URL): void {
  goTo(url.href)
  const { draft, autorun } = readAddress(url.search)
  if (!autorun) return
  page.draft.setState(draft)
  start(page, 'run')
}

function answered(settings: Settings, field: string, value: string): Settings {
  const { config, secrets } = settings
  switch (field) {
    case 'client-secret':
      return { config, secrets: { ...secrets, clientSecret: value } }
    case 'private-key':
      return { config, secrets: { ...secrets, privateKey: value } }
    case 'client-id':
      return { config: { ...config, clientId: value }, secrets }
    case 'issuer':
      return { config: { ...config, issuer: value }, secrets }
    default:
      return { config: { ...config, scope: value }, secrets }
  }
}

function refuseCallback(text: string, redirectUri: string | undefined): Refusal {
  const address = text.trim()
  if (!URL.canParse(address))
    return `"${address}" is no address. Copy the whole address bar of the page that you ended on.`
  if (redirectUri === undefined || address.split(/[?#]/, 1)[0] === redirectUri) return null
  return `The address begins with ${address.split(/[?#]/, 1)[0]}, but this walk's redirect URI is ${redirectUri}.`
}

const theme = listeners()

function listeners() {
  const all = new Set<() => void>()
  return {
    listen(listener: () => void): () => void {
      all.add(listener)
      return () => all.delete(listener)
    },
    changed(): void {
      for (const listener of all) listener()
    },
  }
}
