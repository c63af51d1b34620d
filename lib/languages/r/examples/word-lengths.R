# Which words does a poem use, and how long are they?
poem <- "The sea is calm tonight
The tide is full the moon lies fair
Upon the straits on the French coast the light
Gleams and is gone the cliffs of England stand"

words <- tolower(unlist(strsplit(poem, "[^A-Za-z]+")))
lengths <- nchar(words)

cat("Words:", length(words), "\n")
cat("Different ones:", length(unique(words)), "\n")
cat("Longest:", unique(words[lengths == max(lengths)]), "\n\n")

counts <- sort(table(words), decreasing = TRUE)
for (word in names(counts)[counts > 1]) {
  cat(sprintf("%5s %s\n", word, strrep("*", counts[[word]])))
}

# How many words have how many letters?
table(lengths)
