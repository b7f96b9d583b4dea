import type { Change, ChangeKind, ValuesOf } from './change.ts'

/** What a text is written in. `steps` is what a person does in a console, one line each. */
export type Language = 'typescript' | 'python' | 'nginx' | 'steps'

/** A text to paste, or steps to take, and where. */
export type StackText = {
  /** Where it goes: "Above the routes". */
  readonly title: string
  readonly text: string
  readonly language: Language
  /** Where the product describes it. */
  readonly source: { readonly title: string; readonly url: string }
}

/** A product that people run, and how each kind of change is made there. What it cannot change, it leaves out. */
export type Stack = {
  readonly id: string
  readonly name: string
  readonly texts: {
    readonly [Kind in ChangeKind]?: (values: ValuesOf<Kind>) => readonly StackText[]
  }
}

/** The texts of a stack for one change: none where the stack has no part in it. */
export function textsFor<Kind extends ChangeKind>(
  stack: Stack,
  change: Change<Kind>,
): readonly StackText[] {
  return stack.texts[change.kind]?.(change.values) ?? []
}
