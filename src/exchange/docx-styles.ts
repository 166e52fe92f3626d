import type { IStylesOptions } from 'docx'
import type { Language } from '../model/said.js'

const INK = '1B1B1B'
const MUTED = '4A4A4A'
const BLUE = '22577A'

/** A heading: the outline level is what Word's navigation, contents and screen readers go by. */
const heading = (size: number, before: number, outlineLevel: number, color: string) => ({
  run: { size, bold: true, color, font: 'Calibri' },
  paragraph: { outlineLevel, keepNext: true, spacing: { before, after: 100 } },
})

const stylesIn = (language: string): IStylesOptions => ({
  default: {
    document: {
      run: { font: 'Calibri', size: 21, color: INK, language: { value: language } },
      paragraph: { spacing: { after: 100 } },
    },
    title: {
      run: { size: 44, bold: true, color: INK, font: 'Calibri' },
      paragraph: { spacing: { after: 60 } },
    },
    heading1: heading(30, 300, 0, BLUE),
    heading2: heading(24, 260, 1, INK),
  },
  paragraphStyles: [
    {
      id: 'Scope',
      name: 'Scope',
      basedOn: 'Normal',
      run: { color: MUTED, size: 24 },
      paragraph: { spacing: { after: 200 } },
    },
    {
      id: 'Note',
      name: 'Note',
      basedOn: 'Normal',
      run: { color: MUTED, size: 18 },
      paragraph: { spacing: { before: 60, after: 60 } },
    },
    { id: 'OwnWords', name: 'OwnWords', basedOn: 'Normal', run: { color: MUTED, italics: true } },
    {
      id: 'ContentsTitle',
      name: 'ContentsTitle',
      basedOn: 'Normal',
      run: { bold: true, size: 24 },
      paragraph: { spacing: { before: 240 }, keepNext: true },
    },
    {
      id: 'ContentsLine',
      name: 'ContentsLine',
      basedOn: 'Normal',
      paragraph: { spacing: { after: 40 } },
    },
    {
      id: 'Cell',
      name: 'Cell',
      basedOn: 'Normal',
      run: { size: 18 },
      paragraph: { spacing: { before: 30, after: 30 } },
    },
    {
      id: 'Record',
      name: 'Record',
      basedOn: 'Normal',
      run: { size: 19 },
      paragraph: { spacing: { after: 20 }, keepLines: true },
    },
  ],
})

/** How the parts of a report look in Word. */
export const STYLES: Readonly<Record<Language, IStylesOptions>> = {
  sv: stylesIn('sv-SE'),
  en: stylesIn('en-GB'),
}
