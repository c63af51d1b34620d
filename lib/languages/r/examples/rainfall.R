# A year of rain in a table: its months, its seasons, its picture.
rain <- data.frame(
  month = month.abb,
  mm = c(62, 48, 55, 41, 58, 71, 84, 79, 66, 60, 70, 68)
)
rain$season <- rep(
  c("winter", "spring", "summer", "autumn", "winter"),
  times = c(2, 3, 3, 3, 1)
)

cat("In all:", sum(rain$mm), "mm\n")
cat("Wettest:", rain$month[which.max(rain$mm)], "\n")

by_season <- aggregate(mm ~ season, data = rain, FUN = mean)
by_season <- by_season[order(-by_season$mm), ]
for (i in seq_len(nrow(by_season))) {
  row <- by_season[i, ]
  cat(sprintf("%-7s %5.1f mm a month\n", row$season, row$mm))
}

barplot(rain$mm,
  names.arg = rain$month, las = 2, col = "steelblue",
  main = "Rain in a year", ylab = "mm"
)

rain[rain$mm > 65, ]
