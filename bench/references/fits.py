"""What scipy, numpy and statsmodels make of the same data: fits.py FOLDER OUT.tsv; lines of figure, tool, value, seconds.

FOLDER holds what the benchmark wrote: series.csv, cdnow.csv and generated.csv (repeats, last, age), paths.csv (path, conversions).
"""
import csv
import sys
import time
import warnings

import numpy as np
import scipy
from scipy.optimize import minimize
from scipy.special import betaln, gammaln, hyp2f1


def histories(path):
    x, last, age = np.loadtxt(path, delimiter=",", skiprows=1, unpack=True)
    return x, last, age


def bg_nbd(x, last, age):
    """Negative mean log-likelihood of BG/NBD, over logarithms of r, alpha, a, b."""

    def loss(logs):
        r, alpha, a, b = np.exp(np.clip(logs, -20, 20))
        alive = -(r + x) * np.log(alpha + age)
        left = np.where(x > 0, np.log(a) - np.log(np.maximum(b + x - 1, 1e-12)) - (r + x) * np.log(alpha + last), -np.inf)
        per = gammaln(r + x) - gammaln(r) + r * np.log(alpha) + betaln(a, b + x) - betaln(a, b) + np.logaddexp(alive, left)
        return -per.mean()

    return loss


def pareto_nbd(x, last, age):
    """Negative mean log-likelihood of Pareto/NBD, over logarithms of r, alpha, s, beta."""

    def loss(logs):
        r, alpha, s, beta = np.exp(np.clip(logs, -20, 20))
        whole = r + s + x
        scale, second = (alpha, s + 1) if alpha >= beta else (beta, r + x)
        apart = abs(alpha - beta)

        def term(t):
            return np.log(hyp2f1(whole, second, whole + 1, apart / (scale + t))) - whole * np.log(scale + t)

        early, late = term(last), term(age)
        with np.errstate(divide="ignore"):
            left = np.log(s / whole) + early + np.log(np.maximum(0, -np.expm1(late - early)))
        alive = -(r + x) * np.log(alpha + age) - s * np.log(beta + age)
        per = gammaln(r + x) - gammaln(r) + r * np.log(alpha) + s * np.log(beta) + np.logaddexp(alive, left)
        return -per.mean()

    return loss


def fit(loss, start):
    began = time.perf_counter()
    found = minimize(loss, np.log(start), method="L-BFGS-B", options={"maxiter": 500, "ftol": 1e-13, "gtol": 1e-8})
    return found.fun, time.perf_counter() - began


def markov(path):
    """Removal effects of a chain of first order, from the counted moves by dense linear algebra."""
    with open(path, newline="") as file:
        rows = [(r["path"].split(" > "), int(r["conversions"])) for r in csv.DictReader(file)]
    began = time.perf_counter()
    names = sorted({c for p, _ in rows for c in p})
    at = {c: i + 1 for i, c in enumerate(names)}
    n = len(names) + 1
    moves = np.zeros((n, n + 1))
    for p, converted in rows:
        before = 0
        for c in p:
            if at[c] != before:
                moves[before, at[c]] += 1
            before = at[c]
        moves[before, n] += converted
        moves[before, 0] += 1 - converted
    chance = moves / moves.sum(axis=1, keepdims=True)
    inner, goal = chance[:, 1:n], chance[:, n]

    def reach(without):
        q = np.vstack([inner[0], inner[1:]])[:, :].copy()
        g = goal.copy()
        if without is not None:
            q[:, without - 1] = 0
            q[without], g[without] = 0, 0
        solved = np.linalg.solve(np.eye(n - 1) - q[1:], g[1:])
        return q[0] @ solved + g[0]

    whole = reach(None)
    effects = {c: 1 - reach(at[c]) / whole for c in names}
    return effects, time.perf_counter() - began


def theta(path):
    from statsmodels.tsa.forecasting.theta import ThetaModel

    seconds, errors = 0.0, []
    with open(path, newline="") as file:
        for row in csv.DictReader(file):
            train = np.array([float(v) for v in row["train"].split(";")])
            test = np.array([float(v) for v in row["test"].split(";")])
            season = int(row["m"])
            began = time.perf_counter()
            expected = np.asarray(ThetaModel(train, period=season, deseasonalize=season > 1 and len(train) >= 2 * season).fit().forecast(int(row["h"])))
            seconds += time.perf_counter() - began
            size = np.abs(test) + np.abs(expected)
            errors.append(np.mean(np.where(size > 0, 200 * np.abs(test - expected) / np.where(size > 0, size, 1), 0)))
    return float(np.mean(errors)), seconds


def main():
    folder, out = sys.argv[1], sys.argv[2]
    lines = []
    tool = f"scipy {scipy.__version__}"
    for data in ("cdnow", "generated"):
        try:
            known = histories(f"{folder}/{data}.csv")
        except OSError:
            continue
        for name, loss, start in (("bg_nbd", bg_nbd, [0.5, 5, 1, 2]), ("pareto_nbd", pareto_nbd, [0.5, 10, 0.5, 10])):
            value, seconds = fit(loss(*known), start)
            lines.append((f"{name}_{data}", tool, f"{-value * len(known[0]):.4f}", f"{seconds:.4f}"))
    effects, seconds = markov(f"{folder}/paths.csv")
    lines.append(("markov", f"numpy {np.__version__}", " ".join(f"{effects[c]:.12f}" for c in sorted(effects)), f"{seconds:.4f}"))
    try:
        import statsmodels

        value, seconds = theta(f"{folder}/series.csv")
        lines.append(("forecast_theta", f"statsmodels {statsmodels.__version__}", f"{value:.4f}", f"{seconds:.4f}"))
    except (ImportError, OSError) as missing:
        print(f"fits.py: without statsmodels or series: {missing}", file=sys.stderr)
    with open(out, "w") as file:
        file.writelines("\t".join(line) + "\n" for line in lines)


warnings.filterwarnings("ignore")
main()
