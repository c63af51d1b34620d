# Errors of R programs, told with the user's own file and lines only; and what does not parse.

text_limit <- 64L * 1024L

shorten <- function(text) {
  text <- paste(text, collapse = "\n")
  # What is no UTF-8 would not be JSON.
  if (!validUTF8(text)) text <- iconv(text, "UTF-8", "UTF-8", sub = "byte")
  size <- nchar(text)
  if (size <= text_limit) return(text)
  sprintf("%s… (%d characters in all)", substr(text, 1L, text_limit), size)
}

# What stands between `step` and the user's first frame: the same at each call, so it is counted once.
own_frames <- local({
  probe <- function() {
    base <- sys.nframe()
    withRestarts(
      withCallingHandlers(
        allowInterrupts({
          value <- withVisible(eval(quote(sys.nframe()), globalenv()))
          value$value - base
        }),
        error = identity
      ),
      none = function() NULL
    )
  }
  probe()
})

# Ours, and R's own on the way to a handler.
machinery <- c(".handleSimpleError", "h", "signalCondition", "withRestarts", ".signalSimpleWarning")

is_machinery <- function(call) {
  head <- call[[1]]
  is.function(head) || (is.name(head) && as.character(head) %in% machinery)
}

place_of <- function(call) {
  ref <- attr(call, "srcref")
  if (is.null(ref)) return(NULL)
  file <- basename(attr(ref, "srcfile")$filename)
  if (!grepl("^(main|cell-[0-9]+)[.]R$", file)) return(NULL)
  list(file = file, line = ref[1], column = ref[5])
}

# The name, value, traceback and place of an error (or an interrupt), from the calls of the program that led to it.
describe_error <- function(error, calls, line) {
  # The innermost that stands in the program's own text.
  places <- Filter(Negate(is.null), lapply(calls, place_of))
  place <- if (length(places) > 0) places[[length(places)]] else list(line = line)
  calls <- Filter(Negate(is_machinery), as.list(calls))
  kind <- class(error)[1]
  if (kind == "simpleError") kind <- "Error"
  message <- if (inherits(error, "interrupt")) "" else text_of(error)
  head <- headline(error, message)
  described <- list(
    name = kind,
    value = shorten(message),
    traceback = shorten(c(head, if (length(calls) > 0) trace_lines(calls))),
    line = place$line
  )
  if (!is.null(place$column)) described$column <- place$column
  described
}

text_of <- function(error) {
  tryCatch(paste(conditionMessage(error), collapse = "\n"), error = function(e) "<the message could not be shown>")
}

# As R prints it: `Error in f(x) : message`, without a call that is ours.
headline <- function(error, message, word = "Error") {
  if (inherits(error, "interrupt")) return("Interrupted")
  call <- users_call(error)
  if (is.null(call)) return(sprintf("%s: %s", word, message))
  between <- if (nchar(call) + nchar(message) > 76) "\n  " else " "
  sprintf("%s in %s :%s%s", word, call, between, message)
}

users_call <- function(condition) {
  call <- tryCatch(conditionCall(condition), error = function(e) NULL)
  if (is.null(call)) return(NULL)
  text <- deparse(call, nlines = 1L)[1]
  if (startsWith(text, "eval(expression, globalenv())") || startsWith(text, "withVisible(eval(")) NULL else text
}

trace_limit <- 40L

# As traceback() has them, the last call first.
trace_lines <- function(calls) {
  numbers <- rev(seq_along(calls))
  left_out <- 0L
  if (length(numbers) > trace_limit) {
    left_out <- length(numbers) - trace_limit
    numbers <- c(utils::head(numbers, trace_limit / 2L), NA, utils::tail(numbers, trace_limit / 2L))
  }
  vapply(numbers, function(at) {
    if (is.na(at)) return(sprintf("   ... (%d more calls)", left_out))
    call <- calls[[at]]
    place <- place_of(call)
    where <- if (is.null(place)) "" else sprintf(" at %s#%d", place$file, place$line)
    sprintf("%d: %s%s", at, strtrim(deparse(call, nlines = 1L)[1], 100L), where)
  }, "")
}

# Prints it at once; FALSE where R is to do what it would.
tells_warning <- function(warning) {
  if (getOption("warn", 1) < 0) return(TRUE)
  cat(headline(warning, text_of(warning), "Warning"), "\n", sep = "", file = stderr())
  TRUE
}

# `<text>:2:3: unexpected symbol`, then the lines; as an error that has no call.
syntax_error <- function(error) {
  problem <- problem_of(conditionMessage(error))
  list(
    name = "SyntaxError", value = problem$message, line = problem$line, column = problem$column,
    traceback = shorten(paste0("Error: ", sub("^.*?[0-9]+:[0-9]+: ", "", conditionMessage(error), perl = TRUE)))
  )
}

problem_of <- function(message) {
  first <- strsplit(message, "\n", fixed = TRUE)[[1]][1]
  found <- regmatches(first, regexec(":([0-9]+):([0-9]+): (.*)$", first))[[1]]
  # Some come without columns, or without a place at all: `invalid multibyte character in parser at line 2`.
  if (length(found) == 4) {
    return(list(line = max(1L, as.integer(found[2])), column = max(1L, as.integer(found[3])), message = found[4]))
  }
  line <- regmatches(first, regexec("line ([0-9]+)", first))[[1]]
  if (length(line) != 2) line <- regmatches(first, regexec(":([0-9]+):", first))[[1]]
  list(line = if (length(line) == 2) max(1L, as.integer(line[2])) else 1L, column = 1L, message = first)
}

# At most one: R stops at the first.
check <- function(code) {
  lines <- strsplit(code, "\r\n|\n|\r")[[1]]
  error <- tryCatch({
    parse(text = lines, keep.source = FALSE)
    NULL
  }, error = identity)
  if (is.null(error)) return(list())
  problem <- problem_of(conditionMessage(error))
  # The end of the program is behind its last line.
  line <- min(problem$line, max(1L, length(lines)))
  column <- if (line < problem$line) nchar(lines[line]) + 1L else problem$column
  list(list(
    name = "SyntaxError", line = line, column = column, endLine = line, endColumn = column + 1L,
    message = problem$message, severity = "error"
  ))
}
