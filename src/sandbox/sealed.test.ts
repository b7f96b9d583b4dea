import { assert, asyncProperty, dictionary, jsonValue, nat, pre, string } from 'fast-check'
import { expect, test } from 'vitest'
import { createSealer } from './sealed.ts'

const sealer = createSealer('a practice server')

test('what is sealed is opened again by every sealer of the same passphrase', async () => {
  await assert(
    asyncProperty(dictionary(string(), jsonValue()), async (content) => {
      const value = await sealer.seal('code', content)
      const plain: unknown = JSON.parse(JSON.stringify(content))
      expect(await createSealer('a practice server').open('code', value)).toEqual(plain)
      expect(value).toMatch(/^code_[\w-]+$/)
    }),
    { numRuns: 50 },
  )
})

test('another kind, another passphrase and any altered character open nothing', async () => {
  const value = await sealer.seal('code', { scopes: ['tools'] })
  expect(await sealer.open('token', value)).toBeUndefined()
  expect(await sealer.open('token', value.replace('code_', 'token_'))).toBeUndefined()
  expect(await createSealer('another').open('code', value)).toBeUndefined()
  await assert(
    asyncProperty(nat(value.length - 1), async (place) => {
      const other = value[place] === 'x' ? 'y' : 'x'
      const altered = value.slice(0, place) + other + value.slice(place + 1)
      // The last character holds bits that the decoder drops.
      pre(place < value.length - 1)
      expect(await sealer.open('code', altered)).toBeUndefined()
    }),
    { numRuns: 50 },
  )
})

test('whatever is no sealed value opens nothing', async () => {
  await assert(
    asyncProperty(string(), async (text) => {
      expect(await sealer.open('code', text)).toBeUndefined()
      expect(await sealer.open('code', `code_${text}`)).toBeUndefined()
    }),
  )
})

test('two seals of one content are not alike', async () => {
  expect(await sealer.seal('code', {})).not.toBe(await sealer.seal('code', {}))
})
