import type { Paper } from '../papers/paper.ts'
import type { Contents } from './blocks.ts'
import { catalogueTable } from './catalogue-table.ts'
import { claimsTable, deviationsTable, headerBlock, outcomesTable } from './paper-tables.ts'
import { overviewPicture, pictureBlock, picturePath } from './picture/overview.ts'
import type { GoldenOf } from './place.ts'
import { armsTables, goldensTable, hyperparametersTable } from './run-tables.ts'

/** A Markdown file of the project, and what its generated blocks must hold. */
export interface Document {
  /** Relative to the checkout, with forward slashes. */
  readonly path: string
  readonly contents: Contents
}

/** Every document with generated blocks. Pure: it depends on declarations and goldens alone. */
export function documents(papers: readonly Paper[], goldenOf: GoldenOf): Document[] {
  const root = {
    path: 'README.md',
    contents: {
      picture: pictureBlock(papers, goldenOf),
      results: catalogueTable(papers, goldenOf),
    },
  }
  return [root, ...papers.map((paper) => paperDocument(paper, goldenOf))]
}

/** Files that are generated as a whole: text by path. */
export function generatedFiles(papers: readonly Paper[], goldenOf: GoldenOf): Contents {
  return { [picturePath]: overviewPicture(papers, goldenOf) }
}

/** The README of a paper. */
export function paperDocument(paper: Paper, goldenOf: GoldenOf): Document {
  return {
    path: `src/papers/${paper.slug}/README.md`,
    contents: {
      header: headerBlock(paper),
      claims: claimsTable(paper, goldenOf),
      outcomes: outcomesTable(paper, goldenOf),
      arms: armsTables(paper, goldenOf),
      hyperparameters: hyperparametersTable(paper),
      records: goldensTable(paper, goldenOf),
      deviations: deviationsTable(paper),
    },
  }
}
