import fc from 'fast-check'

// Random inputs of properties are the same in every run.
fc.configureGlobal({ seed: 20120613 })
