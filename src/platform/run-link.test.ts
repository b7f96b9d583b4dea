import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readRunLink, toRunLink } from './run-link.ts'

const PAGE = 'https://page.example/tools/'

function hashOf(link: string): string {
  return new URL(link).hash
}

describe('a run in a link', () => {
  test('comes back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme', maxLength: 500 }),
        fc.option(fc.string({ unit: 'grapheme' })),
        async (text, at) => {
          const link = await toRunLink(PAGE, { text, at })
          expect(await readRunLink(hashOf(link))).toEqual({ kind: 'run', text, at })
        },
      ),
      { numRuns: 50 },
    )
  })

  test('stands behind the # alone, in letters that survive any program', async () => {
    const link = await toRunLink(PAGE, { text: 'secret ä 🙂'.repeat(99), at: null })
    expect(link.startsWith(`${PAGE}#run=`)).toBe(true)
    expect(link.slice(PAGE.length)).toMatch(/^#run=[\w-]+$/)
  })

  test('that was cut off is refused with a sentence', async () => {
    const link = await toRunLink(PAGE, { text: '{"format":"mcp-flow-run"}', at: null })
    const reading = await readRunLink(hashOf(link).slice(0, -9))
    expect(reading).toMatchObject({
      kind: 'refused',
      says: expect.stringMatching(/^This link opens no run: its \d+ characters are cut off/),
    })
  })

  test('is refused when it would fill the memory', async () => {
    const link = await toRunLink(PAGE, { text: ' '.repeat(21_000_000), at: null })
    expect(link.length).toBeLessThan(60_000)
    expect(await readRunLink(hashOf(link))).toMatchObject({
      kind: 'refused',
      says: expect.stringContaining('more than 20 MB'),
    })
  })

  test('never throws, whatever stands there', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
        expect(await readRunLink(`#run=${text}`)).toHaveProperty('kind')
      }),
      { numRuns: 200 },
    )
  })
})
