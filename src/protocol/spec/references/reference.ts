/** A section that a rule or a decision cites. */
export type Reference = { readonly title: string; readonly url: string }

/** Sections by their ids. */
export type References = { readonly [id: string]: Reference }
