import type { StackText } from './stack.ts'

/** Steps that a person takes in a console, one a line. What a server sent may not begin a line of its own. */
export function stepsIn(
  title: string,
  source: StackText['source'],
  lines: readonly string[],
): StackText {
  const text = lines.map((line) => line.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')).join('\n')
  return { title, text, language: 'steps', source }
}
