# Does a longer boat sail faster? A straight line through the points.
set.seed(7)
length_m <- seq(5, 15, by = 0.5)
speed <- 2.4 * sqrt(length_m) + rnorm(length(length_m), sd = 0.4)

model <- lm(speed ~ length_m)
slope <- unname(coef(model)[2])
cat(sprintf("One metre more: %.2f knots faster.\n", slope))
cat(sprintf("The line explains %.0f %% of it.\n", 100 * summary(model)$r.squared))

plot(length_m, speed,
  pch = 19, col = "navy",
  xlab = "Length in m", ylab = "Speed in knots"
)
abline(model, col = "tomato", lwd = 2)

# And a boat that nobody has built yet:
guess <- predict(model, data.frame(length_m = 18))
cat(sprintf("18 m long: about %.1f knots.\n", guess))
