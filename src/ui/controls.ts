import type {
  AuthorizationBy,
  Exchange,
  OnDemandStep,
  PersonNeed,
  RunDocument,
  StepId,
} from '../protocol/index.ts'
import type { RedactedRun } from '../protocol/reports.ts'
import type { Draft, Settings } from '../state/draft.ts'
import type { Team } from '../state/team-file.ts'
import type { View } from '../state/view-store.ts'
import type { WallControls } from './wall/wall-controls.ts'

/** `waiting`: the walk halts until the person acts. `ended`: nothing goes on; the document stays. */
export type Phase = 'idle' | 'running' | 'waiting' | 'ended'

export type { Draft, Settings } from '../state/draft.ts'
export type { Team, TeamPreset, TeamServer } from '../state/team-file.ts'
export type { Detail, Panel, RowId, View } from '../state/view-store.ts'

export type Theme = 'system' | 'light' | 'dark'

/** The relay as this page knows it. */
export type Relay =
  | { readonly kind: 'looking' }
  | { readonly kind: 'available'; readonly address: string }
  /** `says`: why the one at this address cannot be used. */
  | { readonly kind: 'absent'; readonly address: string | null; readonly says: string | null }

/** A practice server. `here` runs inside the page, `local` on a loopback port of `npm start`. */
export type PracticeServer = {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly kind: 'healthy' | 'broken'
  /** What goes into the address field. */
  readonly server: string
  readonly where: 'here' | 'local'
}

/** A walk in memory, as it stands. */
export type Practised =
  | { readonly kind: 'walking' }
  | { readonly kind: 'walked'; readonly document: RunDocument }
  | { readonly kind: 'failed'; readonly says: string }

/** A practice server inside the page, and the link that walks it. */
export type Showing = {
  readonly name: string
  readonly title: string
  /** A query of this page's own address, which walks the server at once. */
  readonly address: string
  /** What is special about the walk. */
  readonly hint: string | null
}

export type GalleryEntry = Showing & {
  readonly about: string | null
  /** The rules that find what is broken. */
  readonly rules: readonly string[]
  /** How the walk ends. */
  readonly ends: string | null
}

export type GalleryGroup = {
  readonly title: string
  readonly about: string | null
  readonly entries: readonly GalleryEntry[]
}

/** What the pages about rules and practice servers need of the sandbox. */
export type PracticePages = {
  readonly gallery: readonly GalleryGroup[]
  /** The practice servers that break a rule, the plainest first; `why` says why there is none. */
  showingsOf(rule: string): { readonly servers: readonly Showing[]; readonly why: string | null }
  /** The run that such a link leads to, made now and in memory. */
  rehearse(address: string): Promise<RunDocument>
}

/** A run that this browser remembers. */
export type PreviousRun = {
  readonly id: string
  readonly server: string
  readonly startedAt: number
  readonly status: 'passed' | 'failed' | 'stopped'
  readonly summary: string
}

/** One sentence to show when an action could not be done, or null when it was done. */
export type Refusal = string | null

/** What a practice authorization server inside the page asks the person. Locations are where the browser goes next. */
export type ConsentQuestion =
  | { readonly kind: 'refused'; readonly says: string }
  | { readonly kind: 'redirect'; readonly location: string }
  | {
      readonly kind: 'ask'
      readonly clientName: string
      readonly clientId: string
      readonly redirectUri: string
      readonly scopes: readonly string[]
      readonly resource: string | undefined
      allow(scopes?: readonly string[]): Promise<string>
      deny(): Promise<string>
    }

/**
 * Everything the shell needs from the rest of the page; `main.tsx` makes it once.
 * Members named `use…` are hooks: they give the present value and draw again when it changes.
 * They must give the same object for an unchanged value.
 */
