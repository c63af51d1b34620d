import type { LanguagePrograms } from '@/lib/agentbay/engines/language-programs';

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
  loopLines: [3],
  exits: 'quit(status = 3)',
  grows: 'x <- list()\nfor (i in 1:1000) x[[i]] <- runif(1e6)',
  writes: 'writeLines("from here", "out.txt")',
  reads: 'readLines("in.txt", warn = FALSE)',
  leaves: 'system("sleep 60 &")',
  programs: {
    recurses: 'f <- function(n) f(n + 1)\nf(1)',
    recursion: /infinite recursion|C stack usage|nested too deeply/,
    child: 'cat("before\\n")\nsystem("echo child")\ncat("after\\n")',
    parallel:
      'for (n in parallel::mclapply(1:3, function(i) i^2, mc.cores = 2)) cat(n, "\\n", sep = "")',
    random: 'runif(1)',
    leavesFile: 'writeLines("x", "/tmp/left")',
  },
  results: {
    shows: 'for (i in 0:19) {\n  display(i)\n  cat(i, "\\n", sep = "")\n}',
    forms:
      'display_html("<b>x</b>")\ndisplay_markdown("*m*")\ndisplay_svg("<svg/>")\ndisplay_latex("$x$")\ndisplay_json(list(a = list(1)))\ndisplay_chart(list(mark = "bar"))\ndisplay_png(as.raw(1:3))',
    table: 'data.frame(n = 2:1, s = c("x", NA))',
    offers:
      'repr_html.boat <- function(obj, ...) "<i>own</i>"\nprint.boat <- function(x, ...) cat("a boat\\n")\nstructure(list(), class = "boat")',
    failsToOffer:
      'repr_html.boat <- function(obj, ...) stop("no")\nprint.boat <- function(x, ...) cat("a boat\\n")\nstructure(list(), class = "boat")',
    large: 'display_html(strrep("x", 5 * 1024^2))',
    draws: 'plot(1:3)',
  },
  completion: {
    harbour: 'harbour <- 1',
    after: 's <- "😀"; ',
    library: ['mea', 'mean'],
    part: ['boat <- list(sails = 2)', 'boat$sa', 'boat$sails'],
  },
  files: {
    helper: {
      path: 'helper.R',
      text: 'f <- function(x) x * 2 + 2\n',
      code: 'source("helper.R")\ncat(f(20), "\\n", sep = "")',
    },
  },
};
