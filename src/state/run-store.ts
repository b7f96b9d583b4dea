import { createStore } from 'zustand/vanilla'
import type { RunConfig, RunDocument, RunEvent, Waiting } from '../protocol/index.ts'

/** `waiting`: the walk halts until the person acts. `ended`: nothing goes on; the document stays. */
export type Phase = 'idle' | 'running' | 'waiting' | 'ended'

/** The run on screen. `events` is the log of this tab's own run, or empty for an opened file. */
export type RunState = {
  readonly events: readonly RunEvent[]
  readonly document: RunDocument | null
  readonly phase: Phase
  readonly isLive: boolean
}

/** What the store is handed. */
export type RunStorePorts = {
  /** What a log shows; `live` while the walk is under way. Only called once there are events. */
  documentOf(events: readonly RunEvent[], live: boolean): RunDocument
  /** What a halted log waits for, which is known long before its document. */
  waitingOf(events: readonly RunEvent[]): Waiting | null
  /** Calls back soon, once for however many calls: with the next frame, say. */
  soon(work: () => void): void
  /** Whether anybody looks. Where nobody does, the screen never has to be up to date at once. */
  readonly isSeen: boolean
  /** Keeps one event for a reload of this tab. */
  keep(event: RunEvent, index: number): void
  /** Forgets the kept events. */
  forget(): void
}

export type RunStore = ReturnType<typeof createRunStore>

const NOTHING: RunState = { events: [], document: null, phase: 'idle', isLive: false }

/** The live run: events are appended and never edited; the document is computed from them. */
export function createRunStore(ports: RunStorePorts) {
  const store = createStore<RunState>(() => NOTHING)
  let events: readonly RunEvent[] = []
  let phase: Phase = 'idle'
  const documents = rememberDocuments(ports)

  const document = (): RunDocument | null => {
    if (events.length === 0) return store.getState().document
    return documents.of(events, phase === 'running')
  }
  const draw = (): void => {
    if (events.length > 0) store.setState({ events, document: document(), phase, isLive: true })
  }
  const drawNow = ports.isSeen ? draw : (): void => ports.soon(draw)
  const clear = (): void => {
    ports.forget()
    events = []
    phase = 'idle'
  }

  return {
    store,
    events: () => events,
    /** The run up to its last event; the screen may be a moment behind. */
    document,
    /** The configuration of the run up to its last event. */
    config: () => events.findLast(isConfiguring)?.config ?? document()?.config ?? null,
    /** What the run waits for, up to its last event. */
    waiting: () => (events.length === 0 || phase === 'running' ? null : ports.waitingOf(events)),
    /** Brings the screen up to date now, for whoever looks; it follows by itself soon after each change. */
    draw: drawNow,
    append(event: RunEvent): void {
      if (events.length === 0) return
      ports.keep(event, events.length)
      events = [...events, event]
      ports.soon(draw)
    },
    /** Replaces the run on screen by the log of another. */
    begin(log: readonly RunEvent[]): void {
      clear()
      log.forEach(ports.keep)
      events = log
      ports.soon(draw)
    },
    /** Takes up the log that a reload left, without writing it again. */
    restore(log: readonly RunEvent[]): void {
      events = log
      ports.soon(draw)
    },
    /** Puts a forecast beside the run that it was made from; a run that walks on has none. */
    foretell(of: readonly RunEvent[], clients: RunDocument['clients']): void {
      documents.foretell(of, clients)
      drawNow()
    },
    setPhase(next: Phase): void {
      phase = next
      ports.soon(draw)
    },
    /** Shows a run from elsewhere; this tab's own run is given up. */
    show(shown: RunDocument): void {
      clear()
      store.setState({ events: [], document: shown, phase: 'ended', isLive: false })
    },
    leave(): void {
      clear()
      store.setState(NOTHING)
    },
  }
}

type Configuring = Extract<RunEvent, { readonly config: RunConfig }>

function isConfiguring(event: RunEvent): event is Configuring {
  return event.type === 'run-started' || event.type === 'config-changed'
}

/** The document of the last log that one was made of: it is asked for more often than the log grows. */
function rememberDocuments(ports: RunStorePorts) {
  let made: {
    readonly of: readonly RunEvent[]
    readonly live: boolean
    readonly document: RunDocument
  } | null = null
  return {
    of(events: readonly RunEvent[], live: boolean): RunDocument {
      if (made?.of === events && made.live === live) return made.document
      const document = ports.documentOf(events, live)
      // What comes after the end is asked for the forecast's sake: the last one stays until the next is there.
      const isAfterwards = made !== null && !made.live && !live && made.of[0] === events[0]
      const { clients } = isAfterwards && made ? made.document : document
      made = { of: events, live, document: { ...document, clients } }
      return made.document
    },
    foretell(events: readonly RunEvent[], clients: RunDocument['clients']): void {
      if (made?.of === events) made = { ...made, document: { ...made.document, clients } }
    },
  }
}
