import type { Stretch } from './difference.ts'

/** A string with the characters marked that another one does not have. Spaces among them are made visible. */
export function MarkedText({ stretches }: { stretches: readonly Stretch[] }) {
  return (
    <span className="wrap-anywhere whitespace-pre-wrap">
      {stretches.map(({ text, same }, index) =>
        same ? (
          <span key={index}>{text}</span>
        ) : (
          <mark
            key={index}
            className="border-error bg-error-soft text-error rounded-xs border-b-2 px-0.5"
          >
            {text.replaceAll(/^ +| +$/g, (spaces) => '␣'.repeat(spaces.length))}
          </mark>
        ),
      )}
    </span>
  )
}
