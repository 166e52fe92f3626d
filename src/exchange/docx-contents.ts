import {
  Bookmark,
  type FileChild,
  HeadingLevel,
  InternalHyperlink,
  LeaderType,
  PageReference,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from 'docx'
import type { Language } from '../model/said.js'
import type { ShownSheet } from '../model/shown-sheet.js'

/** The contents of a document with chapters: a link for each, and its page. `width` is that of a line, in twentieths of a point. */
export function contentsOf(
  { chapters }: ShownSheet,
  language: Language,
  width: number,
): readonly FileChild[] {
  if (chapters.length === 0) return []
  const name = { sv: 'Innehåll', en: 'Contents' }[language]
  return [
    new Paragraph({ text: name, style: 'ContentsTitle' }),
    ...chapters.map(
      ({ title }, index) =>
        new Paragraph({
          style: 'ContentsLine',
          tabStops: [{ type: TabStopType.RIGHT, position: width, leader: LeaderType.DOT }],
          children: [
            new InternalHyperlink({ anchor: bookmarkOf(index), children: [new TextRun(title)] }),
            new TextRun({ children: [new Tab()] }),
            new PageReference(bookmarkOf(index)),
          ],
        }),
    ),
  ]
}

/** The heading of a chapter, at the top of a page. */
export const headingOf = (title: string, index: number): Paragraph =>
  new Paragraph({
    heading: HeadingLevel.HEADING_1,
    pageBreakBefore: true,
    children: [new Bookmark({ id: bookmarkOf(index), children: [new TextRun(title)] })],
  })

const bookmarkOf = (index: number): string => `chapter_${index + 1}`
