import type { LanguageFacts } from '../language-facts';

export const r: LanguageFacts = {
  name: 'R',
  runtime: 'R',
  aliases: ['rscript'],
  fileName: 'main.R',
  extensions: ['r'],
  indentColumns: 2,
  promptMarks: { first: '> ', next: '+ ' },
  text: {
    lineComment: '#',
    keywords:
      'Inf NULL NA FALSE TRUE T F NaN NA_integer_ NA_real_ NA_complex_ NA_character_ pi break next return if else for in ' +
      'repeat while function library require',
    needsMore:
      /(?:<-|->|\|>|%[^%\s]*%|[-+*/^=<>!&|,~$@:]|\b(?:else|repeat|in|function\s*\([^()]*\)))\s*$/,
  },
  takesUp: {
    text: 'lines <- readLines({path})',
    csv: 'data <- read.csv({path})',
    own: 'source({path})',
  },
  touchKeys: ['<-', '$', '|>', '~', '%'],
  firstProgram: `# Press Run and watch.
cat("Welcome to the bay!\\n")

for (step in 0:15) {
  wave <- sin(step / 2)
  indent <- round(14 + 13 * wave)
  cat(strrep(" ", indent), "~ ~\\n", sep = "")
  Sys.sleep(0.08)
}

heights <- sin(seq(0, 8, by = 0.1))
plot(heights, type = "l", col = "navy")

cat("Your turn: change something.\\n")
`,
};
