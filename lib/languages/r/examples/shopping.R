# A till: it asks what is bought, and for how much, until an empty line.
prices <- c()

repeat {
  item <- readline("What? ")
  if (item == "") break
  price <- suppressWarnings(as.numeric(readline("Price? ")))
  if (is.na(price)) {
    cat("That is no number.\n")
    next
  }
  prices[item] <- price
}

if (length(prices) == 0) {
  cat("Nothing bought.\n")
} else {
  for (item in names(prices)) {
    cat(sprintf("%-10s %7.2f\n", item, prices[[item]]))
  }
  cat(sprintf("%-10s %7.2f\n", "Together", sum(prices)))
  cat("Dearest:", names(which.max(prices)), "\n")
}
