import { describe, expect, test } from 'vitest'
import { type PracticeWalk, openPractice, practise } from './practice-walk.ts'
import { foldRun } from './run/run.ts'

const REDIRECT = 'http://localhost:4280/callback.html'
const ONE_ORIGIN = { issuer: 'http://localhost:4281' } as const

describe('what the person has to do', () => {
  const unregistrable = { registration: { dynamic: false, documents: false } } as const

  test('is to give a client id where none can be had, and the walk goes on with it', async () => {
    const known = [{ clientId: 'mine', method: 'none', redirectUris: [REDIRECT] }] as const
    const practice = openPractice({
      sandbox: { registration: { ...unregistrable.registration, known } },
    })
    await practice.go()
    const { outcome, config } = practice.document()
    expect(outcome).toMatchObject({
      status: 'stopped',
      waiting: { on: 'person', field: 'client-id' },
    })
    practice.append({
      type: 'config-changed',
      at: practice.now(),
      config: { ...config, clientId: 'mine' },
    })
    await practice.go()
    expect(practice.document().outcome.waiting?.on).toBe('authorization')
    await practice.comeBack()
    await practice.go()
    expect(practice.document().outcome.status).toBe('passed')
  })

  test('may be to step up, refresh and revoke on demand', async () => {
    const practice = openPractice({ config: { stepUp: 'vault' } })
    const want = async (step: 'refresh' | 'step-up' | 'revoke'): Promise<void> => {
      practice.append({ type: 'step-wanted', at: practice.now(), step })
      await practice.go()
    }
    await practice.go()
    await practice.comeBack()
    await practice.go()
    const first = practice.run().facts.tokens
    await want('refresh')
    expect(practice.run().facts.tokens?.accessToken).not.toBe(first?.accessToken)
    await want('step-up')
    await practice.comeBack()
    await practice.go()
    expect(practice.run().facts.tokens?.scope).toBe('tools offline_access vault')
    expect(practice.document().outcome.status).toBe('passed')
    await want('revoke')
    expect(practice.run().facts.revocation?.status).toBe(200)
  })

  test('may be to go past a rule; the walk says so', async () => {
    const walk: PracticeWalk = { sandbox: { faults: ['asm-without-pkce-methods'] } }
    expect((await practise(walk)).document.outcome).toMatchObject({
      status: 'failed',
      cause: 'ASM-09',
      canContinue: true,
    })
    const { document } = await practise({ ...walk, goOnPast: ['ASM-09'] })
    expect(document.outcome.summary).toBe(
      'Connected: 12 tools; you went on past ASM-09, where a conforming client stops.',
    )
  })

  test('may be to go on with the default endpoints that only 2025-03-26 has', async () => {
    const walk: PracticeWalk = { sandbox: { ...ONE_ORIGIN, faults: ['asm-nowhere'] } }
    const { document } = await practise(walk)
    expect(document.outcome).toMatchObject({ status: 'failed', cause: 'ASM-01' })
    const past = await practise({ ...walk, goOnPast: ['ASM-01'] })
    expect(past.document.outcome.status).toBe('passed')
    const old = await practise({ ...walk, config: { revision: '2025-03-26' } })
    expect(old.document.outcome.status).toBe('passed')
    expect(foldRun(old.events).facts.serverMetadata?.guessed).toBe(true)
  })
})
