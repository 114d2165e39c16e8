/** The languages whose sources rules read. */
export type Language = 'python' | 'javascript'
