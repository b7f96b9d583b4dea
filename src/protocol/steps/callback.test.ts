import { describe, expect, test } from 'vitest'
import { buildAuthorization, buildIdentity } from '../run/build-log.ts'
import type { Facts } from '../run/facts.ts'
import { type World, buildContext } from './build-context.ts'
import { callback } from './callback.ts'

const PAGE = 'https://page.example/callback.html'
const ISSUER = 'https://issuer.example'

function factsWith(document: object = {}): Partial<Facts> {
  return {
    authorization: buildAuthorization({ state: 's', redirectUri: PAGE }),
    clientIdentity: buildIdentity(),
    serverMetadata: {
      looked: [],
      found: { place: 'oauth-inserted', url: '', exchange: 'e1', document: { ...document } },
      issuer: ISSUER,
      guessed: false,
    },
  }
}

async function comeBack(url: string, world: World = {}) {
  const arrival = { at: 5, url, by: 'same-tab' } as const
  const built = buildContext({ facts: factsWith(), arrival, ...world })
  const result = await callback.run(built.context)
  const given = result.kind === 'done' || result.kind === 'failed' ? result.facts : {}
  const error = result.kind === 'failed' ? result.error : undefined
  return { ...built, result, fact: given.callback, error }
}

describe('an answer with a code', () => {
  test('is read, and shown as the navigation that it was', async () => {
    const { fact, result, exchanges } = await comeBack(`${PAGE}?code=c%201&state=s`)
    expect(exchanges).toMatchObject([
      { step: 'callback', via: 'navigation', to: 'page', outcome: { kind: 'navigated' } },
    ])
    expect(fact).toEqual({
      exchange: 'e1',
      parameters: [
        ['code', 'c 1'],
        ['state', 's'],
      ],
      code: 'c 1',
    })
    expect(result).toMatchObject({ says: 'code arrived' })
  })

  test.each(['https://ISSUER.example', 'https://issuer.example/', 'https://issuer.example:443'])(
    'keeps iss as it was received: %s',
    async (iss) => {
      const { fact, result } = await comeBack(
        `${PAGE}?code=c&state=s&iss=${encodeURIComponent(iss)}`,
      )
      expect(fact?.iss).toBe(iss)
      expect(result).toMatchObject({ says: 'code and iss arrived' })
    },
  )

  test('keeps a parameter that comes twice, and takes the first', async () => {
    const { fact } = await comeBack(`${PAGE}?code=1&code=2&state=s`)
    expect(fact?.code).toBe('1')
    expect(fact?.parameters).toHaveLength(3)
  })

  test.each([
    ['another state', `${PAGE}?code=c&state=x`, {}],
    ['no state', `${PAGE}?code=c`, {}],
    [
      'no iss although it was promised',
      `${PAGE}?code=c&state=s`,
      { authorization_response_iss_parameter_supported: true },
    ],
    ['the iss of another', `${PAGE}?code=c&state=s&iss=https%3A%2F%2Fevil.example`, {}],
  ])('and %s is recorded for the rules; a strict client would stop', async (_, url, document) => {
    const { result, decisions } = await comeBack(url, { facts: factsWith(document) })
    expect(result.kind).toBe('done')
    expect(decisions[0]?.says).toContain('a strict client, would stop here')
  })

  test('and the iss that was promised raises no objection', async () => {
    const document = { authorization_response_iss_parameter_supported: true }
    const url = `${PAGE}?code=c&state=s&iss=${encodeURIComponent(ISSUER)}`
    expect((await comeBack(url, { facts: factsWith(document) })).decisions).toEqual([])
  })
})

describe('an answer with an error', () => {
  test('ends the walk with that error', async () => {
    const { error, fact } = await comeBack(`${PAGE}?error=access_denied&state=s`)
    expect(error).toEqual({
      code: 'authorization-refused',
      message: 'The authorization server answered with error=access_denied.',
      exchange: 'e1',
    })
    expect(fact?.error).toBe('access_denied')
  })

  test('is not repeated in words when it has not our state', async () => {
    const { error } = await comeBack(`${PAGE}?error=%3Cscript%3E&state=x`)
    expect(error?.message).toBe('The answer carries an error, but not the state that was sent.')
  })

  test('and a code goes on with the code, for the rules to judge', async () => {
    const { result, fact } = await comeBack(`${PAGE}?error=server_error&code=c&state=s`)
    expect(result.kind).toBe('done')
    expect(fact).toMatchObject({ code: 'c', error: 'server_error' })
  })
})

describe('an answer with neither', () => {
  test.each([
    [PAGE, 'The answer has neither code nor error.'],
    [`${PAGE}?state=s&x=1`, 'The answer has neither code nor error; it has state, x.'],
    [
      `${PAGE}#code=c&state=s`,
      'The answer has neither code nor error in its query; code is in the fragment, which no server would see.',
    ],
  ])('ends the walk: %s', async (url, message) => {
    expect((await comeBack(url)).error).toEqual({ code: 'no-code', message, exchange: 'e1' })
  })
})

describe('what a person pastes', () => {
  test.each([`  ${PAGE}?code=c&state=s\n`, '?code=c&state=s'])('may be %j', async (pasted) => {
    const { fact, exchanges } = await comeBack(pasted)
    expect(fact?.code).toBe('c')
    expect(exchanges[0]?.request.url).toBe(`${PAGE}?code=c&state=s`)
  })

  test.each(['', 'c1', 'code=c&state=s'])('may be no address: %j', async (pasted) => {
    const { error, exchanges } = await comeBack(pasted)
    expect(error).toEqual({
      code: 'bad-callback',
      message: `"${pasted}" is no address. Paste the whole address that the browser shows at the end.`,
    })
    expect(exchanges).toEqual([])
  })
})

test('there is no answer where nothing was asked', async () => {
  const { context } = buildContext()
  expect(await callback.run(context)).toEqual({
    kind: 'skipped',
    why: 'no authorization was asked for',
  })
  const machine = buildContext({ config: { grant: 'client_credentials' } }).context
  expect(await callback.run(machine)).toMatchObject({ kind: 'skipped' })
})
