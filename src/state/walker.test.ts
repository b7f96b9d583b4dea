import { expect, test } from 'vitest'
import type { RunEvent } from '../protocol/index.ts'
import { STARTED, buildStore } from './build-store.ts'
import { type WalkerPorts, createWalker } from './walker.ts'

type Host = Parameters<WalkerPorts['engine']['walkOn']>[0]

const WAITING = { on: 'authorization', url: 'https://as.example/authorize?state=s1' } as const
const ANSWER = 'https://page.example/callback.html?code=c1&state=s1'

/** A walker whose walks end when the test says so; it waits for an answer until one has come. */
function build() {
  const store = buildStore((log) => (log.some(isArrival) ? null : WAITING))
  const walks: { readonly host: Host; readonly what: 'walk' | 'survey'; end(): void }[] = []
  const begin = (host: Host, what: 'walk' | 'survey') =>
    new Promise<void>((resolve) => {
      walks.push({ host, what, end: resolve })
      host.signal.addEventListener('abort', () => resolve())
    })
  const opened: string[] = []
  const halted: number[] = []
  const walker = createWalker(store.run, {
    engine: {
      rewindRun: (log) => [...log],
      walkOn: (host) => begin(host, 'walk'),
      surveyOn: (host) => begin(host, 'survey'),
    },
    ports: () => ({
      fetch: () => Promise.reject(new Error('No network here')),
      pageOrigin: 'https://page.example',
      now: () => 0,
    }),
    now: () => 7,
    newId: () => 'r2',
    keep: () => undefined,
    openAuthorization: ({ url }) => void opened.push(url),
    halted: () => void halted.push(walks.length),
  })
  const resume = (log: readonly RunEvent[], arrived: string | null): void =>
    walker.resume({ log, secrets: {}, mode: 'run', arrived })
  return { ...store, walker, walks, opened, halted, resume }
}

function isArrival({ type }: RunEvent): boolean {
  return type === 'callback-arrived'
}

const LEFT: readonly RunEvent[] = [STARTED, { type: 'authorization-opened', at: 1, by: 'same-tab' }]

test('an answer that a redirect left is walked on with', () => {
  const { resume, run, walks } = build()
  resume(LEFT, ANSWER)
  expect(walks).toHaveLength(1)
  expect(run.events().at(-1)).toMatchObject({ type: 'callback-arrived', url: ANSWER })
})

test('a reload while the person is away keeps waiting', () => {
  const { resume, run, walks } = build()
  resume(LEFT, null)
  run.draw()
  expect(walks).toHaveLength(0)
  expect(run.store.getState().phase).toBe('waiting')
})

test('a reload in the middle of a step goes on', () => {
  const { resume, walks } = build()
  resume([STARTED, { type: 'step-started', at: 1, step: 'challenge' }], null)
  expect(walks).toHaveLength(1)
})

test('a second answer is an entry of its own, and nothing is walked with it', async () => {
  const { resume, run, walker, walks } = build()
  resume(LEFT, ANSWER)
  walks[0]?.end()
  await walker.stop()
  walker.arrive(`${ANSWER}&again`, 'popup')
  expect(walks).toHaveLength(1)
  expect(run.events().filter(isArrival)).toHaveLength(1)
  expect(run.document()?.exchanges.map(({ request }) => request.url)).toEqual([`${ANSWER}&again`])
})

test('a walk that another one has replaced writes no more', () => {
  const { walker, run, walks } = build()
  walker.start(configOf(), {}, 'run')
  walker.start(configOf(), {}, 'run')
  const before = run.events().length
  walks[0]?.host.log.append({ type: 'step-started', at: 1, step: 'token' })
  expect(run.events()).toHaveLength(before)
  expect(walks[0]?.host.signal.aborted).toBe(true)
})

test('stopping is over when the walk has halted', async () => {
  const { walker, run, walks } = build()
  walker.start(configOf(), {}, 'step')
  await walker.stop()
  expect(walks[0]?.host.signal.aborted).toBe(true)
  expect(run.store.getState().phase).not.toBe('running')
})

test('a walk that needs the person leaves for the authorization server by itself', async () => {
  const { walker, walks, opened, halted } = build()
  walker.start(configOf(), {}, 'run')
  walks[0]?.end()
  await Promise.resolve()
  await Promise.resolve()
  expect(opened).toEqual([WAITING.url])
  expect(halted).toEqual([])
})

function configOf() {
  if (STARTED.type !== 'run-started') throw new Error('A log begins with run-started')
  return STARTED.config
}

test('a survey of a run that has ended walks no step again', async () => {
  const { resume, run, walker, walks, halted } = build()
  resume(LEFT, ANSWER)
  walks[0]?.end()
  await expect.poll(() => halted).toEqual([1])
  walker.survey()
  expect(walks.map(({ what }) => what)).toEqual(['walk', 'survey'])
  expect(run.config()?.also).toEqual(['survey'])
  walks[1]?.end()
  await expect.poll(() => halted).toEqual([1, 2])
})
