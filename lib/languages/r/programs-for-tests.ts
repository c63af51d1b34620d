import type { LanguagePrograms } from '@/lib/agentbay/engines/language-suite';

/** R's lines of the suite that every language passes. */
export const programs: LanguagePrograms = {
  define: 'x <- 20',
  use: 'x * 2 + 2',
  shown: '[1] 42',
  print: (text) => `cat("${text}\\n")`,
  printError: (text) => `message("${text}")`,
  fails: 'f <- function(a) {\n  b <- a\n  b + "1"\n}\nf(1)',
  error: { name: 'Error', value: 'non-numeric argument to binary operator' },
  broken: 'x <- 1\ny z\n',
  asks: 'name <- readline("Name? ")\ncat("Hi ", name, "\\n", sep = "")',
  readsTwo:
    'cat(readLines("stdin", n = 1), "\\n", sep = "")\ncat(readLines(file("stdin"), n = 1), "\\n", sep = "")',
  loops: 'f <- function() {\n  i <- 0\n  while (TRUE) {\n    i <- i + 1\n  }\n}\nf()',
  loopLine: 3,
  exits: 'quit(status = 3)',
  grows: 'x <- list()\nfor (i in 1:1000) x[[i]] <- runif(1e6)',
  writes: 'writeLines("from here", "out.txt")',
  reads: 'readLines("in.txt")',
  completes: ['x; mea', 'mean'],
  leaves: 'system("sleep 60 &")',
};
