# What may be written next, by R's own completion, from what the context holds.

complete_limit <- 200L

utf16_length <- function(text) {
  points <- utf8ToInt(enc2utf8(text))
  if (length(points) == 0 || anyNA(points)) 0L else length(points) + sum(points > 0xFFFF)
}

# `code` is what stands before the cursor. Gives the range to replace, in UTF-16 units, and the items.
complete <- function(code) {
  size <- utf16_length(code)
  nothing <- list(start = size, end = size, items = list())
  line <- sub("^.*\n", "", code)
  tryCatch({
    setTimeLimit(elapsed = 0.3, transient = TRUE)
    on.exit(setTimeLimit())
    utils <- asNamespace("utils")
    utils$.assignLinebuffer(line)
    utils$.assignEnd(nchar(line))
    token <- utils$.guessTokenFromLine()
    utils$.completeToken()
    found <- utils::head(utils$.retrieveCompletions(), complete_limit)
    # `frame$na` stays as it is up to the `$`; a word is replaced as a whole.
    list(start = size - utf16_length(token), end = size, items = lapply(found, item_of))
  }, error = function(e) nothing, interrupt = function(e) nothing)
}

item_of <- function(label) {
  label <- sub("\\s*=\\s*$", " = ", label)
  name <- sub("^.*[$@:]", "", label)
  value <- tryCatch(get0(name, globalenv()), error = function(e) NULL)
  kind <- if (grepl("= $", label)) "property" else if (grepl("::$", label)) "module"
  else if (grepl("[$@]", label)) "property" else if (is.function(value)) "function" else "variable"
  list(label = label, kind = kind)
}
