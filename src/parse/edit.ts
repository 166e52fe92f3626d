/** A change of a text: what stands between two offsets gives way to something else. */
export interface Edit {
  readonly from: number
  readonly to: number
  readonly by: string
}

/** Makes a change; every other character stays as it was. */
export const edited = (text: string, { from, to, by }: Edit): string =>
  text.slice(0, from) + by + text.slice(to)
