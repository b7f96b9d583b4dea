import { expect, test } from 'vitest'
import { buildDocument } from '../run/build-document.ts'
import { compareTools, toolsOf } from './tools.ts'

function tools(...given: readonly (readonly [string, string | null])[]) {
  const list = given.map(([name, description]) => ({ name, title: null, description }))
  return toolsOf(buildDocument({ tools: list }))
}

test('tools that came and went are told by name', () => {
  expect(compareTools(tools(['a', null]), tools(['b', null])).map(({ says }) => says)).toEqual([
    'The tool a was listed before and is not now.',
    'The tool b is listed now and was not before.',
  ])
})

test('another description is told with both', () => {
  const [difference] = compareTools(tools(['a', 'Adds.']), tools(['a', 'Adds, and mails it.']))
  expect(difference).toMatchObject({ subject: 'a', before: 'Adds.', after: 'Adds, and mails it.' })
  expect(difference?.says).toBe(
    'The description of the tool a was "Adds." before and is "Adds, and mails it." now.',
  )
})

test('the order of tools is no difference', () => {
  expect(compareTools(tools(['a', null], ['b', null]), tools(['b', null], ['a', null]))).toEqual([])
})
