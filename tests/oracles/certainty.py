"""What `src/disclose/certainty.rs` is compared with: intervals of shares and of counts, by SciPy.

    python3 -m venv venv && venv/bin/pip install scipy
    venv/bin/python tests/oracles/certainty.py > tests/oracles/certainty.json

Wilson's interval is SciPy's `binomtest(...).proportion_ci(method="wilson")`; the exact one of a Poisson mean is Garwood's,
from the quantiles of chi-square.
"""

import json

from scipy.stats import binomtest, chi2

SHARES = [(of, n) for n in (1, 5, 10, 15, 20, 25, 29, 30, 100, 12345) for of in sorted({0, 1, 3, n // 3, n // 2, n - 1, n}) if 0 <= of <= n]
COUNTS = [0, 1, 2, 3, 5, 9, 10, 15, 20, 25, 29, 30, 60, 150, 600]


def wilson(of, n):
    ci = binomtest(of, n).proportion_ci(confidence_level=0.95, method="wilson")
    return [of, n, float(ci.low), float(ci.high)]


def garwood(n):
    low = 0.0 if n == 0 else float(chi2.ppf(0.025, 2 * n) / 2)
    return [n, low, float(chi2.ppf(0.975, 2 * n + 2) / 2)]


if __name__ == "__main__":
    rows = lambda name, values: f'  "{name}": [\n' + ",\n".join(f"    {json.dumps(v)}" for v in values) + "\n  ]"
    print("{\n" + rows("wilson", [wilson(*s) for s in SHARES]) + ",\n" + rows("poisson", [garwood(n) for n in COUNTS]) + "\n}")
