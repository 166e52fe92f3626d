/** The languages that the program speaks. */
export type Language = 'sv' | 'en'

/** A sentence in every language, written where it is said. A missing one does not compile. */
export type Said = Readonly<Record<Language, string>>

/** Joins sentences into one, in each language. */
export const saidTogether = (parts: readonly Said[], between = ' '): Said => ({
  sv: parts.map(part => part.sv).join(between),
  en: parts.map(part => part.en).join(between),
})

/** The same text in every language: names, ids, what stands in a file. */
export const asWritten = (text: string): Said => ({ sv: text, en: text })

/** "a, b och c": names in a row, as the language joins them. */
export const enumerated = (words: readonly string[]): Said => ({
  sv: joined(words, 'och'),
  en: joined(words, 'and'),
})

/** "a, b eller c": choices in a row. */
export const choices = (words: readonly string[]): Said => ({
  sv: joined(words, 'eller'),
  en: joined(words, 'or'),
})

const joined = (words: readonly string[], last: string): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words[words.length - 1]}`
