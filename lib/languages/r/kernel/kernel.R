# Runs R programs in one context, as `Rscript main.R` and a prompt would. Its talk with the agent is described in
# CONTRIBUTING.md ("Add a language"). Everything of ours lives in an environment that programs do not see.
local({
  folder <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE)[1]))
  for (part in c("errors", "results", "plots", "keyboard", "completion")) {
    sys.source(file.path(folder, paste0(part, ".R")), environment())
  }

  workspace <- getwd()
  main <- file.path(workspace, "main.R")
  us <- Sys.getpid()
  control_path <- "/proc/self/fd/10"
  command_path <- "/proc/self/fd/11"
  control <- commands <- NULL

  open_pipes <- function() {
    # A pipe has no beginning to go back to; R says that it will not try.
    control <<- suppressWarnings(file(control_path, "wb"))
    commands <<- fifo(command_path, "r", blocking = TRUE)
  }

  tell <- function(kind, payload) {
    if (Sys.getpid() != us) return(invisible()) # A child that the program forked; only the program itself is heard.
    if (!leads_to(control, control_path)) open_pipes()
    writeLines(enc2utf8(paste0(kind, payload)), control, useBytes = TRUE)
    flush(control)
  }

  next_command <- function() {
    if (!leads_to(commands, command_path)) open_pipes()
    line <- readLines(commands, n = 1L, encoding = "UTF-8", warn = FALSE)
    if (length(line) == 0) base_quit("no", 0L, FALSE)
    jsonlite::fromJSON(line, simplifyVector = FALSE)
  }

  json <- function(value) {
    jsonlite::toJSON(value, auto_unbox = TRUE, null = "null", na = "null", digits = NA, force = TRUE)
  }

  # Waits until it has been taken, so that results and output keep their order.
  send_result <- function(item) {
    if (Sys.getpid() != us) return(invisible())
    tell("R", limited(item))
    next_command()
    invisible()
  }

  answer <- function(question) {
    reply <- if (!is.null(question$check)) {
      list(t = "checked", problems = check(question$check))
    } else {
      c(list(t = "completed"), complete(question$complete))
    }
    tell("C", json(c(reply, id = question$id)))
  }

  run <- function(command) {
    tell("B", command$n)
    clear_folders(command$wipe)
    tempdir(check = TRUE) # R's own folder was among them.
    open_keyboard()
    name <- if (command$fresh) main else file.path(workspace, sprintf("cell-%d.R", command$count))
    if (command$fresh) write_source(command$code)
    code <- strsplit(command$code, "\r\n|\n|\r")[[1]]
    status <- execute(if (length(code) == 0) "" else code, name)
    while (sink.number() > 0) sink()
    finish_plots()
    flush(stdout())
    if (Sys.getpid() != us) base_quit("no", status, FALSE)
    tell("D", paste(command$n, status))
  }

  # Its exit status.
  execute <- function(code, name) {
    source <- srcfilecopy(name, code, isFile = TRUE)
    program <- tryCatch(parse(text = code, keep.source = TRUE, srcfile = source), error = identity)
    if (inherits(program, "error")) {
      tell("E", json(syntax_error(program)))
      return(1L)
    }
    places <- attr(program, "srcref")
    for (at in seq_along(program)) {
      line <- places[[at]][1]
      # Where it is, should it never come to say so.
      tell("L", line)
      status <- tryCatch(step(program[[at]], line, at == length(program)), error = function(error) {
        # Too deep for a handler that looks at the calls.
        tell("E", json(describe_error(error, list(), line)))
        1L
      })
      send_plots(finished_only = TRUE)
      if (!is.null(status)) return(status)
    }
    0L
  }

  # One expression of the top level. NULL where the program goes on, else its exit status.
  step <- function(expression, line, is_last) {
    end <- function(status) invokeRestart("runbay_end", status)
    base <- sys.nframe() + own_frames
    withRestarts(
      withCallingHandlers(
        allowInterrupts({
          value <- withVisible(eval(expression, globalenv()))
          if (value$visible) show(value$value, is_last)
        }),
        error = function(error) {
          if (inherits(error, "stackOverflowError")) return()
          calls <- sys.calls()
          described <- describe_error(error, calls[seq_along(calls) > base], line)
          try(finish_plots(), silent = TRUE)
          tell("E", json(described))
          end(1L)
        },
        warning = function(warning) {
          if (getOption("warn", 1) < 2 && tells_warning(warning)) invokeRestart("muffleWarning")
        },
        interrupt = function(interrupt) {
          calls <- sys.calls()
          described <- describe_error(interrupt, calls[seq_along(calls) > base], line)
          tell("W", described$line)
          tell("E", json(described))
          end(130L)
        }
      ),
      runbay_end = function(status) status
    )
  }

  show <- function(value, is_last) {
    assign(".Last.value", value, baseenv())
    if (!is_last) {
      print_value(value)
    } else {
      # Nothing can be added to what was drawn before it.
      finish_plots()
      show_main(value)
    }
    NULL
  }

  clear_folders <- function(folders) {
    for (one in unlist(folders)) {
      unlink(list.files(one, all.files = TRUE, full.names = TRUE, no.. = TRUE), recursive = TRUE, force = TRUE)
    }
  }

  write_source <- function(code) {
    # A link or a pipe that a program left under this name must not be followed. A full workspace, a folder
    # of that name: the program runs all the same.
    unlink(main)
    if (file.exists(main)) return()
    try(suppressWarnings(writeBin(charToRaw(enc2utf8(code)), main)), silent = TRUE)
  }

  # The program ends, not the process: its context may be continued.
  base_quit <- base::quit
  leave <- function(save = "default", status = 0, runLast = TRUE) {
    if (is.null(computeRestarts()) || is.null(findRestart("runbay_end"))) return(base_quit(save, status, runLast))
    invokeRestart("runbay_end", as.integer(status))
  }

  options(
    warn = 1, width = 100, keep.source = TRUE, device = open_plots, bitmapType = "cairo", browser = "false",
    pager = file.path(R.home("bin"), "pager"), menu.graphics = FALSE, echo = FALSE
  )
  unlockBinding(".Last.value", baseenv())
  replace_in_base(list(quit = leave, q = leave))
  replace_in_base(keyboard_functions())
  attach(display_functions(send_result), name = "runbay", warn.conflicts = FALSE)
  loadNamespace("jsonlite")
  open_keyboard() # parse() asks for stdin() too.
  open_pipes()
  tell("K", "")
  suspendInterrupts(repeat {
    command <- next_command()
    if (!is.null(command$n)) run(command)
    else if (!is.null(command$id)) answer(command)
  })
}, new.env(parent = baseenv()))
