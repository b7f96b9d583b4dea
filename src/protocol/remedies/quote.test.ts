import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  inNginx,
  inPython,
  inPythonLines,
  inRoute,
  inScript,
  inScriptLines,
  jsonInNginx,
} from './quote.ts'

const anyText = fc.string({ unit: 'binary' })

/** What a script makes of a text in single quotes; it throws where the text ends too early. */
function readScript(word: string): string {
  const inner = /^'(?<inner>(?:[^'\\]|\\.)*)'$/su.exec(word)?.groups?.['inner']
  if (inner === undefined) throw new Error(`No single text: ${word}`)
  const parts = inner.replaceAll(/\\.|"/g, (part) => {
    if (part === '"') return String.raw`\"`
    return part === String.raw`\'` ? "'" : part
  })
  const read: unknown = JSON.parse(`"${parts}"`)
  return String(read)
}

/** What nginx makes of a word in single quotes; it throws where the word ends too early. */
function readNginx(word: string): string {
  const inner = /^'(?<inner>(?:[^'\\]|\\.)*)'$/su.exec(word)?.groups?.['inner']
  if (inner === undefined) throw new Error(`No single word: ${word}`)
  return inner.replaceAll(/\\([\\'"])/g, '$1')
}

describe('a value of a run in a program', () => {
  test('never ends its quotes in a script, and means the same', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(readScript(inScript(text))).toBe(text)
        expect(inScript(text)).not.toMatch(/[\n\r\u2028\u2029]/)
      }),
    )
  })

  test('is laid out in lines that stand under each other', () => {
    expect(inScriptLines({ a: ['b'] }, 4)).toBe('{\n      "a": [\n        "b"\n      ]\n    }')
  })

  test('is a plain path for a router, whatever its patterns mean', () => {
    expect(inRoute('/v1/mcp')).toBe("'/v1/mcp'")
    expect(inRoute('/a:b*(c)')).toBe(String.raw`'/a\\:b\\*\\(c\\)'`)
  })

  test('has the words of Python', () => {
    expect(inPython({ a: [true, false, null], b: 'it\'s "x"' })).toBe(
      String.raw`{"a": [True, False, None], "b": "it's \"x\""}`,
    )
    expect(inPythonLines({ a: 1, b: ['c'] }, 4)).toBe(
      '{\n        "a": 1,\n        "b": ["c"],\n    }',
    )
  })

  test('never ends its quotes in nginx, and names no variable', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const word = inNginx(text)
        expect(readNginx(word)).toBe(text.replaceAll(/\p{Cc}+/gu, ' ').replaceAll('$', '%24'))
        expect(word).not.toContain('$')
      }),
    )
  })

  test('is the same JSON after nginx has read it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const json = JSON.parse(JSON.stringify(value))
        expect(JSON.parse(readNginx(jsonInNginx(json)))).toEqual(json)
      }),
    )
  })
})
