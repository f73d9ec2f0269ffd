# What R's forecast package makes of the same series. Rscript forecast.R SERIES.csv OUT.tsv; lines of figure, tool, value, seconds.
suppressMessages(library(forecast))
args <- commandArgs(TRUE)
series <- read.csv(args[1], colClasses = "character")
numbers <- function(text) as.numeric(strsplit(text, ";")[[1]])
smape <- function(actual, expected) {
  whole <- abs(actual) + abs(expected)
  mean(ifelse(whole > 0, 200 * abs(actual - expected) / whole, 0))
}
tool <- paste("R forecast", packageVersion("forecast"))
out <- file(args[2], "w")
for (method in c("ets", "theta")) {
  seconds <- 0
  errors <- numeric(0)
  for (i in seq_len(nrow(series))) {
    train <- ts(numbers(series$train[i]), frequency = as.integer(series$m[i]))
    ahead <- as.integer(series$h[i])
    began <- proc.time()[["elapsed"]]
    expected <- if (method == "ets") forecast(ets(train), h = ahead) else thetaf(train, h = ahead)
    seconds <- seconds + proc.time()[["elapsed"]] - began
    errors <- c(errors, smape(numbers(series$test[i]), as.numeric(expected$mean)))
  }
  cat(paste0("forecast_", method), tool, sprintf("%.4f", mean(errors)), sprintf("%.4f", seconds), sep = "\t", file = out)
  cat("\n", file = out)
}
close(out)
