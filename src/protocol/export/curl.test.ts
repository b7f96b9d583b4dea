import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ExchangeChange, buildDocument, buildExchange } from '../run/build-document.ts'
import { quoteForShell, toCurl } from './curl.ts'
import { redactRun } from './redact.ts'

// The core has no Node types: this is what the test needs of a real shell.
const nodeProcesses: string = 'node:child_process'
const {
  execFileSync,
}: { execFileSync(file: string, words: readonly string[], how: object): string } = await import(
  nodeProcesses
)

/** The words that a real shell makes of a command, whose name is a function here. */
function wordsOf(command: string): readonly string[] {
  const script = `curl() { for word do printf '%s\\0' "$word"; done; }\n${command}`
  return execFileSync('sh', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1)
}

function curlWords(change: ExchangeChange): readonly string[] {
  return wordsOf(toCurl(buildExchange(change)))
}

describe('toCurl', () => {
  test('writes one option a line', () => {
    const exchange = buildExchange({
      method: 'POST',
      headers: [['Content-Type', 'application/json']],
      body: `{"a":"it's"}`,
    })
    expect(toCurl(exchange)).toBe(
      [
        'curl \\',
        '  --globoff --include \\',
        '  --request POST \\',
        "  --header 'Content-Type: application/json' \\",
        String.raw`  --data-raw '{"a":"it'\''s"}' ` + '\\',
        '  --url https://mcp.example/mcp',
      ].join('\n'),
    )
  })

  test('sends no body where there was none, and asks for the head only with HEAD', () => {
    expect(curlWords({ method: 'HEAD' })).toEqual([
      '--globoff',
      '--include',
      '--head',
      '--url',
      'https://mcp.example/mcp',
    ])
  })

  test('sends an empty header, leaves the length to curl, and names no type that was not named', () => {
    const words = curlWords({
      method: 'POST',
      headers: [
        ['X-Empty', ''],
        ['content-length', '3'],
      ],
      body: '@/etc/passwd',
    })
    expect(words.slice(4, -2)).toEqual([
      '--header',
      'X-Empty;',
      '--header',
      'Content-Type:',
      '--data-raw',
      '@/etc/passwd',
    ])
  })

  test('shows stand-ins for the secrets of a redacted run', () => {
    const headers = [['Authorization', 'Bearer top-secret-token']] as const
    const [exchange] = redactRun(
      buildDocument({ exchanges: [buildExchange({ headers })] }),
    ).exchanges
    expect(exchange && toCurl(exchange)).toContain(
      "'Authorization: Bearer redacted-access-token-1'",
    )
  })

  const wire = fc.string({
    unit: fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
      fc.constantFrom("'", '"', '\\', '$', '`', '\n', '\t', '\u0001', '!'),
    ),
  })

  test('survives a real shell, whatever a server made us send', () => {
    const header = fc.tuple(
      fc.constant('X-A'),
      wire.filter((value) => value !== ''),
    )
    fc.assert(
      fc.property(wire, wire, fc.array(header, { maxLength: 3 }), (url, body, headers) => {
        const words = curlWords({ method: 'POST', url, headers, body: `x${body}` })
        expect(words.slice(4)).toEqual([
          ...headers.flatMap(([name, value]) => ['--header', `${name}: ${value}`]),
          '--header',
          'Content-Type:',
          '--data-raw',
          `x${body}`,
          '--url',
          url,
        ])
      }),
      { numRuns: 60 },
    )
  })
})

describe('quoteForShell', () => {
  test('gives back every word through a real shell', () => {
    const nasty = [
      '',
      "'",
      '"',
      '$(id)',
      '`id`',
      '\\',
      '\n',
      '!',
      '#',
      '~',
      '-n',
      '*',
      'a b',
      '${x}',
      'é',
      '&',
      ';',
    ]
    const word = fc.array(fc.constantFrom(...nasty)).map((parts) => parts.join(''))
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 50 }), (words) => {
        expect(wordsOf(`curl ${words.map(quoteForShell).join(' ')}`)).toEqual(words)
      }),
      { numRuns: 30 },
    )
  })

  test('leaves out a NUL character, which no shell can pass on', () => {
    expect(quoteForShell('a\0b')).toBe("'ab'")
  })

  test.each(['https://a.example/x?', '~', 'a=b;c', '', '-', '#'])(
    'quotes %j when it must',
    (word) => {
      expect(wordsOf(`curl ${quoteForShell(word)}`)).toEqual([word])
    },
  )
})
