import type { Section } from './body.js'
import type { Document } from './document.js'
import { isFields, listOf, textOf } from './fields.js'
import { folded } from './text.js'

/**
 * The sections of a document that are a blank form to be filled in elsewhere, by index: those that `bilagor` names with
 * `blankett: true`, those of a routine or agreement whose heading is that of a form, and all below them (seed S3).
 */
export function blankFormsOf(document: Document): ReadonlySet<number> {
  const { sections } = document.body
  const named = namedForms(document)
  const isRoutine = document.typ === 'rutin' || document.typ === 'överenskommelse'
  const blank = new Set<number>()
  if (named.size === 0 && !isRoutine) return blank
  for (const section of sections) {
    const isBelow = section.parent !== undefined && blank.has(section.parent)
    if (isBelow || named.has(folded(section.title)) || (isRoutine && isFormHeading(section)))
      blank.add(section.index)
  }
  return blank
}

const namedForms = ({ fields }: Document): ReadonlySet<string> =>
  new Set(
    listOf(fields, 'bilagor').flatMap(each => {
      if (!isFields(each) || textOf(each, 'blankett') !== 'true') return []
      return [textOf(each, 'avsnitt'), textOf(each, 'titel')].flatMap(title =>
        title === undefined ? [] : [folded(title)],
      )
    }),
  )

const isFormHeading = ({ title }: Section): boolean => FORM.test(title)

const FORM =
  /blankett|formulär|\bmall\b|^bilaga \d|^(?:gemensam |samordnad individuell )?(?:genomförandeplan|plan|sip)$|^avvikelse(?:rapport|berättelse)$|^samtycke$/i
