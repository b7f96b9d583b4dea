import { expect, test } from 'vitest'
import { stepsIn } from './steps.ts'

test('a step is one line, whatever a server sent', () => {
  const source = { title: 'Documentation', url: 'https://docs.example/' }
  const { text } = stepsIn('In the console', source, ['Add a\nb', 'Then c'])
  expect(text).toBe('Add a b\nThen c')
})
