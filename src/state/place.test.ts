import { describe, expect, test } from 'vitest'
import { NO_PLACE, findIndexAddress, readPlace, writePlace } from './place.ts'

describe('readPlace', () => {
  test('reads back what writePlace wrote, as a person can read it', () => {
    const place = { runs: 'runs/', run: '2026-a/x.run.json', beside: '2026-b/x.run.json' } as const
    expect(writePlace(place)).toBe('?runs=runs/&run=2026-a/x.run.json&beside=2026-b/x.run.json')
    expect(readPlace(writePlace(place))).toEqual(place)
    const other = { runs: 'https://ci.example/a b/?x=1&y', run: null, beside: null }
    expect(readPlace(writePlace(other))).toEqual(other)
  })

  test('is nothing without a folder of runs', () => {
    expect(readPlace('?server=https://a.example/mcp&run=a/b')).toEqual(NO_PLACE)
  })

  test.each(['../../x', 'a/../b', 'https://evil.example/x', '/etc', 'a/.b', 'a/b/c', ''])(
    'passes over %s as a run',
    (run) => {
      expect(readPlace(`?runs=runs/&run=${run}`)).toEqual({ ...NO_PLACE, runs: 'runs/' })
    },
  )
})

describe('findIndexAddress', () => {
  const BASE = 'https://page.example/tool/'

  test.each([
    ['runs/', 'https://page.example/tool/runs/index.json'],
    ['runs', 'https://page.example/tool/runs/index.json'],
    ['runs/index.json', 'https://page.example/tool/runs/index.json'],
    ['https://ci.example/nightly/', 'https://ci.example/nightly/index.json'],
    ['', 'https://page.example/tool/index.json'],
  ])('%s leads to %s', (runs, address) => {
    expect(findIndexAddress(runs, BASE)).toBe(address)
  })

  test.each([
    'javascript:alert(1)',
    'data:application/json,{}',
    'file:///x',
    'https://a:b@c.example/',
    'https://',
  ])('refuses %s', (runs) => {
    expect(findIndexAddress(runs, BASE)).toBeUndefined()
  })
})
