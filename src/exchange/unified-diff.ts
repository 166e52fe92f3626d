import { createTwoFilesPatch } from 'diff'
import type { Language, Said } from '../model/said.js'

/** A file before and after a change. */
export interface ChangedFile {
  readonly path: string
  /** Another place in the archive, where it is moved. */
  readonly to?: string
  readonly before: string
  readonly after: string
  /** True of a document whose text may not be shown. */
  readonly isClosed: boolean
}

/** Changes as git shows them, and as `git apply` takes them. */
export const unifiedDiff = (files: readonly ChangedFile[], language: Language): string =>
  files
    .map(({ path, to = path, before, after, isClosed }) => {
      const head = `diff --git a/${path} b/${to}\n`
      const moved = to === path ? '' : `rename from ${path}\nrename to ${to}\n`
      if (before === after) return head + moved
      if (isClosed) return `${head}${moved}# ${CLOSED[language]}\n`
      const patch = createTwoFilesPatch(`a/${path}`, `b/${to}`, before, after, undefined, undefined, {
        context: 1,
      })
      return head + moved + patch.replace(/^=+\n/, '')
    })
    .join('')

const CLOSED: Said = {
  sv: 'Ändringen visas inte, för dokumentet är inte öppet.',
  en: 'The change is not shown, because the document is not open.',
}
