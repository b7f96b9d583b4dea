import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { headersFor, parseHeaderRules, toMetaPolicy } from './host-headers.ts'

const published = parseHeaderRules(
  readFileSync(new URL('../../../public/_headers', import.meta.url), 'utf8'),
)

describe('parseHeaderRules', () => {
  test('keeps every rule whose path matches, the exact ones and those that end in a star', () => {
    const rules = parseHeaderRules('/*\n  A: 1\n# a remark\n/x\n  B: 2\n\n/assets/*\n  C: 3: 4\n')
    expect(headersFor(rules, '/x')).toEqual({ A: '1', B: '2' })
    expect(headersFor(rules, '/assets/a.js')).toEqual({ A: '1', C: '3: 4' })
  })

  test('names the line that is no header', () => {
    expect(() => parseHeaderRules('/*\n  nonsense\n')).toThrow('"nonsense" has no colon')
  })
})

describe('the published headers', () => {
  test('SEC-04: close the page to scripts of others and to frames', () => {
    const policy = headersFor(published, '/')['Content-Security-Policy']
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
  })

  test('leave the callback its opener: it arrives from another site in a pop-up', () => {
    expect(headersFor(published, '/')['Cross-Origin-Opener-Policy']).toBe(
      'same-origin-allow-popups',
    )
    expect(headersFor(published, '/callback.html')).not.toHaveProperty('Cross-Origin-Opener-Policy')
  })

  test('keep what carries a hash in its name, and ask again for HTML', () => {
    expect(headersFor(published, '/assets/index-abc.js')['Cache-Control']).toContain('immutable')
    expect(headersFor(published, '/')['Cache-Control']).toBe('no-cache')
  })

  test('give the same policy to the meta element, but for what it cannot carry', () => {
    const meta = toMetaPolicy(published)
    expect(meta).not.toContain('frame-ancestors')
    expect(`${meta}; frame-ancestors 'none'`).toBe(
      headersFor(published, '/')['Content-Security-Policy'],
    )
  })
})