export type Controls = {
  /** The query of the page's address: it says which page is asked for. */
  usePlace(): URLSearchParams
  /** The run on screen, live or opened from a file; null on the start screen. */
  useDocument(): RunDocument | null
  usePhase(): Phase
  /** True when the run on screen is this tab's own and can be continued; false for an opened file. */
  useIsLive(): boolean
  useDraft(): Draft
  useView(): View
  useTheme(): Theme
  useRelay(): Relay
  /** Null until they are known. */
  usePracticeServers(): readonly PracticeServer[] | null
  /** A practice server walked as a client, in memory and to the end: the run on screen stays as it is. */
  usePractised(world: string, client: string): Practised
  usePreviousRuns(): readonly PreviousRun[]
  /** What the team that hosts this page wrote beside it; null while it is unknown, or when there is nothing. */
  useTeam(): Team | null

  /** What a walk can be walked as, `spec` first. */
  readonly clients: readonly { readonly id: string; readonly name: string }[]
  /** False when a program alone waits for the end of the walk. */
  readonly isSeen: boolean
  /** The practice server on a port of this machine, which an empty address field stands for. */
  readonly localPractice: string | null
  /** The address of callback.html: what `redirectUri` is when nobody changes it. */
  readonly redirectUri: string

  /** Replaces the named members. `config` and `secrets` are replaced whole. */
  setDraft(change: Partial<Draft>): void
  setView(change: Partial<View>): void
  setTheme(theme: Theme): void
  /** Takes the line that `npm run relay` prints; keeps it for this tab when the relay answers. */
  setRelay(text: string): Promise<Refusal>
  /** Takes the person's token for the team's relay; keeps it in this browser when the relay takes it. */
  setRelayToken(url: string, token: string): Promise<Refusal>
  forgetRelayToken(): void

  /** Starts a walk with the draft. `draft.config.server` is set: the shell has read the address field. */
  run(): void
  /** The same, halting before each step. */
  step(): void
  /** Goes on from a halt before a step, with these settings, one step or to the end. */
  proceed(how: 'step' | 'end', settings: Settings): void
  /** Ends what is running, or gives up waiting. */
  stop(): void
  /** Goes past the rule that stopped the walk. */
  continueAnyway(): void
  /** Begins a new run at `step`, keeping what earlier steps learned. `settings.config` is the whole new config. */
  rerunFrom(step: StepId, settings: Settings): void
  /** Does one step on demand after the walk. */
  runOnDemand(step: OnDemandStep): void
  /** Asks, once the walk has ended, what other clients would ask. */
  survey(): void
  /** Gives what only the person has. */
  answer(field: PersonNeed['field'], value: string): void
  /** Sends the person to the authorization server. Called inside the click, so that a pop-up is allowed. */
  openAuthorization(by: Exclude<AuthorizationBy, 'paste'>): void
  /** Takes the address that the person ended on. */
  pasteCallback(text: string): Refusal
  /** Back to the start screen; the run stays among the previous ones. */
  leaveRun(): void

  openFile(file: File): Promise<Refusal>
  /** Opens the run that the page's address carries, if it carries one. */
  openLinkedRun(): Promise<Refusal>
  openPreviousRun(id: string): Promise<Refusal>
  forgetPreviousRun(id: string): void
  /** The run on screen as it may leave the tab; null when there is none. */
  redacted(): RedactedRun | null
  /** Saves the run on screen, redacted, as a file. */
  saveFile(): void

  /** The query that the page was opened with: it may name a page of its own, or a consent page. */
  readonly query: URLSearchParams
  /** A folder of published runs, and comparing runs. */
  readonly wall: WallControls

  /** Loads what there is to say about practice servers. */
  practicePages(): Promise<PracticePages>
  /** What that practice authorization server asks. */
  askConsent(url: string): Promise<ConsentQuestion>

  /** The exchange as the redactor lets it leave: what is shown until the person asks to reveal it. */
  mask(exchange: Exchange): Exchange
  /** The exchange as a cURL command, redacted. */
  toCurl(exchange: Exchange): Promise<string>
}
