import { describe, expect, test } from 'vitest'
import { parseStartOptions } from './start-options.ts'

describe('parseStartOptions', () => {
  test('serves the page at 4280 with its practice server when nothing is said', () => {
    expect(parseStartOptions([])).toEqual({
      kind: 'options',
      port: 4280,
      practice: true,
      open: false,
    })
  })

  test('reads the options', () => {
    expect(parseStartOptions(['--port', '8080', '--no-practice', '--open'])).toEqual({
      kind: 'options',
      port: 8080,
      practice: false,
      open: true,
    })
  })

  test.each([
    [['--port', '70000'], '--port 70000: a port is a number from 0 to 65535'],
    [['--port', 'http'], '--port http: a port is a number from 0 to 65535'],
    [['--prot', '1'], "Unknown option '--prot'"],
    [['there'], "Unexpected argument 'there'"],
  ])('says what is wrong with %j', (args, message) => {
    expect(parseStartOptions(args)).toMatchObject({ kind: 'wrong' })
    expect(JSON.stringify(parseStartOptions(args))).toContain(message)
  })
})
