import {
  AlignmentType,
  BorderStyle,
  Document,
  type FileChild,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from 'docx'
import type { Language } from '../model/said.js'
import type { ShownChart } from '../model/shown-chart.js'
import { settingOf } from '../model/shown-record.js'
import { type ShownChapter, type ShownSheet, type ShownTable, tablesInOrder } from '../model/shown-sheet.js'
import { chartMark, withCharts } from './docx-charts.js'
import { contentsOf, headingOf } from './docx-contents.js'
import { settled } from './docx-parts.js'
import { STYLES } from './docx-styles.js'
import { recordParagraphs, tableOf } from './docx-tables.js'
import { packed, partsOf } from './zip.js'

/**
 * A sheet as a Word document: headings that Word and screen readers know, tables whose heads are repeated, charts that
 * Word draws itself, a chapter on a page of its own. The same sheet gives the same bytes.
 */
export async function asDocx(sheet: ShownSheet, language: Language): Promise<Uint8Array> {
  const charts: ShownChart[] = []
  const isLying = tablesInOrder(sheet).some(({ table }) => settingOf(table) === 'lying')
  const width = (isLying ? A4.height : A4.width) - 2 * MARGIN
  const paper = new Paper(language, width, charts)
  const document = new Document({
    title: clean(sheet.title),
    creator: 'samverkan',
    lastModifiedBy: 'samverkan',
    description: clean(sheet.scope),
    styles: STYLES[language],
    hyphenation: { autoHyphenation: true },
    sections: [
      {
        properties: {
          page: {
            margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
            size: {
              width: A4.width,
              height: A4.height,
              orientation: isLying ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
          },
        },
        footers: { default: footer(language) },
        children: [...paper.children(sheet)],
      },
    ],
  })
  const parts = partsOf(await Packer.toBuffer(document))
  return packed(settled(withCharts(parts, charts, language)))
}

/** Twentieths of a point. */
const A4 = { width: 11906, height: 16838 }
const MARGIN = 1134

function footer(language: Language): Footer {
  const between = { sv: ' av ', en: ' of ' }[language]
  const page = { sv: 'Sida ', en: 'Page ' }[language]
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        style: 'Note',
        children: [new TextRun({ children: [page, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES] })],
      }),
    ],
  })
}

/** A sheet on its way to paragraphs and tables. */
class Paper {
  private readonly language: Language
  /** Of a line, in twentieths of a point. */
  private readonly width: number
  /** Every chart that has been given a place, in order. */
  private readonly charts: ShownChart[]

  constructor(language: Language, width: number, charts: ShownChart[]) {
    this.language = language
    this.width = width
    this.charts = charts
  }

  children(sheet: ShownSheet): readonly FileChild[] {
    return [
      new Paragraph({ text: clean(sheet.title), heading: HeadingLevel.TITLE }),
      new Paragraph({ text: clean(sheet.scope), style: 'Scope' }),
      ...bullets(sheet.summary),
      ...contentsOf(sheet, this.language, this.width),
      ...sheet.tables.flatMap(table => this.table(table, 1)),
      ...sheet.chapters.flatMap((chapter, index) => this.chapter(chapter, index)),
      ...sheet.sources.map(source => new Paragraph({ text: clean(source), style: 'Note' })),
    ]
  }

  private chapter({ title, summary, tables, ownWords }: ShownChapter, index: number): readonly FileChild[] {
    return [
      headingOf(clean(title), index),
      ...bullets(summary),
      ...(ownWords === undefined ? [] : ownWordsOf(ownWords)),
      ...tables.flatMap(table => this.table(table, 2)),
    ]
  }

  private table(table: ShownTable, level: 1 | 2): readonly FileChild[] {
    const heading = level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2
    return [
      new Paragraph({ text: clean(table.title), heading }),
      ...(table.chart === undefined ? [] : [this.placeOf(table.chart)]),
      ...(table.rows.length === 0
        ? [new Paragraph({ text: table.empty })]
        : settingOf(table) === 'records'
          ? recordParagraphs(table, this.language)
          : [tableOf(table, this.width)]),
      ...table.notes.map(note => new Paragraph({ text: clean(note), style: 'Note' })),
    ]
  }

  private placeOf(chart: ShownChart): Paragraph {
    this.charts.push(chart)
    return new Paragraph({ keepNext: true, children: [new TextRun(chartMark(this.charts.length))] })
  }
}

const bullets = (texts: readonly string[]): readonly Paragraph[] =>
  texts.map(text => new Paragraph({ text: clean(text), bullet: { level: 0 } }))

/** A frame to write in: what is to be written, and some lines for it. */
function ownWordsOf(text: string): readonly Paragraph[] {
  const side = { style: BorderStyle.DASHED, size: 4, color: '6B6B6B', space: 6 }
  const border = { top: side, bottom: side, left: side, right: side }
  return [
    new Paragraph({ text: clean(text), style: 'OwnWords', border }),
    ...Array.from({ length: 4 }, () => new Paragraph({ text: '', border })),
  ]
}

/** A text without what XML cannot hold, on one line. */
const clean = (text: string): string =>
  text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').replace(/[\ufffe\uffff]|\p{Cs}/gu, '')
