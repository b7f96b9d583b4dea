import { assert, constantFrom, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAddress } from './address.ts'

function server(text: string) {
  const reading = readAddress(text)
  if (reading.kind !== 'server') throw new Error(`${text} was read as ${JSON.stringify(reading)}`)
  return reading
}

function problem(text: string): string {
  const reading = readAddress(text)
  return reading.kind === 'problem' ? reading.says : `no problem: ${JSON.stringify(reading)}`
}

describe('a plain address', () => {
  test('is kept as written', () => {
    expect(server(' https://Tools.Example:443/mcp/ ').url).toBe('https://Tools.Example:443/mcp/')
  })

  test('any web address without fragment passes unchanged', () => {
    const rest = string({ unit: constantFrom(...'aZ09-_.~!$&()*+,;=:@/?%2f') })
    assert(
      property(rest, (path) => {
        const url = `https://Tools.example:8443/${path}`
        expect(server(url).url).toBe(url)
      }),
    )
  })

  test('loses its fragment, and the note says so', () => {
    const reading = server('https://tools.example/mcp#top')
    expect(reading.url).toBe('https://tools.example/mcp')
    expect(reading.notes.join()).toContain('after #')
  })

  test('nothing is empty, not wrong', () => {
    expect(readAddress('  ')).toEqual({ kind: 'empty' })
  })
})

describe('an address without scheme', () => {
  test.each([
    ['tools.example/mcp', 'https://tools.example/mcp'],
    ['//tools.example/mcp', 'https://tools.example/mcp'],
    ['tools.example:8443', 'https://tools.example:8443'],
    ['intranet:8080/mcp', 'https://intranet:8080/mcp'],
  ])('reads %s as %s and says so', (written, url) => {
    expect(server(written)).toMatchObject({
      url,
      notes: ['No scheme given: https:// is assumed.'],
    })
  })

  test.each([
    ['localhost:3000/mcp', 'http://localhost:3000/mcp'],
    ['127.0.0.1:3000', 'http://127.0.0.1:3000'],
    ['[::1]:3000/mcp', 'http://[::1]:3000/mcp'],
  ])('takes http for loopback: %s', (written, url) => {
    expect(server(written)).toMatchObject({ url, notes: ['No scheme given: http:// is assumed.'] })
  })
})

describe('what cannot be walked', () => {
  test.each(['hello', 'not a url', 'https://', 'https://a b.example', '???'])(
    'names %j as no web address',
    (written) => {
      expect(problem(written)).toContain(`“${written}” is not a web address`)
    },
  )

  test.each(['ftp://tools.example/', 'javascript:alert(1)', 'data:text/html,x', 'stdio://x'])(
    'refuses the scheme of %s',
    (written) => {
      expect(problem(written)).toContain(`has the scheme ${written.split(':', 1)[0]}:`)
    },
  )

  test('refuses a port that browsers block', () => {
    expect(problem('http://localhost:6667/mcp')).toContain('Port 6667')
  })

  test('refuses a password and does not repeat it', () => {
    expect(problem('https://me:hunter2@tools.example/')).toContain('user name or password')
    expect(problem('https://me:hunter2@tools.example/')).not.toContain('hunter2')
  })
})

describe('http', () => {
  test('on a public host is warned of', () => {
    expect(server('http://tools.example/mcp').warnings[0]).toContain('tools.example')
  })

  test.each([
    'http://localhost/mcp',
    'http://127.0.0.1:1234/',
    'http://[::1]/',
    'https://a.example',
  ])('is fine in %s', (written) => {
    expect(server(written).warnings).toEqual([])
  })
})

describe('a pasted command', () => {
  test('claude mcp add gives its address and headers', () => {
    const reading = server(
      `claude mcp add --transport http acme https://tools.example/mcp \\\n  --header "Authorization: Bearer abc" -H 'X-Team: blue'`,
    )
    expect(reading.url).toBe('https://tools.example/mcp')
    expect(reading.headers).toEqual([
      ['Authorization', 'Bearer abc'],
      ['X-Team', 'blue'],
    ])
    expect(reading.notes[0]).toContain('Authorization, X-Team')
  })

  test('claude mcp add-json gives the address of its block', () => {
    expect(
      server(`claude mcp add-json acme '{"type":"http","url":"https://tools.example/mcp"}'`).url,
    ).toBe('https://tools.example/mcp')
  })

  test('cURL gives its address, and leaves out what the walk sets itself', () => {
    const reading = server(
      `curl -X POST 'https://tools.example/mcp' -H 'Content-Type: application/json' -H 'X-Key: 1' -d '{"a":"https://no.example"}'`,
    )
    expect(reading.url).toBe('https://tools.example/mcp')
    expect(reading.headers).toEqual([['X-Key', '1']])
  })

  test('npx mcp-remote gives the address it would relay', () => {
    expect(server('npx -y mcp-remote https://tools.example/sse').url).toBe(
      'https://tools.example/sse',
    )
  })

  test('without an address says what is missing', () => {
    expect(problem('claude mcp add local -- node server.js')).toContain(
      'mcp add line names no address',
    )
  })
})

describe('a pasted JSON block', () => {
  test.each([
    ['{"mcpServers":{"acme":{"url":"https://tools.example/mcp"}}}'],
    ['{"servers":{"acme":{"type":"http","url":"https://tools.example/mcp"}}}'],
    ['{"acme":{"serverUrl":"https://tools.example/mcp"}}'],
    ['"acme": {"httpUrl": "https://tools.example/mcp"},'],
    ['{"command":"npx","args":["mcp-remote","https://tools.example/mcp"]}'],
    ['[{"type":"mcp","server_url":"https://tools.example/mcp"}]'],
  ])('finds the address in %s', (text) => {
    expect(server(text).url).toBe('https://tools.example/mcp')
  })

  test('takes over its headers', () => {
    const text = '{"url":"https://tools.example/mcp","headers":{"X-Key":"1","Accept":"*/*"}}'
    expect(server(text).headers).toEqual([['X-Key', '1']])
  })

  test('of several servers takes the first and says which', () => {
    const text =
      '{"mcpServers":{"a":{"url":"https://a.example/"},"b":{"url":"https://b.example/"}}}'
    expect(server(text)).toMatchObject({ url: 'https://a.example/' })
    expect(server(text).notes.join()).toContain('2 servers; this is the first with an address, “a”')
  })

  test('that starts a program has no address', () => {
    expect(problem('{"command":"node","args":["server.js"]}')).toContain('local program (“node”)')
  })

  test('that is cut off says where', () => {
    expect(problem('{"mcpServers":{')).toContain('cannot be read')
  })

  test('that is a saved run is opened as one', () => {
    const text = '{"format":"mcp-flow-run","version":1}'
    expect(readAddress(text)).toEqual({ kind: 'run-file', text })
  })
})
