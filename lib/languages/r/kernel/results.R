# Values as results, in every form that they offer.

# One result; the server keeps a limit on all of a run's together.
item_limit <- 4L * 1024L * 1024L
table_rows <- 1000L
html_rows <- 60L

limited <- function(item) {
  encoded <- json(item)
  if (nchar(encoded, "bytes") <= item_limit) return(encoded)
  text <- if (is.null(item$text)) "A result of more than 4 MiB is not shown." else item$text
  json(list(text = text))
}

print_value <- function(value) {
  if (isS4(value)) methods::show(value) else print(value)
}

# What it prints. A file, since a text connection is slow with many lines.
printed <- function(value) {
  connection <- file(open = "w+", encoding = "UTF-8")
  depth <- sink.number()
  sink(connection)
  on.exit({
    while (sink.number() > depth) sink()
    close(connection)
  })
  print_value(value)
  sub("\n+$", "", shorten(readLines(connection, warn = FALSE, encoding = "UTF-8")))
}

# The main result; nothing where printing it shows nothing, as with a plot.
show_main <- function(value) {
  item <- represent(value)
  if (nzchar(item$text) || length(item) > 1) send_result(c(item, isMainResult = TRUE))
}

# Forms that a value offers by methods of its class, as R's notebooks know them: `repr_html.boat <- function(obj, ...)`.
forms <- c("html", "markdown", "latex", "svg", "png", "jpeg", "json")

own_forms <- function(value) {
  item <- list()
  for (form in forms) for (class in class(value)) {
    method <- get0(paste0("repr_", form, ".", class), globalenv(), mode = "function")
    if (is.null(method)) next
    item[[form]] <- tryCatch(encoded_form(form, method(value)), error = function(e) NULL)
    break
  }
  item
}

encoded_form <- function(form, data) {
  if (is.raw(data)) return(gsub("\n", "", jsonlite::base64_enc(data), fixed = TRUE))
  if (form %in% c("json", "chart") && is.character(data)) return(jsonlite::parse_json(paste(data, collapse = "\n")))
  if (form %in% c("json", "chart")) data else paste(data, collapse = "\n")
}

represent <- function(value) {
  item <- c(list(text = printed(value)), own_forms(value))
  if (is.data.frame(value)) {
    item$html <- tryCatch(html_table(value), error = function(e) NULL)
    item$table <- tryCatch(plain_table(value), error = function(e) NULL)
  }
  item
}

# Columns as plain cells: numbers, truths and text.
plain_column <- function(column) {
  if (is.list(column)) return(vapply(column, function(cell) paste(format(cell), collapse = ", "), ""))
  if (is.numeric(column) && is.null(attr(column, "class"))) return(as.vector(column))
  if (is.logical(column)) return(as.vector(column))
  text <- if (is.character(column) || is.factor(column)) as.character(column) else format(column)
  text[is.na(column)] <- NA_character_
  enc2utf8(text)
}

plain_frame <- function(frame, rows) {
  frame <- as.data.frame(frame)
  head <- frame[seq_len(min(rows, nrow(frame))), , drop = FALSE]
  columns <- c(list(row.names(head)), lapply(head, plain_column))
  names(columns) <- NULL
  list(names = c("", enc2utf8(names(frame))), columns = columns, size = nrow(head))
}

plain_table <- function(frame) {
  plain <- plain_frame(frame, table_rows)
  rows <- lapply(seq_len(plain$size), function(at) lapply(plain$columns, `[[`, at))
  list(columns = as.list(plain$names), rows = rows, rowCount = nrow(frame))
}

html_table <- function(frame) {
  plain <- plain_frame(frame, html_rows)
  escaped <- function(text) gsub("<", "&lt;", gsub("&", "&amp;", text, fixed = TRUE), fixed = TRUE)
  cells <- function(tag, texts) paste0("<", tag, ">", escaped(texts), "</", tag, ">", collapse = "")
  columns <- lapply(plain$columns, function(column) ifelse(is.na(column), "NA", format(column, trim = TRUE)))
  rows <- vapply(seq_len(plain$size), function(at) {
    texts <- vapply(columns, `[[`, "", at)
    paste0("<tr>", cells("th", texts[1]), cells("td", texts[-1]), "</tr>")
  }, "")
  paste0(
    "<table><thead><tr>", cells("th", plain$names), "</tr></thead><tbody>", paste(rows, collapse = "\n"),
    "</tbody></table>"
  )
}

# What programs call, as in a notebook. JSON and charts are lists, or JSON in a text.
display_functions <- function(send) {
  shown <- c(forms, "chart")
  functions <- lapply(shown, function(form) {
    force(form)
    function(data) send(structure(list(encoded_form(form, data)), names = form))
  })
  names(functions) <- paste0("display_", shown)
  c(list(display = function(...) for (value in list(...)) send(represent(value))), functions)
}
