import { expect, test } from 'vitest'
import { type Observed, differencesOf, readAsked } from './observed.ts'

const REAL: Observed = {
  requests: ['POST http://a.example/mcp', 'GET http://a.example/.well-known/x'],
  asked: { scope: 'tools', resource: null },
  getsIn: true,
  end: 'listed the tools',
}

test('reads scope and resource of an authorization request, and what is missing as null', () => {
  expect(readAsked('http://b.example/authorize?scope=a+b')).toEqual({
    scope: 'a b',
    resource: null,
  })
})

test('two looks that are alike differ in nothing, however they ended in words', () => {
  expect(differencesOf(REAL, { ...REAL, end: 'Connected: 12 tools.' })).toEqual([])
})

test('tells in what two looks differ', () => {
  const other = { ...REAL, requests: REAL.requests.slice(1), asked: null, getsIn: false }
  expect(differencesOf(REAL, other)).toEqual([
    { of: 'requests', real: REAL.requests.join(', '), other: REAL.requests[1] },
    { of: 'scope', real: '"tools"', other: 'never asked' },
    { of: 'resource', real: 'none', other: 'never asked' },
    { of: 'outcome', real: 'works', other: 'fails' },
  ])
})
