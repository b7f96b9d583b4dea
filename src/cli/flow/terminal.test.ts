import { describe, expect, test } from 'vitest'
import { createTerminal } from './terminal.ts'

function open(how: { readonly json: boolean; readonly isTTY: boolean }) {
  const written = { stdout: '', stderr: '' }
  const stream = (name: keyof typeof written) => ({
    isTTY: how.isTTY,
    columns: 12,
    write: (text: string) => {
      written[name] += text
      return true
    },
  })
  const streams = { stdout: stream('stdout'), stderr: stream('stderr') }
  return { written, terminal: createTerminal(streams, how) }
}

describe('the terminal', () => {
  test('keeps standard output for the documents when they are wanted alone', () => {
    const { written, terminal } = open({ json: true, isTTY: false })
    terminal.say('words')
    terminal.print('{}')
    expect(written).toEqual({ stdout: '{}\n', stderr: 'words\n' })
  })

  test('shows progress in one line that goes away, and cuts it to the width', () => {
    const { written, terminal } = open({ json: false, isTTY: true })
    terminal.show('1 of 3 a, b, c')
    terminal.say('done')
    terminal.show('')
    expect(written.stdout).toBe('1 of 3 a, b\r\u001B[2Kdone\n')
  })

  test('shows no progress where nobody watches', () => {
    const { written, terminal } = open({ json: false, isTTY: false })
    terminal.show('1 of 3')
    expect(written).toEqual({ stdout: '', stderr: '' })
  })
})
