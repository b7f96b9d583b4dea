import { createStore } from 'zustand/vanilla'
import type { RunDocument, RunEvent } from '../protocol/index.ts'

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
  /** Calls back soon, once for however many calls: a frame from now, say. */
  soon(work: () => void): void
  /** Keeps one event for a reload of this tab. */
  keep(event: RunEvent, index: number): void
  /** Forgets the kept events. */
  forget(): void
}

export type RunStore = ReturnType<typeof createRunStore>

const NOTHING: RunState = { events: [], document: null, phase: 'idle', isLive: false }

/** The live run: events are appended and never edited; the document is computed from them, once a frame at most. */
export function createRunStore(ports: RunStorePorts) {
  const store = createStore<RunState>(() => NOTHING)
  let events: readonly RunEvent[] = []
  let drawn = 0

  const draw = (): void => {
    if (events.length === 0) return
    drawn = events.length
    const live = store.getState().phase === 'running'
    store.setState({ events, document: ports.documentOf(events, live), isLive: true })
  }

  return {
    store,
    events: () => events,
    /** What is on screen; drawn up to the last event. */
    document(): RunDocument | null {
      if (drawn !== events.length) draw()
      return store.getState().document
    },
    append(event: RunEvent): void {
      if (events.length === 0) return
      ports.keep(event, events.length)
      events = [...events, event]
      ports.soon(() => {
        if (drawn !== events.length) draw()
      })
    },
    /** Replaces the run on screen by the log of another. */
    begin(log: readonly RunEvent[]): void {
      ports.forget()
      log.forEach(ports.keep)
      events = log
      store.setState({ phase: 'idle' })
      draw()
    },
    /** Takes up the log that a reload left, without writing it again. */
    restore(log: readonly RunEvent[]): void {
      events = log
      draw()
    },
    setPhase(phase: Phase): void {
      store.setState({ phase })
      draw()
    },
    /** Shows a run from elsewhere; this tab's own run is given up. */
    show(document: RunDocument): void {
      ports.forget()
      events = []
      drawn = 0
      store.setState({ events: [], document, phase: 'ended', isLive: false })
    },
    leave(): void {
      ports.forget()
      events = []
      drawn = 0
      store.setState(NOTHING)
    },
  }
}
