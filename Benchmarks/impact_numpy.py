"""The partial equilibrium of docs/method/partial-equilibrium.md in numpy, vectorised over all cells, on the input that
the Swift benchmark wrote: the same draws, the same quadrature of six points, the same accounts."""

import sys
import time

import numpy as np

folder, limit = sys.argv[1], int(sys.argv[2])


def column(name, kind=float):
    return np.fromfile(f"{folder}/{name}", dtype="f8").astype(kind)


value, base_rate, rates = column("value"), column("base_rate"), column("rates")
product, sector_of_product = column("product_of_cell", int), column("sector_of_product", int)
home = column("home_sales")
draws, results = column("draws").reshape(-1, 5), column("results").reshape(-1, 6)
sector = sector_of_product[product]
spending = value * (1 + base_rate)
log_wedge = np.log((1 + rates) / (1 + base_rate))
products, sectors = len(sector_of_product), len(home)
product_spending = np.bincount(product, spending, products)
imports = np.bincount(sector_of_product, product_spending, sectors)
# Products and sectors that nobody buys stay as they are.
some = product_spending > 0
nodes, weights = np.polynomial.legendre.leggauss(6)
nodes, weights = (nodes + 1) / 2, weights / 2


def solve(x, sigma, eta, kappa, omega, supply):
    """Log price by sector and log shifter by product, at a place on the path."""
    a, b = omega / (1 + omega), 1 / (1 + supply)
    m = 1 + a * (eta - 1)
    left = np.bincount(product, spending * np.exp(x * (1 - sigma) / (1 + sigma * omega) * log_wedge), products)
    log_k = np.zeros(products)
    log_k[some] = -(1 + sigma * omega) / ((sigma - 1) * (1 + omega)) * np.log(left[some] / product_spending[some])
    total = np.bincount(sector_of_product, product_spending * np.exp(log_k * (1 - eta) / m), sectors)
    log_m = np.where(imports > 0, -m / (eta - 1) * np.log(np.where(imports > 0, total / np.maximum(imports, 1e-300), 1)), 0)
    share = home / np.maximum(home + imports, 1e-300)
    hp, ip = (kappa - 1) / (1 + b * (kappa - 1)), (kappa - 1) / (1 + a * (kappa - 1))
    p = np.where(home > 0, (1 - share) * log_m, log_m)
    for _ in range(60):
        h, i = share * np.exp(hp * p), (1 - share) * np.exp(ip * (p - log_m))
        step = np.where(home > 0, (h + i - 1) / (hp * h + ip * i), 0)
        p -= step
        if np.max(np.abs(step)) < 1e-14:
            break
    log_xm = np.where(home > 0, ip * (p - log_m), 0)
    z = (eta - 1) * (log_m + a * log_xm) + log_xm
    log_d = (log_k * (1 - eta) + z[sector_of_product]) / m
    return p, hp * p, (sigma - 1) * (log_k + a * log_d) + log_d


def run(sigma, eta, kappa, omega, supply):
    divisor = 1 + sigma * omega
    largest = np.zeros(sectors)
    np.maximum.at(largest, sector, np.abs(log_wedge))
    panels = int(max(1, np.ceil(sigma * largest.max() / 4)))
    integral = 0.0
    for panel in range(panels):
        for node, weight in zip(nodes, weights):
            x = (panel + node) / panels
            _, _, shifter = solve(x, sigma, eta, kappa, omega, supply)
            flow = spending * np.exp((1 - sigma) / divisor * x * log_wedge + shifter[product] * (1 + omega) / divisor)
            integral += weight / panels * np.dot(flow, log_wedge)
    price, home_spending, shifter = solve(1.0, sigma, eta, kappa, omega, supply)
    paid = (log_wedge + omega * shifter[product]) / divisor
    after = value * np.exp(shifter[product] + (1 - sigma) * paid - log_wedge)
    change = after.sum() - value.sum()
    revenue = np.dot(rates, after) - np.dot(base_rate, value)
    return [
        change,
        revenue,
        np.dot(home + imports, price),
        np.dot(home, np.expm1(home_spending)) / (1 + supply),
        -omega / (1 + omega) * change,
        (integral - revenue) / (1 + omega),
    ]


start = time.perf_counter()
ours = np.array([run(*draw) for draw in draws[:limit]])
seconds = time.perf_counter() - start
scale = np.abs(results[:limit]).max(axis=0)
gap = (np.abs(ours - results[:limit]) / scale).max()
print(f"numpy {np.__version__}, {limit} draws: {seconds:.2f} s, {seconds / limit * 1000:.1f} ms a draw")
print(f"largest difference from tarifa, relative to the largest of each account: {gap:.1e}")
