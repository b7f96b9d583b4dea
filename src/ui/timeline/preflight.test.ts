import { expect, test } from 'vitest'
import { anExchange } from '../document-builders.ts'
import { findPreflightReasons } from './preflight.ts'

const PAGE = 'http://localhost:4280'

test('a JSON POST to another origin is asked about first', () => {
  const exchange = anExchange({
    method: 'POST',
    headers: [
      ['Content-Type', 'application/json'],
      ['Accept', 'application/json'],
      ['MCP-Protocol-Version', '2026-07-28'],
    ],
  })
  expect(findPreflightReasons(exchange, PAGE)).toEqual([
    'the Content-Type application/json',
    'the header MCP-Protocol-Version',
  ])
})

test('a plain GET is not', () => {
  expect(findPreflightReasons(anExchange({ headers: [['Accept', '*/*']] }), PAGE)).toEqual([])
})

test('a form POST is not', () => {
  const headers = [['content-type', 'application/x-www-form-urlencoded;charset=UTF-8']] as const
  expect(findPreflightReasons(anExchange({ method: 'POST', headers }), PAGE)).toEqual([])
})

test('DELETE is, for its method', () => {
  expect(findPreflightReasons(anExchange({ method: 'DELETE' }), PAGE)).toEqual([
    'the method DELETE',
  ])
})

test('nothing is on the page’s own origin, through the relay or in the address bar', () => {
  const headers = [['Authorization', 'Bearer x']] as const
  expect(findPreflightReasons(anExchange({ headers, url: `${PAGE}/client.json` }), PAGE)).toEqual(
    [],
  )
  expect(findPreflightReasons(anExchange({ headers, via: 'relay' }), PAGE)).toEqual([])
  expect(findPreflightReasons(anExchange({ headers, via: 'navigation' }), PAGE)).toEqual([])
})
