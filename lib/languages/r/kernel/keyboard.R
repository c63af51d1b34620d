# Standard input. R does not ask in a program that has no terminal: readline() would give "" at once, and stdin()
# would be our own file. Here both, and "stdin" by name, are the one stream that the user types into.

keyboard <- NULL

# A program may have called closeAllConnections(), and then the number stands for another one.
leads_to <- function(connection, path) {
  identical(tryCatch(summary(connection)$description, error = function(e) ""), path)
}

open_keyboard <- function() {
  if (leads_to(keyboard, "stdin")) close(keyboard)
  keyboard <<- file("stdin", "r", encoding = "UTF-8")
}

# Whether a connection, or the name of one, means standard input and is not open yet.
is_keyboard <- function(connection) {
  if (is.character(connection)) return(identical(connection, "stdin"))
  if (!inherits(connection, "file")) return(FALSE)
  about <- tryCatch(summary(connection), error = function(e) NULL)
  identical(about$description, "stdin") && identical(about$opened, "closed")
}

keyboard_functions <- function() {
  base_readLines <- base::readLines
  base_scan <- base::scan
  list(
    stdin = function() keyboard,
    readline = function(prompt = "") {
      cat(prompt, sep = "")
      flush(stdout())
      line <- base_readLines(keyboard, n = 1L, warn = FALSE)
      if (length(line) == 0) "" else line
    },
    readLines = function(con = stdin(), n = -1L, ok = TRUE, warn = TRUE, encoding = "unknown", skipNul = FALSE) {
      if (is_keyboard(con)) {
        if (!is.character(con)) on.exit(close(con))
        return(base_readLines(keyboard, n, ok, FALSE, encoding, skipNul))
      }
      base_readLines(con, n, ok, warn, encoding, skipNul)
    },
    scan = function(file = "", ...) {
      if (is.character(file) && file == "" && is.null(list(...)$text) || is_keyboard(file)) file <- keyboard
      base_scan(file, ...)
    }
  )
}

# In both places where base keeps a function: its namespace and what programs see of it.
replace_in_base <- function(functions) {
  for (name in names(functions)) {
    for (where in list(baseenv(), .BaseNamespaceEnv)) {
      unlockBinding(name, where)
      assign(name, functions[[name]], where)
      lockBinding(name, where)
    }
  }
}
