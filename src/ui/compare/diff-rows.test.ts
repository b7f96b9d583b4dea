import { describe, expect, test } from 'vitest'
import type { Exchange, HeaderList } from '../../protocol/index.ts'
import { aResponse, anExchange } from '../document-builders.ts'
import { isChanged, toDiffRows } from './diff-rows.ts'
import { toMessageLines } from './message-lines.ts'

/** A request that is answered with these headers and this body. */
function exchange(body: string, headers: HeaderList = []): Exchange {
  return anExchange({ outcome: aResponse({ body, headers: [JSON_TYPE, ...headers] }) })
}

const JSON_TYPE = ['Content-Type', 'application/json'] as const

function rowsOf(before: Exchange, after: Exchange) {
  return toDiffRows(toMessageLines(before), toMessageLines(after))
}

describe('toDiffRows', () => {
  test('finds the same message alike, and dates and lengths with it', () => {
    const rows = rowsOf(
      exchange('{"a":1}', [
        ['Date', 'Mon'],
        ['X-Request-Id', '1'],
      ]),
      exchange('{"a":1}', [
        ['date', 'Tue'],
        ['x-request-id', '2'],
      ]),
    )
    expect(isChanged(rows)).toBe(false)
    expect(rows).toHaveLength(1)
  })

  test('puts values of the same member and of the same header beside each other', () => {
    const rows = rowsOf(
      exchange('{"issuer":"https://a.example","x":1}', [['WWW-Authenticate', 'Bearer']]),
      exchange('{"issuer":"https://a.example/","x":1}', [['www-authenticate', 'Basic']]),
    )
    expect(rows.filter(({ kind }) => kind === 'changed')).toEqual([
      { kind: 'changed', before: 'WWW-Authenticate: Bearer', after: 'www-authenticate: Basic' },
      {
        kind: 'changed',
        before: '  "issuer": "https://a.example",',
        after: '  "issuer": "https://a.example/",',
      },
    ])
  })

  test('leaves a gap where one has nothing', () => {
    const rows = rowsOf(exchange('{"a":1}'), exchange('{"a":1}', [['Link', '<x>']]))
    expect(rows.filter(({ kind }) => kind === 'changed')).toEqual([
      { kind: 'changed', before: null, after: 'Link: <x>' },
    ])
  })

  test('cuts a difference that nobody would read', () => {
    const long = (letter: string) =>
      JSON.stringify(Array.from({ length: 2000 }, (_, index) => `${letter}${index}`))
    const rows = rowsOf(exchange(long('a')), exchange(long('b')))
    expect(rows.at(-2)).toEqual({ kind: 'cut', lines: 1400 })
    expect(rows.length).toBeLessThan(700)
  })
})
