import { assert, jsonValue, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import {
  isJsonArray,
  isJsonObject,
  objectMember,
  parseJson,
  parseJsonObject,
  stringMember,
  stringsMember,
} from './json.ts'

test('reads back every JSON value', () => {
  assert(
    property(jsonValue(), (value) => {
      const text = JSON.stringify(value)
      expect(parseJson(text)).toEqual({ kind: 'value', value: JSON.parse(text) })
    }),
  )
})

test('never throws, whatever the text', () => {
  assert(
    property(string(), (text) => {
      expect(['value', 'not-json']).toContain(parseJson(text).kind)
    }),
  )
})

test('passes over a byte order mark', () => {
  expect(parseJson('\uFEFF{"a":1}')).toEqual({ kind: 'value', value: { a: 1 } })
})

test('says why a text is no JSON', () => {
  const reading = parseJson('<!doctype html>')
  expect(reading.kind).toBe('not-json')
  expect(reading.kind === 'not-json' && reading.message).toContain('<')
})

test.each(['[]', 'null', '"text"', '1', 'true', '', '{'])('takes %s for no object', (text) => {
  expect(parseJsonObject(text)).toBeUndefined()
})

test('tells objects, arrays and null apart', () => {
  expect([isJsonObject({}), isJsonObject([]), isJsonObject(null)]).toEqual([true, false, false])
  expect([isJsonArray([]), isJsonArray({}), isJsonArray(undefined)]).toEqual([true, false, false])
})

test('gives a member only where it has the type that was asked for', () => {
  const object = parseJsonObject('{"text":"a","list":["a",1,"b"],"object":{"b":1},"none":null}')
  expect(stringMember(object, 'text')).toBe('a')
  expect(stringMember(object, 'list')).toBeUndefined()
  expect(stringMember(undefined, 'text')).toBeUndefined()
  expect(stringsMember(object, 'list')).toEqual(['a', 'b'])
  expect(stringsMember(object, 'text')).toBeUndefined()
  expect(objectMember(object, 'object')).toEqual({ b: 1 })
  expect(objectMember(object, 'list')).toBeUndefined()
  expect(objectMember(object, 'none')).toBeUndefined()
})
