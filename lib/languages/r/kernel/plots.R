# What is drawn without a file of the program's own becomes an image of the result, page by page.

plot_folder <- function() file.path(tempdir(), "runbay-plots")

# R calls it where something is drawn and no device is open.
open_plots <- function(...) {
  dir.create(plot_folder(), showWarnings = FALSE, recursive = TRUE)
  grDevices::png(file.path(plot_folder(), "%05d.png"), width = 1120, height = 800, res = 144, type = "cairo")
}

# A page is written when the next one begins or its device is closed; a file of nothing is the page being drawn.
send_plots <- function(finished_only = FALSE) {
  files <- sort(list.files(plot_folder(), full.names = TRUE))
  for (file in files) {
    size <- file.size(file)
    if (!is.na(size) && size > 0) {
      bytes <- readBin(file, "raw", size)
      unlink(file)
      send_result(list(png = gsub("\n", "", jsonlite::base64_enc(bytes), fixed = TRUE)))
    } else if (!finished_only) {
      unlink(file)
    }
  }
}

finish_plots <- function() {
  grDevices::graphics.off()
  send_plots()
}
