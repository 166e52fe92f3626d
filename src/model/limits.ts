/** Largest file that is read, in bytes (security decision 6). */
export const LARGEST_FILE = 1024 * 1024

/** Longest front matter that is read: what one document could ever need, and no more. */
export const LONGEST_FRONT_MATTER = { characters: 64 * 1024, lines: 2000 } as const
