import type { Said } from './said.js'

/** What is said where git could not join two versions: of any lines, and of nothing but lines of `justering`. */
export const CONFLICT_WORDS: readonly (readonly [
  code: string,
  words: { readonly says: Said; readonly advice: Said },
])[] = [
  [
    'CONFLICT',
    {
      says: {
        sv: 'Här står två versioner som git inte kunde foga ihop.',
        en: 'Here stand two versions that git could not join.',
      },
      advice: {
        sv: 'Behåll det som ska gälla och ta bort raderna med `<<<<<<<`, `=======` och `>>>>>>>`.',
        en: 'Keep what is to hold and take out the lines with `<<<<<<<`, `=======` and `>>>>>>>`.',
      },
    },
  ],
  [
    'CONFLICT_OF_ADJUSTMENTS',
    {
      says: {
        sv: 'Två har justerat var för sig, och git har ställt deras rader mot varandra.',
        en: 'Two have adjusted apart from each other, and git has set their lines against one another.',
      },
      advice: {
        sv: 'Behåll bådas rader: ta bara bort raderna med `<<<<<<<`, `=======` och `>>>>>>>`, och spara i git.',
        en: 'Keep the lines of both: only take out the lines with `<<<<<<<`, `=======` and `>>>>>>>`, and commit.',
      },
    },
  ],
]
